package io.daybook.account;

/** What a rail answered to one instruction. Being told to wait, or our own fault, is no answer and is not recorded here. */
public sealed interface StepAnswer {
    record Accepted(RailFact fact) implements StepAnswer {}

    /** A definite no: nothing moved and under this key nothing ever will. */
    record Refused(String code, String message, boolean forLackOfFunds) implements StepAnswer {}

    record Unknown(String why) implements StepAnswer {}
}
