package io.daybook.engagement;

import static io.daybook.kernel.Decision.accept;
import static io.daybook.kernel.Decision.reject;
import static java.util.Objects.requireNonNull;

import io.daybook.engagement.EngagementCommand.AgreeRate;
import io.daybook.engagement.EngagementCommand.ChangeOverlapRule;
import io.daybook.engagement.EngagementCommand.ChangeTerms;
import io.daybook.engagement.EngagementCommand.ChangeWeeklyCap;
import io.daybook.engagement.EngagementCommand.EndEngagement;
import io.daybook.engagement.EngagementCommand.OpenEngagement;
import io.daybook.engagement.EngagementCommand.StartEngagement;
import io.daybook.engagement.EngagementEvent.EngagementEnded;
import io.daybook.engagement.EngagementEvent.EngagementStarted;
import io.daybook.engagement.EngagementEvent.OverlapRuleChanged;
import io.daybook.engagement.EngagementEvent.RateAgreed;
import io.daybook.engagement.EngagementEvent.WeeklyCapChanged;
import io.daybook.engagement.EngagementRejection.CapNotPositive;
import io.daybook.engagement.EngagementRejection.CurrencyMismatch;
import io.daybook.engagement.EngagementRejection.EngagementExists;
import io.daybook.engagement.EngagementRejection.EngagementHasEnded;
import io.daybook.engagement.EngagementRejection.RateConflict;
import io.daybook.engagement.EngagementRejection.UnknownEngagement;
import io.daybook.kernel.Decider;
import io.daybook.kernel.Decision;
import io.daybook.money.HourlyRate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules about one engagement. */
final class EngagementDecider {
    static final Decider<EngagementCommand, EngagementState, EngagementEvent> DECIDER =
            new Decider<>(EngagementState.UNKNOWN, EngagementDecider::decide, EngagementDecider::evolve);

    private EngagementDecider() {}

    static Decision<EngagementEvent> decide(EngagementState state, EngagementCommand command) {
        Terms terms = state.terms();
        if (terms == null)
            return switch (command) {
                case StartEngagement c -> start(c);
                case OpenEngagement c -> start(c.on());
                default -> reject(new UnknownEngagement(command.engagement()));
            };
        if (terms.lastDay() != null && !(command instanceof EndEngagement))
            return reject(new EngagementHasEnded(command.engagement()));
        return switch (command) {
            case StartEngagement c -> bringTo(state, terms, c);
            case OpenEngagement c -> open(state, terms, c.on());
            case ChangeTerms c -> change(state, terms, c);
            case AgreeRate c ->
                refusal(c.engagement(), terms, c.rate(), c.from())
                        .<Decision<EngagementEvent>>map(Decision::reject)
                        .orElseGet(() -> accept(agreed(c, terms)));
            case ChangeWeeklyCap c ->
                notPositive(c.weeklyCapSeconds())
                        ? reject(new CapNotPositive(c.engagement()))
                        : accept(capped(c, terms));
            case ChangeOverlapRule c -> accept(overlapping(c, state));
            case EndEngagement c -> end(terms, c);
        };
    }

    private static Decision<EngagementEvent> start(StartEngagement c) {
        if (!c.rate().perHour().currency().equals(c.currency()))
            return reject(new CurrencyMismatch(c.engagement(), c.currency()));
        if (notPositive(c.weeklyCapSeconds())) return reject(new CapNotPositive(c.engagement()));
        return accept(
                new EngagementStarted(
                        c.engagement(), c.project(), c.currency(), c.overlap(), c.weeklyCapSeconds(), c.at()),
                new RateAgreed(c.engagement(), new RateVersion(1, c.rate(), c.rateFrom()), c.at()));
    }

    private static Decision<EngagementEvent> bringTo(EngagementState state, Terms terms, StartEngagement c) {
        if (!c.currency().equals(terms.currency()))
            return reject(new CurrencyMismatch(c.engagement(), terms.currency()));
        if (notPositive(c.weeklyCapSeconds())) return reject(new CapNotPositive(c.engagement()));
        Optional<EngagementRejection> refusal = refusal(c.engagement(), terms, c.rate(), c.rateFrom());
        if (refusal.isPresent()) return reject(refusal.get());
        List<EngagementEvent> facts = new ArrayList<>();
        facts.addAll(agreed(new AgreeRate(c.engagement(), c.rate(), c.rateFrom(), c.at()), terms));
        facts.addAll(capped(new ChangeWeeklyCap(c.engagement(), c.weeklyCapSeconds(), c.at()), terms));
        facts.addAll(overlapping(new ChangeOverlapRule(c.engagement(), c.overlap(), c.at()), state));
        return accept(facts);
    }

    private static Decision<EngagementEvent> open(EngagementState state, Terms terms, StartEngagement c) {
        Optional<EngagementRejection> refusal = refusal(c.engagement(), terms, c.rate(), c.rateFrom());
        if (refusal.isPresent()) return reject(refusal.get());
        List<String> differing = new ArrayList<>();
        if (c.overlap() != state.overlap()) differing.add("overlap");
        if (!Objects.equals(c.weeklyCapSeconds(), terms.weeklyCapSeconds())) differing.add("weeklyCapHours");
        if (agreedFrom(terms, c.rateFrom()).isEmpty()) differing.add("rateFrom");
        return differing.isEmpty() ? accept() : reject(new EngagementExists(c.engagement(), differing));
    }

    private static Decision<EngagementEvent> change(EngagementState state, Terms terms, ChangeTerms c) {
        if (c.capChanges() && notPositive(c.weeklyCapSeconds())) return reject(new CapNotPositive(c.engagement()));
        List<EngagementEvent> facts = new ArrayList<>();
        if (c.capChanges())
            facts.addAll(capped(new ChangeWeeklyCap(c.engagement(), c.weeklyCapSeconds(), c.at()), terms));
        if (c.overlap() != null)
            facts.addAll(overlapping(new ChangeOverlapRule(c.engagement(), c.overlap(), c.at()), state));
        return accept(facts);
    }

    private static Optional<EngagementRejection> refusal(
            EngagementId engagement, Terms terms, HourlyRate rate, LocalDate from) {
        if (!rate.perHour().currency().equals(terms.currency()))
            return Optional.of(new CurrencyMismatch(engagement, terms.currency()));
        return agreedFrom(terms, from)
                .filter(earlier -> !earlier.rate().equals(rate))
                .map(earlier -> new RateConflict(engagement, from));
    }

    private static List<RateAgreed> agreed(AgreeRate c, Terms terms) {
        if (agreedFrom(terms, c.from()).isPresent()) return List.of();
        int version = terms.rates().size() + 1;
        return List.of(new RateAgreed(c.engagement(), new RateVersion(version, c.rate(), c.from()), c.at()));
    }

    private static Optional<RateVersion> agreedFrom(Terms terms, LocalDate from) {
        return terms.rates().stream().filter(rate -> rate.from().equals(from)).findFirst();
    }

    private static List<WeeklyCapChanged> capped(ChangeWeeklyCap c, Terms terms) {
        return Objects.equals(c.weeklyCapSeconds(), terms.weeklyCapSeconds())
                ? List.of()
                : List.of(new WeeklyCapChanged(c.engagement(), c.weeklyCapSeconds(), c.at()));
    }

    private static List<OverlapRuleChanged> overlapping(ChangeOverlapRule c, EngagementState state) {
        return c.overlap() == state.overlap()
                ? List.of()
                : List.of(new OverlapRuleChanged(c.engagement(), c.overlap(), c.at()));
    }

    private static Decision<EngagementEvent> end(Terms terms, EndEngagement c) {
        if (terms.lastDay() == null) return accept(new EngagementEnded(c.engagement(), c.lastDay(), c.at()));
        return terms.lastDay().equals(c.lastDay()) ? accept() : reject(new EngagementHasEnded(c.engagement()));
    }

    private static boolean notPositive(@Nullable Long cap) {
        return cap != null && cap <= 0;
    }

    static EngagementState evolve(EngagementState state, EngagementEvent event) {
        return switch (event) {
            case EngagementStarted e ->
                new EngagementState(new Terms(e.currency(), e.weeklyCapSeconds(), List.of(), null), e.overlap());
            case RateAgreed e -> state.agreed(requireNonNull(state.terms()), e.rate());
            case WeeklyCapChanged e -> state.capped(requireNonNull(state.terms()), e.weeklyCapSeconds());
            case OverlapRuleChanged e -> new EngagementState(state.terms(), e.overlap());
            case EngagementEnded e -> state.ended(requireNonNull(state.terms()), e.lastDay());
        };
    }
}
