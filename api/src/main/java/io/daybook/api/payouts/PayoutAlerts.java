package io.daybook.api.payouts;

import io.daybook.account.AccountViews;
import io.daybook.account.AccountViews.Filter;
import io.daybook.account.MismatchKind;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutStatus;
import io.daybook.account.PayoutView;
import io.daybook.account.PayoutView.Disagreement;
import io.daybook.api.eventlog.RefusedOrderTable;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.payouts.RailDesk.RailJson;
import io.daybook.funding.FundingViews;
import io.daybook.payout.BatchStatus;
import io.daybook.payout.PayoutBatchView;
import io.daybook.payout.PayoutBatchViews;
import io.daybook.payout.Rails;
import io.daybook.payout.engine.EngineStore;
import io.daybook.payout.engine.RailEngine;
import io.daybook.payout.engine.RailSwitch;
import io.daybook.payout.engine.SealGate;
import io.daybook.rail.PayoutRail;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks for what must not wait until somebody asks: as metrics, as health details, and as a log line when it begins. */
@Component
final class PayoutAlerts {
    private static final Logger LOG = LoggerFactory.getLogger(PayoutAlerts.class);
    private static final Duration TOO_LONG = Duration.ofMinutes(15);
    private static final Duration BETWEEN_COMPARISONS = Duration.ofMinutes(5);
    private static final int COUNTED_AT_MOST = 1_000;
    private static final int NAMED = 5;
    private static final List<PayoutStatus> WITHOUT_ANSWER = List.of(PayoutStatus.UNKNOWN, PayoutStatus.SUBMITTING);
    /** Long enough for whoever was away to hear of it. */
    private static final Duration REMEMBERED = Duration.ofDays(14);

    private static final String WITHOUT_EFFECT = MismatchKind.FOUND_WITHOUT_EFFECT.name();
    private static final Set<String> MISSING = Set.of("unexplained", "unexplained-movement", "stray-object");

    private final AccountViews accounts;
    private final FundingViews funding;
    private final PayoutBatchViews batches;
    private final BatchPages pages;
    private final Rails rails;
    private final RailDesk desk;
    private final RailEngines engines;
    private final EngineStore store;
    private final SealGate seal;
    private final RefusedOrderTable refused;
    private final TokenAlerts tokens;
    private final InstantSource clock;
    private final Map<String, Alert> divergence = new HashMap<>();
    private final Map<String, Instant> divergentSince = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private Instant nextComparison = Instant.MIN;
    private volatile List<Alert> alerts = List.of();

    PayoutAlerts(
            AccountViews accounts,
            FundingViews funding,
            PayoutBatchViews batches,
            BatchPages pages,
            Rails rails,
            RailDesk desk,
            RailEngines engines,
            EngineStore store,
            SealGate seal,
            TokenAlerts tokens,
            DataSource database,
            InstantSource clock) {
        this.accounts = accounts;
        this.funding = funding;
        this.batches = batches;
        this.pages = pages;
        this.rails = rails;
        this.desk = desk;
        this.engines = engines;
        this.store = store;
        this.seal = seal;
        this.tokens = tokens;
        this.refused = new RefusedOrderTable(database);
        this.clock = clock;
    }

    /** As they were when last looked for. */
    List<Alert> alerts() {
        return alerts;
    }

    /** One thread at a time. */
    void look() throws InterruptedException {
        Instant now = clock.instant();
        List<Alert> found = new ArrayList<>();
        for (PayoutRail rail : rails.all()) lookAt(rail.name(), now, found);
        unsealed().ifPresent(found::add);
        disagreements(now).ifPresent(found::add);
        int orders = refused.list(COUNTED_AT_MOST).size();
        if (orders > 0)
            found.add(new Alert(
                    "refused-orders", "daybook", orders, "orders of policies were refused; see the integrity checks"));
        if (!now.isBefore(nextComparison)) {
            nextComparison = now.plus(BETWEEN_COMPARISONS);
            for (PayoutRail rail : rails.all()) compare(rail.name(), now);
        }
        found.addAll(divergence.values());
        found.addAll(tokens.now());
        tell(found);
        alerts = List.copyOf(found);
    }

    /** Whether or not something waits to be sent: when it does it is too late to hear of it. */
    private Optional<Alert> unsealed() {
        if (seal.onAnything().isEmpty()) return Optional.empty();
        long waiting = rails.all().stream()
                .flatMap(rail -> batches.underWay(rail.name()).stream())
                .count();
        return Optional.of(new Alert(
                "seal-stalled",
                "daybook",
                Math.max(1, waiting),
                "no checkpoint was anchored within the last minute, so nothing leaves; batches under way: " + waiting));
    }

    private void lookAt(String rail, Instant now, List<Alert> found) {
        unanswered(rail, now).ifPresent(found::add);
        Optional<RailSwitch.Stop> stopped = store.railSwitch().stopped(rail);
        stopped.ifPresent(stop -> found.add(new Alert("rail-stopped", rail, 1, "stopped: " + stop.code())));
        if (stopped.isEmpty()) stalled(rail, now).ifPresent(found::add);
        store.inbox()
                .oldestWaiting(rail)
                .filter(oldest -> oldest.isBefore(now.minus(TOO_LONG)))
                .ifPresent(oldest -> found.add(new Alert(
                        "late-messages",
                        rail,
                        store.inbox().waitingCount(rail),
                        "messages of the provider wait since " + oldest)));
    }

    private Optional<Alert> unanswered(String rail, Instant now) {
        List<PayoutView> old = new ArrayList<>();
        for (PayoutStatus status : WITHOUT_ANSWER) {
            PayoutId after = null;
            List<PayoutView> page;
            do {
                page = accounts.payouts(new Filter(null, null, status, rail, false, false), after, 500);
                for (PayoutView payout : page) {
                    after = payout.id();
                    if (payout.since().isBefore(now.minus(TOO_LONG))) old.add(payout);
                }
            } while (page.size() == 500 && old.size() < COUNTED_AT_MOST);
        }
        if (old.isEmpty()) return Optional.empty();
        String amounts = old.stream()
                .collect(Collectors.groupingBy(
                        payout -> payout.amount().currency().getCurrencyCode(),
                        java.util.TreeMap::new,
                        Collectors.summingLong(payout -> payout.amount().minor())))
                .entrySet()
                .stream()
                .map(sum -> sum.getValue() + " minor units of " + sum.getKey())
                .collect(Collectors.joining(", "));
        return Optional.of(
                new Alert("unknown-payouts", rail, old.size(), "without an answer for 15 minutes or more: " + amounts));
    }

    /** Whatever the reason: something is there to be sent, nothing keeps it by intention, and nothing leaves. */
    private Optional<Alert> stalled(String rail, Instant now) {
        Instant before = now.minus(TOO_LONG);
        if (batches.newestIntent(rail).filter(before::isBefore).isPresent()) return Optional.empty();
        long waiting = 0;
        for (PayoutBatchView batch : batches.underWay(rail)) {
            Instant released = batch.releasedAt();
            if (batch.status() != BatchStatus.PAUSED && released != null && released.isBefore(before))
                waiting += pages.counts(batch).waiting() + pages.counts(batch).reserved();
        }
        return waiting == 0
                ? Optional.empty()
                : Optional.of(
                        new Alert(
                                "stalled-payouts",
                                rail,
                                waiting,
                                "released, and nothing has left for 15 minutes or more; the log of the node in charge says why"));
    }

    private Optional<Alert> disagreements(Instant now) {
        List<Disagreement> found = accounts.disagreements(now.minus(REMEMBERED), COUNTED_AT_MOST).stream()
                .filter(each -> !each.kind().equals(WITHOUT_EFFECT))
                .toList();
        if (found.isEmpty()) return Optional.empty();
        String named = found.stream()
                .limit(NAMED)
                .map(each -> each.payout().value() + " " + each.kind())
                .collect(Collectors.joining(", "));
        return Optional.of(new Alert(
                "disagreements",
                "daybook",
                found.size(),
                "the provider did otherwise than the log meant, in the last 14 days: " + named));
    }

    /** Only where this node works on the rail: the others would only spend the provider's patience. */
    private void compare(String rail, Instant now) throws InterruptedException {
        if (engines.find(rail).filter(RailEngine::isInCharge).isEmpty()) return;
        for (Currency currency : funding.currenciesInUse()) {
            String key = rail + ":" + currency;
            try {
                RailJson shown = desk.show(rail, currency);
                String what = shown.items().stream()
                        .filter(item -> MISSING.contains(item.kind()))
                        .map(item -> item.kind() + " " + item.amount().minor())
                        .collect(Collectors.joining(", "));
                if (what.isEmpty()) {
                    divergence.remove(key);
                    divergentSince.remove(key);
                } else if (!divergentSince.computeIfAbsent(key, first -> now).isAfter(now.minus(TOO_LONG)))
                    divergence.put(
                            key,
                            new Alert(
                                    "divergence",
                                    key,
                                    1,
                                    "provider less ledger is "
                                            + shown.difference().minor() + ": " + what));
            } catch (ProblemException e) {
                LOG.debug("{} could not be compared with its provider for now", key);
            }
        }
    }

    /** Only what two looks in a row have found is worth a line: a clock that is set on makes everything late for a moment. */
    private void tell(List<Alert> found) {
        Set<String> before = alerts.stream().map(Alert::name).collect(Collectors.toSet());
        for (Alert alert : found)
            if (before.contains(alert.name()) && told.add(alert.name()))
                LOG.atError()
                        .addKeyValue("alert", alert.kind())
                        .addKeyValue("subject", subjectInLogs(alert))
                        .addKeyValue("count", alert.count())
                        .log("{}", alert.detail());
        Set<String> now = found.stream().map(Alert::name).collect(Collectors.toSet());
        for (Alert alert : alerts)
            if (!now.contains(alert.name()) && told.remove(alert.name()))
                LOG.atInfo()
                        .addKeyValue("alert", alert.kind())
                        .addKeyValue("subject", subjectInLogs(alert))
                        .log("over");
    }

    /** What an issuer calls a person may be their address: a log is no place for it. */
    private static String subjectInLogs(Alert alert) {
        return TokenAlerts.KINDS.contains(alert.kind()) ? "a person" : alert.subject();
    }
}
