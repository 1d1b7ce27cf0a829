package io.daybook.rail.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The provider's things as Stripe writes them. Called while the provider stands still: a transfer lists its reversals.
 */
final class StripeJson {
    static final String API_VERSION = "2023-08-16";
    private static final int EMBEDDED = 10;

    private final JsonMapper mapper = new JsonMapper();
    private final Bank bank;

    StripeJson(Bank bank) {
        this.bank = bank;
    }

    byte[] bytes(Thing.Event event) {
        return mapper.writeValueAsBytes(write(event));
    }

    ObjectNode write(Thing thing) {
        return switch (thing) {
            case Thing.Transfer transfer -> transfer(transfer);
            case Thing.Reversal reversal -> reversal(reversal);
            case Thing.Payout payout -> payout(payout);
            case Thing.TopUp topUp -> topUp(topUp);
            case Thing.Line line -> line(line);
            case Thing.Event event -> event(event);
        };
    }

    ObjectNode list(String url, Shelf.Page<? extends Thing> page) {
        ObjectNode list = object("list").put("url", url).put("has_more", page.more());
        ArrayNode data = list.putArray("data");
        page.things().forEach(thing -> data.add(write(thing)));
        return list;
    }

    ObjectNode balance(Map<String, Book.Balance> balances) {
        ObjectNode balance = object("balance").put("livemode", false);
        amounts(balance.putArray("available"), balances, Book.Balance::available);
        amounts(balance.putArray("pending"), balances, Book.Balance::pending);
        return balance;
    }

    ObjectNode account(Book book) {
        ObjectNode account = object("account").put("id", book.account).put("type", "express");
        account.put("payouts_enabled", true).put("charges_enabled", false).put("details_submitted", true);
        account.putObject("metadata");
        return account;
    }

    ObjectNode failed(Reply.Failed failed) {
        ObjectNode body = mapper.createObjectNode();
        ObjectNode error = body.putObject("error").put("type", failed.type()).put("message", failed.message());
        if (failed.code() != null) error.put("code", failed.code());
        if (failed.param() != null) error.put("param", failed.param());
        return body;
    }

    ObjectNode empty() {
        return mapper.createObjectNode();
    }

    private ObjectNode transfer(Thing.Transfer transfer) {
        String id = bank.ids.name(Ids.Kind.TRANSFER, transfer.number());
        ObjectNode node = object("transfer").put("id", id);
        money(node, transfer.amount(), transfer.currency(), transfer.created());
        node.put("amount_reversed", transfer.reversed()).put("reversed", transfer.reversed() == transfer.amount());
        node.put("balance_transaction", lineId(transfer.line())).put("destination", transfer.destination());
        node.put("destination_payment", bank.ids.name(Ids.Kind.PAYMENT, transfer.number()));
        node.put("transfer_group", transfer.group()).put("source_type", "card").putNull("source_transaction");
        labels(node, transfer.labels()).put("livemode", false);
        Shelf.Page<Thing.Reversal> back = transfer.reversed() == 0
                ? new Shelf.Page<>(List.of(), false)
                : bank.reversals.olderThan(Long.MAX_VALUE, EMBEDDED, each -> each.transfer() == transfer.number());
        node.set("reversals", list("/v1/transfers/" + id + "/reversals", back));
        return node;
    }

    private ObjectNode reversal(Thing.Reversal reversal) {
        ObjectNode node = object("transfer_reversal").put("id", bank.ids.name(Ids.Kind.REVERSAL, reversal.number()));
        money(node, reversal.amount(), reversal.currency(), reversal.created());
        node.put("balance_transaction", lineId(reversal.line()));
        node.put("transfer", bank.ids.name(Ids.Kind.TRANSFER, reversal.transfer()));
        metadata(node, reversal.labels());
        return node.putNull("destination_payment_refund").putNull("source_refund");
    }

    private ObjectNode payout(Thing.Payout payout) {
        ObjectNode node = object("payout").put("id", bank.ids.name(Ids.Kind.PAYOUT, payout.number()));
        money(node, payout.amount(), payout.currency(), payout.created());
        node.put("arrival_date", payout.arrives()).put("automatic", false).put("method", "standard");
        node.put("status", payout.status().name().toLowerCase(Locale.ROOT)).put("type", "bank_account");
        node.put("balance_transaction", lineId(payout.line())).put("destination", payout.destination());
        node.put("failure_balance_transaction", lineId(payout.failureLine())).put("failure_code", payout.failure());
        node.put("failure_message", payout.failure() == null ? null : "The bank could not process this payout.");
        node.put("source_type", "card")
                .put("reconciliation_status", "not_applicable")
                .put("livemode", false);
        node.putNull("original_payout").putNull("reversed_by").putNull("statement_descriptor");
        node.putNull("application_fee").putNull("application_fee_amount").putNull("payout_method");
        String trace = trace(payout);
        node.putObject("trace_id")
                .put("status", trace == null ? "pending" : "supported")
                .put("value", trace);
        return labels(node, payout.labels());
    }

    /** What the bank network calls it, once it is there. */
    static @Nullable String trace(Thing.Payout payout) {
        return switch (payout.status()) {
            case PAID, FAILED -> "T" + payout.number();
            case PENDING, IN_TRANSIT, CANCELED -> null;
        };
    }

    private ObjectNode topUp(Thing.TopUp topUp) {
        ObjectNode node = object("topup").put("id", bank.ids.name(Ids.Kind.TOP_UP, topUp.number()));
        money(node, topUp.amount(), topUp.currency(), topUp.created());
        node.put("status", topUp.status().name().toLowerCase(Locale.ROOT));
        node.put("balance_transaction", lineId(topUp.line())).put("expected_availability_date", topUp.due());
        node.putNull("failure_code").putNull("failure_message").putNull("source");
        node.putNull("statement_descriptor").putNull("transfer_group").put("livemode", false);
        return labels(node, topUp.labels());
    }

    private ObjectNode line(Thing.Line line) {
        ObjectNode node = object("balance_transaction").put("id", lineId(line.number()));
        money(node, line.amount(), line.currency(), line.created());
        node.put("available_on", line.created()).put("fee", line.fee()).put("net", line.amount() - line.fee());
        node.put("type", line.type().name().toLowerCase(Locale.ROOT)).put("status", "available");
        node.put("reporting_category", line.type().category).put("description", line.text());
        node.put("source", source(line));
        node.putNull("exchange_rate").put("balance_type", "payments").putArray("fee_details");
        return node;
    }

    @Nullable
    String source(Thing.Line line) {
        return line.source() == 0 ? null : bank.ids.name(line.type().source, line.source());
    }

    private ObjectNode event(Thing.Event event) {
        ObjectNode node = object("event").put("id", bank.ids.name(Ids.Kind.EVENT, event.number()));
        node.put("type", event.type()).put("created", event.created()).put("livemode", false);
        node.put("api_version", API_VERSION).put("pending_webhooks", 1);
        if (!event.account().isEmpty()) node.put("account", event.account());
        node.putObject("data").set("object", write(event.subject()));
        node.putObject("request").putNull("id").putNull("idempotency_key");
        return node;
    }

    private ObjectNode object(String name) {
        return mapper.createObjectNode().put("object", name);
    }

    private static void money(ObjectNode node, long amount, String currency, long created) {
        node.put("amount", amount).put("currency", currency).put("created", created);
    }

    private static ObjectNode labels(ObjectNode node, Thing.Labels labels) {
        metadata(node, labels);
        return node.put("description", labels.description());
    }

    private static void metadata(ObjectNode node, Thing.Labels labels) {
        ObjectNode metadata = node.putObject("metadata");
        labels.metadata().forEach(metadata::put);
    }

    private @Nullable String lineId(long number) {
        return number == 0 ? null : bank.ids.name(Ids.Kind.LINE, number);
    }

    private static void amounts(
            ArrayNode target, Map<String, Book.Balance> balances, ToLongFunction<Book.Balance> which) {
        balances.forEach((currency, balance) -> {
            long amount = which.applyAsLong(balance);
            ObjectNode node = target.addObject().put("amount", amount).put("currency", currency);
            node.putObject("source_types").put("card", amount);
        });
    }
}
