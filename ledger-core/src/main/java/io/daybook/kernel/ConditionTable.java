package io.daybook.kernel;

/** A rider that only asks whether its order may be recorded. Equal ones that share a transaction are asked once. */
public interface ConditionTable extends RiderTable {}
