package io.daybook.api.webhooks;

import java.util.Arrays;
import java.util.Optional;

/** What messages are about. The names are relied on by consumers: more may come, none is renamed. */
enum MessageType {
    PAYOUT_RESERVED("payout.reserved", "its money was set aside"),
    PAYOUT_DROPPED("payout.dropped", "a line of a batch became no payout"),
    PAYOUT_SUBMITTED("payout.submitted", "an attempt was begun: from here on it may leave"),
    PAYOUT_ACCEPTED("payout.accepted", "the provider took it"),
    PAYOUT_IN_TRANSIT("payout.in_transit", "it is on its way to the bank"),
    PAYOUT_PAID("payout.paid", "it was paid"),
    PAYOUT_UNKNOWN("payout.unknown", "nobody knows yet whether an instruction was carried out"),
    PAYOUT_PROVEN_ABSENT("payout.proven_absent", "it was looked for and is not there; a person decides"),
    PAYOUT_RELEASED("payout.released", "a person released a new attempt after that"),
    PAYOUT_RETRIED("payout.retried", "a person wants it tried again"),
    PAYOUT_REJECTED("payout.rejected", "the provider refused it"),
    PAYOUT_FAILED("payout.failed", "it failed before it was paid"),
    PAYOUT_CANCELED("payout.canceled", "it was called off before it was paid"),
    PAYOUT_FAILED_AFTER_PAID("payout.failed_after_paid", "it had been paid, and failed"),
    PAYOUT_RETURNED("payout.returned", "the bank gave it back"),
    PAYOUT_FOUND_LATE("payout.found_late", "it was carried out although it had been given up"),
    PAYOUT_CLOSED("payout.closed", "nothing of it will be sent again"),
    BATCH_DRAFTED("payout_batch.drafted", "a batch was drafted"),
    BATCH_FROZEN("payout_batch.frozen", "its lines stand"),
    BATCH_APPROVED("payout_batch.approved", "a second person approved it"),
    BATCH_RELEASED("payout_batch.released", "it may be paid"),
    BATCH_PAUSED("payout_batch.paused", "nothing more of it is sent for now"),
    BATCH_RESUMED("payout_batch.resumed", "it goes on"),
    BATCH_CANCELED("payout_batch.canceled", "it, or what was not sent of it, was called off"),
    BATCH_COMPLETED("payout_batch.completed", "none of its payouts waits for anything any more"),
    TIMESHEET_SUBMITTED("timesheet.submitted", "a timesheet was submitted"),
    TIMESHEET_APPROVED("timesheet.approved", "a timesheet was approved"),
    TIMESHEET_REJECTED("timesheet.rejected", "a timesheet was rejected"),
    TIMESHEET_DISPUTED("timesheet.disputed", "a timesheet is disputed"),
    TIMESHEET_CORRECTED("timesheet.corrected", "an approved timesheet was corrected"),
    EARNINGS_POSTED("earnings.posted", "approved time became money owed"),
    ADJUSTMENT_PROPOSED("adjustment.proposed", "an adjustment waits for a second person"),
    ADJUSTMENT_MADE("adjustment.made", "an adjustment was made"),
    CONTRACTOR_REGISTERED("contractor.registered", "a contractor is new"),
    CONTRACTOR_PAYABILITY_CHANGED("contractor.payability_changed", "a reason not to pay them came or went"),
    CONTRACTOR_DESTINATION_PROPOSED(
            "contractor.payout_destination_proposed", "a new destination waits for a second person"),
    CONTRACTOR_DESTINATION_CHANGED("contractor.payout_destination_changed", "from here on they are paid elsewhere"),
    CONTRACTOR_HOLD_PLACED("contractor.hold_placed", "something of theirs is kept from being paid"),
    CONTRACTOR_HOLD_LIFTED("contractor.hold_lifted", "it is not kept any more"),
    TOP_UP_ANNOUNCED("top_up.announced", "money for a rail was announced"),
    TOP_UP_SENT("top_up.sent", "it left our bank"),
    TOP_UP_CREDITED("top_up.credited", "the provider has it"),
    PERIOD_CLOSED("accounting_period.closed", "a month of the books was closed"),
    PERIOD_REOPENED("accounting_period.reopened", "a month of the books was opened again"),
    IMPORT_COMPLETED("import.completed", "an import has ended, every row decided"),
    IMPORT_FAILED("import.failed", "an import's file could not be read"),
    PING("webhook.ping", "a test, only when asked for, whatever types an endpoint wants");

    private final String label;
    private final String meaning;

    MessageType(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    String label() {
        return label;
    }

    String meaning() {
        return meaning;
    }

    static Optional<MessageType> find(String label) {
        return Arrays.stream(values()).filter(type -> type.label.equals(label)).findFirst();
    }
}
