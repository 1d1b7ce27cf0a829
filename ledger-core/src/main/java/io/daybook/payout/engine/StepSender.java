package io.daybook.payout.engine;

import io.daybook.account.AccountCommand;
import io.daybook.account.AccountCommand.Both;
import io.daybook.account.AccountCommand.ContinuePayout;
import io.daybook.account.AccountCommand.ProveAbsent;
import io.daybook.account.AccountCommand.RecordAnswer;
import io.daybook.account.Payability;
import io.daybook.account.PayoutProgress.StepBegun;
import io.daybook.account.PayoutStep;
import io.daybook.account.StepAnswer;
import io.daybook.kernel.Outcome;
import io.daybook.payout.engine.Destinations.Opened;
import io.daybook.payout.engine.Memory.Note;
import io.daybook.rail.Instruction;
import io.daybook.rail.PayoutRail;
import io.daybook.rail.RailDenied;
import io.daybook.rail.RailObject;
import io.daybook.rail.RailResult;
import io.daybook.rail.RailUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Sends recorded intents, records the answers, and finds out what became of those whose answer nobody knows. */
final class StepSender {
    /** After the last moment at which an instruction may have been sent, before its absence is believed. */
    private static final Duration SETTLING = Duration.ofMinutes(10);

    private static final System.Logger LOG = System.getLogger(StepSender.class.getName());
    private static final String CONTENT_CHANGED = "content-changed";

    private final PayoutRail rail;
    private final Departures departures;
    private final LookUp lookUp;
    private final RailPace pace;
    private final EngineViews views;
    private final Orders orders;
    private final Destinations destinations;
    private final RailSwitch railSwitch;
    private final Payabilities payabilities;
    private final Brakes brakes;
    private final Memory memory;
    private final InstantSource clock;

    StepSender(
            PayoutRail rail,
            Departures departures,
            LookUp lookUp,
            RailPace pace,
            EngineViews views,
            Orders orders,
            Destinations destinations,
            RailSwitch railSwitch,
            Payabilities payabilities,
            Brakes brakes,
            Memory memory,
            InstantSource clock) {
        this.rail = rail;
        this.departures = departures;
        this.lookUp = lookUp;
        this.pace = pace;
        this.views = views;
        this.orders = orders;
        this.destinations = destinations;
        this.railSwitch = railSwitch;
        this.payabilities = payabilities;
        this.brakes = brakes;
        this.memory = memory;
        this.clock = clock;
    }

    /** An intent that was just recorded: it has never been sent, as far as our log goes back. */
    Drive send(Step step, Instant intended) throws InterruptedException {
        memory.stepDone(step.payout());
        return switch (destinations.open(step.destination())) {
            case Opened.Altered() -> altered(step);
            case Opened.Erased() -> refused(step, "destination-erased", "the destination's key was destroyed", false);
            case Opened.Account(String account) -> {
                Instruction instruction = step.instruction(account);
                yield step.attempt() == 1
                        ? answered(step, departures.leave(step, instruction, intended))
                        : clear(step, instruction, intended, true);
            }
        };
    }

    /** An intent from before: perhaps it was sent. The same key again while the provider surely remembers it. */
    Drive sendAgain(Step step) throws InterruptedException {
        Optional<String> brake = brakes.on(step.batch());
        if (brake.isPresent()) return new Drive.Held(brake.get());
        return withInstruction(
                step,
                (instruction, intended) -> departures.keyLives(intended)
                                && step.attempt() == 1
                                && !memory.of(step.payout()).lookFirst()
                                && departures.mayBeRepeated(step)
                        ? repeat(step, instruction, intended)
                        : clear(step, instruction, intended, false));
    }

    /** Nobody knows what became of it: look it up, and only then perhaps send it again. */
    Drive clear(Step step) throws InterruptedException {
        return withInstruction(step, (instruction, intended) -> clear(step, instruction, intended, false));
    }

    @FunctionalInterface
    private interface Go {
        Drive on(Instruction instruction, Instant intended) throws InterruptedException;
    }

    private Drive withInstruction(Step step, Go go) throws InterruptedException {
        if (!step.isAsMeant()) return altered(step);
        return switch (destinations.open(step.destination())) {
            case Opened.Altered() -> altered(step);
            case Opened.Erased() -> later(step);
            case Opened.Account(String account) -> {
                Optional<Instant> intended =
                        views.batches().intendedAt(step.intent().key());
                yield intended.isPresent() ? go.on(step.instruction(account), intended.get()) : later(step);
            }
        };
    }

    /** @param isNew whether our log knows that it was never sent */
    private Drive clear(Step step, Instruction instruction, Instant intended, boolean isNew)
            throws InterruptedException {
        // Whoever stands still after looking has seen nothing of what came meanwhile.
        Instant looked = clock.instant();
        LookUp.Found found;
        try {
            found = lookUp.find(step, instruction, intended);
        } catch (RailDenied e) {
            return isNew ? refused(step, "account-denied", "the provider gives no access to it", false) : later(step);
        } catch (RailUnavailable e) {
            return later(step);
        }
        if (found.ours().isPresent()) return accepted(step, found.ours().get());
        Optional<Drive> carriedOn = found.byHand() ? carryOn(step) : Optional.empty();
        if (carriedOn.isPresent()) return carriedOn.get();
        if (found.elsewhere()) return later(step);
        if (departures.keyLives(intended))
            return memory.of(step.payout()).maySendAgain() && departures.mayBeRepeated(step)
                    ? repeat(step, instruction, intended)
                    : later(step);
        return isSettled(intended, looked) ? proveAbsent(step, intended, looked) : later(step);
    }

    /** Somebody changed the row: nothing more leaves by this rail until a person has looked. */
    private Drive altered(Step step) {
        String why = step.payout().value() + " is not what was meant to be sent."
                + " Rebuild the views from the log before the rail is started again.";
        railSwitch.stop(rail.name(), new RailSwitch.Stop(CONTENT_CHANGED, why, "daybook", clock.instant()));
        return new Drive.Held(CONTENT_CHANGED);
    }

    /** What was perhaps carried out before is not refused by a refusal of its repeat: only where nothing is found. */
    private Drive repeat(Step step, Instruction instruction, Instant intended) throws InterruptedException {
        Sending sending = departures.leave(step, instruction, intended);
        if (!(sending instanceof Sending.Answered(RailResult.Refused refusal))) return answered(step, sending);
        try {
            LookUp.Found found = lookUp.find(step, instruction, intended);
            return found.ours().isPresent() ? accepted(step, found.ours().get()) : answered(step, refusal);
        } catch (RailUnavailable e) {
            return unknown(step, "refused on a repeat, and it cannot be looked up: " + refusal.code(), true);
        }
    }

    private Drive answered(Step step, Sending sending) throws InterruptedException {
        return switch (sending) {
            case Sending.HeldBack(String why) -> new Drive.Held(why);
            case Sending.Answered(RailResult result) -> answered(step, result);
        };
    }

    private Drive answered(Step step, RailResult result) throws InterruptedException {
        return switch (result) {
            case RailResult.Accepted(RailObject object) -> accepted(step, object);
            case RailResult.Refused(var code, var message, var funds) -> refused(step, code, message, funds);
            case RailResult.Unknown(var why, var answered) -> unknown(step, why, answered);
            case RailResult.Deferred(var why, var retryAfter) ->
                new Drive.Later(clock.instant().plus(retryAfter));
            case RailResult.Halted(var code, var why, var wholeRail) -> halted(step, code, why, wholeRail);
        };
    }

    private Drive accepted(Step step, RailObject object) throws InterruptedException {
        StepAnswer answer = new StepAnswer.Accepted(Sightings.fact(object, clock.instant()));
        if (step.intent().step() == PayoutStep.PAYOUT) return new Drive.Rests(record(step, answer));
        AccountCommand goOn = goOn(step);
        Outcome outcome;
        try {
            outcome = orders.intend(
                    new Both(order(step, answer), goOn), step.batch().value());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.INFO, () -> step.payout().value() + " was answered and does not go on here", e);
            return new Drive.Rests(record(step, answer));
        }
        // A message of the provider may have been faster than its answer.
        if (outcome instanceof Outcome.Done done && !done.isNew())
            outcome = orders.intend(goOn, step.batch().value());
        return wentOn(step, goOn, outcome);
    }

    /** Its transfer is there, and not by this instruction: the account knows of it by now, and says whether it goes on. */
    private Optional<Drive> carryOn(Step step) throws InterruptedException {
        if (step.intent().step() == PayoutStep.PAYOUT) return Optional.empty();
        AccountCommand goOn = goOn(step);
        Outcome outcome = orders.intend(goOn, step.batch().value());
        return outcome instanceof Outcome.Refused ? Optional.empty() : Optional.of(wentOn(step, goOn, outcome));
    }

    private AccountCommand goOn(Step step) {
        Payability payability = payabilities.lately(step.account().contractor());
        return new ContinuePayout(step.account(), step.payout(), step.attempt(), payability, clock.instant());
    }

    private Drive wentOn(Step step, AccountCommand goOn, Outcome outcome) throws InterruptedException {
        if (orders.written(goOn, outcome).orElse(null) instanceof StepBegun e
                && e.payout().equals(step.payout())) return send(Step.of(e), e.occurredAt());
        return new Drive.Rests(outcome instanceof Outcome.Done done ? done.position() : 0);
    }

    private Drive refused(Step step, String code, String message, boolean forLackOfFunds) {
        return new Drive.Rests(record(step, new StepAnswer.Refused(code, message, forLackOfFunds)));
    }

    private Drive unknown(Step step, String why, boolean answered) {
        record(step, new StepAnswer.Unknown(why));
        Note note = memory.unknown(step.payout(), answered);
        return new Drive.Later(clock.instant().plus(pace.delayAfter(note.unknowns())));
    }

    /** Our own fault is nobody's answer: a bad credential stops the rail, a bad instruction stops its payout. */
    private Drive halted(Step step, String code, String why, boolean wholeRail) {
        if (wholeRail) {
            railSwitch.stop(rail.name(), new RailSwitch.Stop(code, why, "daybook", clock.instant()));
            return new Drive.Held(code);
        }
        memory.lookOnly(step.payout());
        return unknown(step, code + ": " + why, true);
    }

    /** An intent that was held back until its key died has no answer either: it is unknown first. */
    private Drive proveAbsent(Step step, Instant intended, Instant looked) {
        record(step, new StepAnswer.Unknown("no answer was recorded"));
        String evidence = "looked up by reference at %s: nothing under key %s, which was last usable at %s"
                .formatted(looked, step.intent().key(), intended.plus(rail.keyLifetime()));
        Outcome outcome = orders.give(
                new ProveAbsent(
                        step.account(),
                        step.payout(),
                        step.intent().step(),
                        step.intent().attempt(),
                        evidence,
                        clock.instant()),
                step.batch().value());
        return outcome instanceof Outcome.Done done ? new Drive.Rests(done.position()) : later(step);
    }

    private long record(Step step, StepAnswer answer) {
        return switch (orders.give(order(step, answer), step.batch().value())) {
            case Outcome.Done done -> done.position();
            case Outcome.Refused(var reason) ->
                throw new IllegalStateException("an answer was not recorded: " + reason.code());
        };
    }

    private RecordAnswer order(Step step, StepAnswer answer) {
        return new RecordAnswer(
                step.account(),
                step.payout(),
                step.intent().step(),
                step.intent().attempt(),
                answer,
                clock.instant());
    }

    private Drive later(Step step) {
        Note note = memory.unknown(step.payout(), false);
        return new Drive.Later(clock.instant().plus(pace.delayAfter(note.unknowns())));
    }

    private boolean isSettled(Instant intended, Instant looked) {
        return !looked.isBefore(intended.plus(rail.keyLifetime()).plus(SETTLING));
    }
}
