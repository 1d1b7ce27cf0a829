package io.daybook.rail.simulator;

import io.daybook.money.Money;
import io.daybook.rail.RailMovement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A book's lines as the port speaks of them.
 *
 * @param withdrawals whether a payout of this book goes to our own bank
 */
record Movements(Ids ids, Book book, boolean withdrawals) {

    RailMovement.Page after(Optional<String> cursor, int limit) {
        Shelf.Page<Thing.Line> page = book.lines.after(cursor.map(this::number).orElse(0L), limit);
        List<RailMovement> lines = page.things().stream().map(this::movement).toList();
        Optional<String> next =
                lines.isEmpty() ? cursor : Optional.of(lines.getLast().id());
        return new RailMovement.Page(lines, next, page.more());
    }

    Optional<String> newest() {
        return book.lines.olderThan(Long.MAX_VALUE, 1, line -> true).things().stream()
                .findFirst()
                .map(line -> id(line));
    }

    private RailMovement movement(Thing.Line line) {
        Money amount = View.money(line.amount(), line.currency());
        return new RailMovement(
                id(line),
                kind(line.type()),
                amount,
                new Money(line.fee(), amount.currency()),
                line.source() == 0 ? Optional.empty() : Optional.of(ids.name(line.type().source, line.source())),
                Optional.ofNullable(line.text()),
                Instant.ofEpochSecond(line.created()));
    }

    private RailMovement.Kind kind(Thing.LineType type) {
        return switch (type) {
            case TOPUP -> RailMovement.Kind.TOP_UP;
            case TRANSFER, PAYMENT -> RailMovement.Kind.TRANSFER;
            case TRANSFER_REFUND, PAYMENT_REFUND -> RailMovement.Kind.REVERSAL;
            case PAYOUT -> withdrawals ? RailMovement.Kind.WITHDRAWAL : RailMovement.Kind.PAYOUT;
            case PAYOUT_FAILURE, PAYOUT_CANCEL ->
                withdrawals ? RailMovement.Kind.WITHDRAWAL_FAILURE : RailMovement.Kind.PAYOUT_FAILURE;
            case STRIPE_FEE -> RailMovement.Kind.FEE;
        };
    }

    private String id(Thing.Line line) {
        return ids.name(Ids.Kind.LINE, line.number());
    }

    private long number(String cursor) {
        return ids.number(Ids.Kind.LINE, cursor).orElseThrow(() -> new IllegalArgumentException("not a cursor"));
    }
}
