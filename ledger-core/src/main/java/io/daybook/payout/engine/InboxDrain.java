package io.daybook.payout.engine;

import io.daybook.account.AccountCommand;
import io.daybook.account.AccountId;
import io.daybook.account.PayoutId;
import io.daybook.kernel.PersonVault;
import io.daybook.payout.PayoutBatchId;
import io.daybook.payout.engine.RailInbox.Message;
import io.daybook.rail.PayoutRail;
import io.daybook.rail.RailObject;
import io.daybook.rail.RailUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works the inbox off: what a message is about is fetched again, and the account told how it stands now. */
final class InboxDrain {
    private static final System.Logger LOG = System.getLogger(InboxDrain.class.getName());
    private static final int AT_A_TIME = 500;
    private static final Duration WHILE_IT_IS_MADE = Duration.ofSeconds(2);
    private static final long SOONEST_SECONDS = 10;
    private static final long LATEST_SECONDS = 60;
    private static final Duration READERS_BEHIND = Duration.ofMinutes(10);

    private final PayoutRail rail;
    private final Lane lane;
    private final EngineViews views;
    private final Orders orders;
    private final PersonVault vault;
    private final RailInbox inbox;
    private final Destinations destinations;
    private final Together together;
    private final InstantSource clock;

    InboxDrain(
            PayoutRail rail,
            Lane lane,
            EngineViews views,
            Orders orders,
            PersonVault vault,
            RailInbox inbox,
            Together together,
            InstantSource clock) {
        this.rail = rail;
        this.lane = lane;
        this.views = views;
        this.orders = orders;
        this.vault = vault;
        this.inbox = inbox;
        this.destinations = new Destinations(views, vault);
        this.together = together;
        this.clock = clock;
    }

    /** Answers whether there may be more at once. What lagging views do not know is not nobody's: then nothing is worked off. */
    boolean drain() throws InterruptedException {
        if (!views.progress().isFresh()) return false;
        List<Message> waiting = inbox.waiting(rail.name(), clock.instant(), AT_A_TIME);
        Map<String, List<Message>> byObject = new LinkedHashMap<>();
        for (Message message : waiting)
            byObject.computeIfAbsent(message.providerId(), object -> new ArrayList<>())
                    .add(message);
        together.all(byObject.values(), this::look);
        return waiting.size() == AT_A_TIME;
    }

    private void look(List<Message> aboutOne) throws InterruptedException {
        List<String> ids = aboutOne.stream().map(Message::eventId).toList();
        boolean done = false;
        // Whoever stands still after looking has seen nothing of what came meanwhile.
        Instant looked = clock.instant();
        try {
            Optional<RailObject> object = fetch(aboutOne.getLast());
            done = object.isEmpty() || tell(object.get(), aboutOne);
            done &= !isBehind(object, aboutOne, looked);
        } catch (RailUnavailable e) {
            LOG.log(System.Logger.Level.DEBUG, "a message's object could not be fetched", e);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, () -> "messages could not be worked off: " + ids, e);
        }
        if (done) inbox.done(rail.name(), ids, clock.instant());
        else inbox.later(rail.name(), ids, nextLook(aboutOne));
    }

    /** Whether a fresh message tells of more than the provider shows: its readers may be behind its writers. */
    private static boolean isBehind(Optional<RailObject> shown, List<Message> messages, Instant looked) {
        Instant fresh = looked.minus(READERS_BEHIND);
        return messages.stream()
                .filter(message ->
                        message.kind() != null && message.receivedAt().isAfter(fresh))
                .anyMatch(message -> {
                    RailObject.Status told = message.status();
                    return shown.isEmpty()
                            || told != null && shown.get().status().isBefore(told);
                });
    }

    /** After ten seconds, then ever more seldom, up to once a minute. */
    private Instant nextLook(List<Message> messages) {
        Instant now = clock.instant();
        long half = Duration.between(messages.getLast().receivedAt(), now).toSeconds() / 2;
        return now.plusSeconds(Math.clamp(half, SOONEST_SECONDS, LATEST_SECONDS));
    }

    private Optional<AccountCommand> order(AccountId account, PayoutId payout, RailObject object, Instant since) {
        return destinations.isElsewhere(payout, object)
                ? Optional.of(Sightings.elsewhere(account, payout, object, clock.instant()))
                : Sightings.order(account, payout, object, since, clock.instant());
    }

    private Optional<RailObject> fetch(Message message) throws InterruptedException {
        RailObject.Kind kind = message.kind();
        if (kind == null) return Optional.empty();
        Optional<String> account = Optional.ofNullable(message.account()).flatMap(vault::open);
        return lane.read(() -> rail.fetch(kind, message.providerId(), account));
    }

    /** When the provider says it came to stand so; now, where no message told of that yet. */
    private Instant since(RailObject object, List<Message> messages) {
        return messages.stream()
                .filter(message -> message.status() == object.status())
                .map(Message::createdAt)
                .max(Comparator.naturalOrder())
                .orElseGet(clock::instant);
    }

    /** What names no payout of ours is somebody else's; false where nobody can tell, because the views are made anew. */
    private boolean tell(RailObject object, List<Message> messages) throws InterruptedException {
        Optional<PayoutId> payout = Sightings.payoutOf(object);
        if (payout.isEmpty()) return true;
        Optional<AccountId> account = views.accountOf(payout.get());
        if (account.isEmpty()) return views.progress().isFresh();
        String batch = PayoutBatchId.of(payout.get()).value();
        order(account.get(), payout.get(), object, since(object, messages))
                .ifPresent(order -> orders.give(order, batch));
        if (mayBeReversed(object, messages))
            for (RailObject back : lane.read(() -> rail.reversalsOf(object.providerId())))
                Sightings.order(account.get(), payout.get(), back, clock.instant())
                        .ifPresent(order -> orders.give(order, batch));
        return true;
    }

    /** A transfer changes only when it, or a part of it, is taken back: by us, or by somebody at the provider's own desk. */
    private static boolean mayBeReversed(RailObject object, List<Message> messages) {
        Instant made = object.created().plus(WHILE_IT_IS_MADE);
        return object.kind() == RailObject.Kind.TRANSFER
                && messages.stream().anyMatch(message -> message.createdAt().isAfter(made));
    }
}
