package io.daybook.api.drill;

import io.daybook.api.drill.Evidence.Books;
import io.daybook.api.drill.Evidence.Contractor;
import io.daybook.api.drill.Evidence.Payment;
import io.daybook.api.drill.Evidence.Provider;
import io.daybook.money.Currencies;
import io.daybook.rail.RailObject;
import io.daybook.rail.RailObject.Status;
import io.daybook.rail.simulator.SimulatedProvider;
import io.daybook.rail.simulator.SimulatorRail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads both sides after a round: the ledger through its API, the provider from what it has carried out. */
record Reading(DrillClient api, SimulatedProvider provider, Workforce workforce, String batch) {
    private static final Currency USD = Currencies.of("USD");
    private static final Set<Status> UNDONE = Set.of(Status.FAILED, Status.CANCELED, Status.RETURNED);
    private static final Set<String> EXPLAINED = Set.of("pending", "not-recorded-yet");

    /** What both sides come to, where messages came by this postman. */
    Verdict verdict(KeyCheck keys, Postman postman) throws InterruptedException {
        return Verdict.of(read(new Evidence.Wire(keys.reused(), keys.unkeyed(), postman.forged(), postman.believed())));
    }

    Evidence read(Evidence.Wire wire) throws InterruptedException {
        List<RailObject> objects = new SimulatorRail(provider).listSince(Instant.EPOCH, List.of());
        List<JsonNode> payouts = api.all(Payday.MAKER, "/payout-batches/" + batch + "/payouts");
        JsonNode counts = api.get(Payday.MAKER, "/payout-batches/" + batch).path("counts");
        return new Evidence(
                contractors(payouts),
                payments(payouts, objects),
                counts.path("waiting").asLong(),
                provider(objects),
                books(),
                wire);
    }

    private List<Contractor> contractors(List<JsonNode> payouts) throws InterruptedException {
        Map<String, Long> paid = new HashMap<>();
        for (JsonNode payout : payouts)
            if (Payment.isPaid(payout.path("status").asString()))
                paid.merge(
                        payout.path("contractor").path("reference").asString(),
                        payout.path("amount").path("amount").asLong(),
                        Math::addExact);
        Map<String, Long> reached = provider.paidPerDestination(USD);
        Map<String, JsonNode> balances = new HashMap<>();
        for (JsonNode contractor : api.all(Payday.MAKER, "/contractors"))
            balances.put(
                    contractor.path("reference").asString(),
                    contractor.path("balances").path(0));
        List<Contractor> contractors = new ArrayList<>();
        for (Workforce.Person person : workforce.people()) {
            JsonNode balance =
                    balances.getOrDefault(person.reference(), tools.jackson.databind.node.MissingNode.getInstance());
            long unresolved = balance.path("inFlight").asLong();
            contractors.add(new Contractor(
                    person.reference(),
                    person.earned().minor(),
                    paid.getOrDefault(person.reference(), 0L),
                    balance.path("net").asLong() - unresolved,
                    unresolved,
                    reached.getOrDefault(person.account(), 0L)));
        }
        return contractors;
    }

    private static List<Payment> payments(List<JsonNode> payouts, List<RailObject> objects) {
        Map<String, Integer> executed = new HashMap<>();
        Map<String, Long> transferred = new HashMap<>();
        for (RailObject object : objects) {
            String payout = object.payout().orElse("");
            switch (object.kind()) {
                case PAYOUT -> {
                    if (!UNDONE.contains(object.status())) executed.merge(payout, 1, Integer::sum);
                }
                case TRANSFER -> transferred.merge(payout, object.amount().minor(), Math::addExact);
                case REVERSAL -> transferred.merge(payout, -object.amount().minor(), Math::addExact);
            }
        }
        return payouts.stream()
                .map(payout -> new Payment(
                        payout.path("id").asString(),
                        payout.path("status").asString(),
                        payout.path("amount").path("amount").asLong(),
                        executed.getOrDefault(payout.path("id").asString(), 0),
                        transferred.getOrDefault(payout.path("id").asString(), 0L)))
                .toList();
    }

    private Provider provider(List<RailObject> objects) {
        long transfers = 0;
        long reversals = 0;
        long payouts = 0;
        for (RailObject object : objects) {
            long amount = object.amount().minor();
            switch (object.kind()) {
                case TRANSFER -> transfers += amount;
                case REVERSAL -> reversals += amount;
                case PAYOUT -> payouts += UNDONE.contains(object.status()) ? 0 : amount;
            }
        }
        SimulatorRail rail = new SimulatorRail(provider);
        long lying = 0;
        Set<String> opened = Set.copyOf(objects.stream()
                .flatMap(object -> object.connectedAccount().stream())
                .toList());
        for (String account : opened)
            lying += rail.balanceOf(account, USD).available().minor();
        return new Provider(transfers, reversals, payouts, lying);
    }

    private Books books() throws InterruptedException {
        JsonNode rail = api.get(Payday.MAKER, "/rails/stripe");
        long difference = rail.path("difference").path("amount").asLong();
        long unexplained = difference;
        for (JsonNode item : rail.path("items"))
            if (EXPLAINED.contains(item.path("kind").asString()))
                unexplained -= item.path("amount").path("amount").asLong();
        Soundness sound = Soundness.of(api);
        return new Books(sound.trialBalance(), sound.whole(), difference, unexplained, sound.differing());
    }
}
