package io.daybook.api.books;

import io.daybook.api.http.people.ContractorRef;
import io.daybook.engagement.RateVersion;
import io.daybook.explain.Explanation;
import io.daybook.explain.Fact;
import io.daybook.explain.Node;
import io.daybook.explain.Worked;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Sealed;
import io.daybook.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An explanation on the wire.
 *
 * @param contractor whose money it is; null for the operator's own
 * @param booking on which side of which account a line of the journal stands; null for what is none
 * @param leaves how many amounts it begins with and their sum, which is the amount; null while anything is missing
 * @param missing what could not be found or does not agree
 */
record ExplanationJson(
        String id,
        Status status,
        @Nullable ContractorRef contractor,
        Money amount,
        @Nullable BookingJson booking,
        @Nullable LeavesJson leaves,
        List<String> missing,
        NodeJson tree) {
    enum Status {
        COMPLETE,
        INCOMPLETE
    }

    record BookingJson(String account, String name, String side) {}

    record LeavesJson(long count, Money amount) {}

    /**
     * @param amount signed; the amounts of {@code children} sum to it
     * @param fact the row of the log it stands in
     * @param beside what belongs to it and is no part of the sum
     * @param more the path under which it goes on, where it was cut off
     */
    record NodeJson(
            Node.Kind kind,
            @Nullable String id,
            Money amount,
            @Nullable FactJson fact,
            @Nullable WorkedJson worked,
            List<NodeJson> children,
            List<NodeJson> beside,
            @Nullable String more) {}

    /** @param event its name @param actor who gave the order that led to it */
    record FactJson(
            long position,
            String eventId,
            String event,
            String actor,
            Instant recordedAt,
            Instant occurredAt,
            @Nullable Instant effectiveAt,
            @Nullable String reason) {}

    /** @param unrounded seconds × hourly rate in minor units, over 3600: the amount is this, rounded half-even */
    record WorkedJson(
            @Nullable LocalDate workDate,
            long seconds,
            RateJson rate,
            @Nullable String unrounded) {}

    /** @param version counts the engagement's rates from 1 */
    record RateJson(int version, Money hourlyRate, LocalDate from) {}

    /** @param staff whether who approved a batch is shown: contractors read no batches */
    static ExplanationJson of(
            String id, Explanation found, @Nullable ContractorRef contractor, PersonVault vault, boolean staff) {
        Explanation.Booking booking = found.booking();
        Explanation.Leaves leaves = found.isComplete() ? found.leaves() : null;
        return new ExplanationJson(
                id,
                found.isComplete() ? Status.COMPLETE : Status.INCOMPLETE,
                contractor,
                found.tree().amount(),
                booking == null
                        ? null
                        : new BookingJson(
                                Integer.toString(booking.account().number()),
                                booking.account().title(),
                                booking.side().name()),
                leaves == null ? null : new LeavesJson(leaves.count(), leaves.sum()),
                found.missing(),
                node(found.tree(), vault, staff));
    }

    private static NodeJson node(Node node, PersonVault vault, boolean staff) {
        boolean hidden = node.kind() == Node.Kind.APPROVED_LINE && !staff;
        return new NodeJson(
                node.kind(),
                node.id(),
                node.amount(),
                fact(node.fact(), vault),
                worked(node.worked()),
                nodes(node.children(), vault, staff),
                hidden ? List.of() : nodes(node.beside(), vault, staff),
                node.more() == null ? null : "/api/v1/explain/" + node.more());
    }

    private static List<NodeJson> nodes(List<Node> nodes, PersonVault vault, boolean staff) {
        return nodes.stream().map(node -> node(node, vault, staff)).toList();
    }

    private static @Nullable FactJson fact(@Nullable Fact fact, PersonVault vault) {
        if (fact == null) return null;
        Sealed reason = fact.reason();
        return new FactJson(
                fact.position(),
                fact.eventId(),
                fact.event(),
                fact.actor(),
                fact.recordedAt(),
                fact.occurredAt(),
                fact.effectiveAt(),
                reason == null ? null : vault.open(reason).orElse(null));
    }

    private static @Nullable WorkedJson worked(@Nullable Worked worked) {
        if (worked == null) return null;
        RateVersion rate = worked.rate();
        return new WorkedJson(
                worked.workDate(),
                worked.seconds(),
                new RateJson(rate.version(), rate.rate().perHour(), rate.from()),
                worked.workDate() == null ? null : worked.product() + "/3600");
    }
}
