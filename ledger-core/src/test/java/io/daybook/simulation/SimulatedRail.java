package io.daybook.simulation;

import io.daybook.money.Money;
import io.daybook.rail.Instruction;
import io.daybook.rail.PayoutRail;
import io.daybook.rail.RailBalance;
import io.daybook.rail.RailMovement;
import io.daybook.rail.RailObject;
import io.daybook.rail.RailObject.Kind;
import io.daybook.rail.RailResult;
import io.daybook.rail.RailSignal;
import io.daybook.rail.RailTerms;
import io.daybook.rail.RailUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One node's line to the provider. */
final class SimulatedRail implements PayoutRail {
    static final String NAME = "stripe";
    static final Duration KEYS_ARE_USED = Duration.ofHours(20);
    /** Longer than a request may be under way: what settling time there is was chosen for that. */
    private static final long LONGEST_IN_HAND = 5 * World.MINUTE;

    private static final long LONGEST_BEHIND = 5 * World.MINUTE;
    private static final long LONGEST_UNDER_WAY = 3 * World.MINUTE;
    private static final long TOLERANCE = 5 * World.MINUTE;

    private final World world;
    private final Node node;
    private final Provider provider;
    private final Oracle oracle;
    private final Gatekeeper gatekeeper;

    SimulatedRail(Simulation in, Node node) {
        this.world = in.world;
        this.node = node;
        this.provider = in.provider;
        this.oracle = in.oracle;
        this.gatekeeper = in.gatekeeper;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<RailTerms> terms(Currency currency) {
        return Optional.of(new RailTerms(new Money(1, currency), new Money(1, currency)));
    }

    @Override
    public boolean usesConnectedAccounts() {
        return true;
    }

    @Override
    public Duration keyLifetime() {
        return KEYS_ARE_USED;
    }

    @Override
    public RailResult submit(Instruction instruction) {
        gatekeeper.leaves(instruction, node);
        world.step(node, LONGEST_IN_HAND);
        oracle.sent(instruction, node);
        if (world.happens(Fault.TOO_MANY_REQUESTS, 8))
            return new RailResult.Deferred("429", Duration.ofSeconds(1 + world.chance.below(20)));
        if (provider.isDown() || world.happens(Fault.LOST_REQUEST, 8)) return new RailResult.Unknown("timeout", false);
        if (world.happens(Fault.LATE_REQUEST, 10)) {
            long latest = world.now() + LONGEST_UNDER_WAY;
            provider.later(world.chance.between(1, LONGEST_UNDER_WAY), () -> {
                if (world.now() <= latest) provider.submit(instruction);
            });
            return new RailResult.Unknown("timeout", false);
        }
        if (world.happens(Fault.SAVED_500, 10)) provider.save500(instruction);
        RailResult result = provider.submit(instruction);
        world.step(node);
        return world.happens(Fault.LOST_ANSWER, 4) ? new RailResult.Unknown("timeout", false) : result;
    }

    private <T> T read(Supplier<T> question) {
        world.step(node);
        if (provider.isDown() || world.happens(Fault.READS_FAIL, 8)) throw new RailUnavailable("timeout");
        T answer = question.get();
        world.step(node);
        return answer;
    }

    @Override
    public List<RailObject> find(Instruction sent, Instant since) {
        Kind kind = switch (sent) {
            case Instruction.Transfer i -> Kind.TRANSFER;
            case Instruction.PayOut i -> Kind.PAYOUT;
            case Instruction.Reversal i -> Kind.REVERSAL;
        };
        List<RailObject> found = read(() -> provider.objects().stream()
                .filter(object -> object.kind() == kind
                        && object.payout().equals(Optional.of(sent.payout()))
                        && !object.created().isBefore(since))
                .flatMap(object -> shown(object).stream())
                .toList());
        oracle.looked(sent.payout());
        return found;
    }

    @Override
    public Optional<RailObject> fetch(Kind kind, String providerId, Optional<String> within) {
        return read(() -> provider.find(providerId).flatMap(this::shown));
    }

    /** For some minutes a reader may be shown how things were before: an older state, or nothing yet. */
    private Optional<RailObject> shown(RailObject o) {
        boolean young = world.now() - provider.changedAt(o.providerId()) < LONGEST_BEHIND;
        if (!young || !world.happens(Fault.STALE_READS, 3)) return Optional.of(o);
        List<RailObject.Status> history = provider.history(o.providerId());
        if (history.size() < 2) return Optional.empty();
        return Optional.of(new RailObject(
                o.kind(),
                o.providerId(),
                o.payout(),
                o.attempt(),
                o.amount(),
                history.get(history.size() - 2),
                o.connectedAccount(),
                o.reverses(),
                Optional.empty(),
                o.trace(),
                o.created()));
    }

    @Override
    public List<RailObject> reversalsOf(String transfer) {
        return read(() -> provider.objects().stream()
                .filter(object -> object.reverses().equals(Optional.of(transfer)))
                .toList());
    }

    @Override
    public List<RailObject> listSince(Instant since, Collection<String> connectedAccounts) {
        return read(() -> {
            List<RailObject> found = new ArrayList<>();
            Set<String> looked = new HashSet<>(connectedAccounts);
            for (RailObject object : provider.objects())
                if (object.kind() == Kind.TRANSFER && !object.created().isBefore(since)) {
                    found.add(object);
                    object.connectedAccount().ifPresent(looked::add);
                }
            for (RailObject object : provider.objects())
                if (object.kind() == Kind.PAYOUT
                        && !object.created().isBefore(since)
                        && looked.contains(object.connectedAccount().orElse(""))) found.add(object);
            return found;
        });
    }

    @Override
    public RailBalance balance(Currency currency) {
        return read(() -> new RailBalance(new Money(provider.balance(), currency), Money.zero(currency)));
    }

    @Override
    public RailBalance balanceOf(String account, Currency currency) {
        return read(() -> new RailBalance(new Money(provider.balanceOf(account), currency), Money.zero(currency)));
    }

    @Override
    public RailMovement.Page movementsAfter(Optional<String> cursor, int limit) {
        return read(() -> {
            int from = cursor.map(after -> Integer.parseInt(after.substring("txn_".length())) + 1)
                    .orElse(0);
            List<RailMovement> all = provider.book();
            List<RailMovement> lines = List.copyOf(all.subList(from, Math.min(all.size(), from + limit)));
            Optional<String> next = lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(lines.getLast().id());
            return new RailMovement.Page(lines, next, from + lines.size() < all.size());
        });
    }

    @Override
    public RailMovement.Page movementsOf(String account, Optional<String> cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> newestMovement() {
        return read(() -> provider.book().isEmpty()
                ? Optional.empty()
                : Optional.of(provider.book().getLast().id()));
    }

    @Override
    public Optional<RailSignal> verify(String signature, byte[] body, Instant now) {
        int at = signature.indexOf('@');
        long age = now.toEpochMilli()
                - World.BEGINNING
                        .plusMillis(Long.parseLong(signature.substring(at + 1)))
                        .toEpochMilli();
        if (!signature.startsWith("genuine") || Math.abs(age) > TOLERANCE) return Optional.empty();
        String[] parts = new String(body, StandardCharsets.UTF_8).split("\\|", -1);
        return Optional.of(new RailSignal.Changed(
                parts[0],
                Kind.valueOf(parts[1]),
                parts[2],
                Optional.of(RailObject.Status.valueOf(parts[3])),
                parts[4].isEmpty() ? Optional.empty() : Optional.of(parts[4]),
                World.BEGINNING.plusMillis(Long.parseLong(parts[5]))));
    }
}
