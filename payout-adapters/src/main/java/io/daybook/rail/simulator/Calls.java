package io.daybook.rail.simulator;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The calls that change a provider, as lines of JSON, and what carries them out again. */
final class Calls {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<Class<? extends Order>> ORDERS = List.of(
            Order.Transfer.class, Order.Reversal.class, Order.Payout.class, Order.Cancel.class, Order.TopUp.class);

    private final CallJournal journal;
    private final List<String> kept;

    Calls(CallJournal journal) {
        this.journal = journal;
        this.kept = journal.kept();
    }

    /** Carries kept calls out again, each at its own time by the provider's clock, in seconds. */
    interface Player {
        void carry(long at, @Nullable String key, Order order);

        void topUp(long at, Order.TopUp order, @Nullable String reference, long takes);

        void take(long at, int max);
    }

    /** When the provider began: as kept, else {@code now}, which is kept. */
    long begin(long now) {
        OptionalLong known = kept.stream()
                .limit(1)
                .map(MAPPER::readTree)
                .mapToLong(line -> line.path("start").asLong())
                .findFirst();
        if (known.isEmpty())
            journal.add(MAPPER.createObjectNode().put("start", now).toString());
        return known.orElse(now);
    }

    void play(Player player) {
        kept.stream().skip(1).map(MAPPER::readTree).forEach(line -> play(line, player));
    }

    private static void play(JsonNode line, Player player) {
        long at = line.path("at").asLong();
        switch (line.path("call").asString()) {
            case "carry" -> player.carry(at, text(line, "key").orElse(null), order(line));
            case "topUp" ->
                player.topUp(
                        at,
                        (Order.TopUp) order(line),
                        text(line, "reference").orElse(null),
                        line.path("takes").asLong());
            case "take" -> player.take(at, line.path("max").asInt());
            default -> throw new IllegalStateException("a kept call of an unknown kind");
        }
    }

    void carried(long at, Optional<String> key, Order order) {
        ObjectNode line = line(at, "carry");
        key.ifPresent(given -> line.put("key", given));
        journal.add(with(line, order));
    }

    /** @param reference null: it takes so many seconds; else as long as usual */
    void toppedUp(long at, Order.TopUp order, @Nullable String reference, long takes) {
        ObjectNode line = line(at, "topUp").put("takes", takes);
        if (reference != null) line.put("reference", reference);
        journal.add(with(line, order));
    }

    void taken(long at, int max) {
        journal.add(line(at, "take").put("max", max).toString());
    }

    private static ObjectNode line(long at, String call) {
        return MAPPER.createObjectNode().put("at", at).put("call", call);
    }

    private static String with(ObjectNode line, Order order) {
        line.put("order", order.getClass().getSimpleName());
        line.set("content", MAPPER.valueToTree(order));
        return line.toString();
    }

    private static Order order(JsonNode line) {
        String name = line.path("order").asString();
        Class<? extends Order> type = ORDERS.stream()
                .filter(each -> each.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a kept order of an unknown kind"));
        return MAPPER.treeToValue(line.path("content"), type);
    }

    private static Optional<String> text(JsonNode line, String name) {
        return line.path(name).isString() ? Optional.of(line.path(name).asString()) : Optional.empty();
    }
}
