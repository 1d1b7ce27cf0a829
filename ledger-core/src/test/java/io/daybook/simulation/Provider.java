package io.daybook.simulation;

import static java.util.Objects.requireNonNull;

import io.daybook.money.Money;
import io.daybook.rail.Instruction;
import io.daybook.rail.RailMovement;
import io.daybook.rail.RailObject;
import io.daybook.rail.RailObject.Kind;
import io.daybook.rail.RailObject.Status;
import io.daybook.rail.RailResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** A provider with connected accounts, and what it will do by itself. Its clock is right. */
final class Provider implements Doer {
    static final Duration KEYS_ARE_KEPT = Duration.ofHours(24);

    private static final String ACCOUNT_OF_OTHERS = "acct_of_others";

    private final World world;
    private final PostOffice post;
    private final Oracle oracle;
    private final Map<String, RailObject> objects = new LinkedHashMap<>();
    private final Map<String, List<Status>> histories = new HashMap<>();
    private final Map<String, Long> changedAt = new HashMap<>();
    private final Map<String, Long> takenBack = new HashMap<>();
    private final Map<String, Saved> keys = new HashMap<>();
    private final Map<String, Long> connected = new LinkedHashMap<>();
    private final List<RailMovement> book = new ArrayList<>();
    private final PriorityQueue<Later> agenda =
            new PriorityQueue<>(Comparator.comparingLong(Later::at).thenComparingInt(Later::number));
    private long balance;
    private long downUntil;
    private int made;

    private record Saved(Instruction instruction, RailResult result, long at) {}

    private record Later(long at, int number, Runnable what) {}

    Provider(World world, PostOffice post, Oracle oracle) {
        this.world = world;
        this.post = post;
        this.oracle = oracle;
    }

    @Override
    public String name() {
        return "provider";
    }

    @Override
    public long dueAt() {
        Later next = agenda.peek();
        return next == null ? Long.MAX_VALUE : next.at();
    }

    @Override
    public void round() {
        Later next = agenda.poll();
        if (next != null) next.what().run();
        if (world.happens(Fault.OUTAGE, 12)) downUntil = world.now() + world.chance.between(1, 40 * World.HOUR);
        if (world.happens(Fault.WEBHOOK_OF_OTHERS, 6)) othersObject();
    }

    @Override
    public void startAgain() {}

    void later(long millis, Runnable what) {
        agenda.add(new Later(world.now() + millis, made++, what));
    }

    boolean isDown() {
        return !world.isCalm() && world.now() < downUntil;
    }

    boolean isIdle() {
        return agenda.isEmpty();
    }

    /** Money from our bank. */
    void topUp(long minor) {
        balance += minor;
        line(RailMovement.Kind.TOP_UP, minor, "tu_" + made++);
    }

    private void line(RailMovement.Kind kind, long minor, String source) {
        Money none = Oracle.usd(0);
        book.add(new RailMovement(
                "txn_" + book.size(),
                kind,
                Oracle.usd(minor),
                none,
                Optional.of(source),
                Optional.empty(),
                world.instant()));
    }

    /** Somebody else's object. */
    private void othersObject() {
        RailObject object = new RailObject(
                Kind.PAYOUT,
                "po_of_others_" + made++,
                otherReference(),
                1,
                Oracle.usd(5),
                Status.PAID,
                Optional.of(ACCOUNT_OF_OTHERS),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                world.instant());
        objects.put(object.providerId(), object);
        post.send(object);
    }

    /** None, a name that is none of ours, or one of ours on an account that is not its own. */
    private Optional<String> otherReference() {
        List<RailObject> ours = ours().toList();
        if (!ours.isEmpty() && world.chance.oneIn(2))
            return ours.get((int) world.chance.between(0, ours.size() - 1)).payout();
        return world.chance.oneIn(2) ? Optional.of("invoice-" + made) : Optional.empty();
    }

    /** A key that is still kept answers as it did, whatever that was. */
    RailResult submit(Instruction instruction) {
        Saved saved = keys.get(instruction.key());
        if (saved != null && world.now() - saved.at() < KEYS_ARE_KEPT.toMillis())
            return saved.instruction().equals(instruction)
                    ? saved.result()
                    : new RailResult.Halted("idempotency_error", "the key was used otherwise", false);
        RailResult result = world.happens(Fault.NO_FUNDS, 12) ? noFunds() : carryOut(instruction);
        keys.put(instruction.key(), new Saved(instruction, result, world.now()));
        return result;
    }

    /** Answers 500 from now on under this key, whether or not it did what was asked. */
    void save500(Instruction instruction) {
        Saved saved = keys.get(instruction.key());
        if (saved != null && world.now() - saved.at() < KEYS_ARE_KEPT.toMillis()) return;
        if (world.chance.oneIn(2)) carryOut(instruction);
        keys.put(instruction.key(), new Saved(instruction, new RailResult.Unknown("500", true), world.now()));
    }

    private static RailResult noFunds() {
        return new RailResult.Refused("balance_insufficient", "There is not enough money.", true);
    }

    private RailResult carryOut(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Transfer i -> transfer(i);
            case Instruction.PayOut i -> payOut(i);
            case Instruction.Reversal i -> reverse(i);
        };
    }

    private RailResult transfer(Instruction.Transfer i) {
        if (balance < i.amount().minor()) return noFunds();
        move(i.destination(), i.amount().minor());
        RailObject object = object(Kind.TRANSFER, "tr_", i, Status.DONE, i.destination(), Optional.empty());
        line(RailMovement.Kind.TRANSFER, -i.amount().minor(), object.providerId());
        return new RailResult.Accepted(object);
    }

    private void move(String account, long minor) {
        balance -= minor;
        connected.merge(account, minor, Long::sum);
    }

    private RailResult payOut(Instruction.PayOut i) {
        if (balanceOf(i.destination()) < i.amount().minor()) return noFunds();
        connected.merge(i.destination(), -i.amount().minor(), Long::sum);
        RailObject object = object(Kind.PAYOUT, "po_", i, Status.PENDING, i.destination(), Optional.empty());
        plan(object);
        return new RailResult.Accepted(object);
    }

    /** What will become of it is decided now. */
    private void plan(RailObject object) {
        String id = object.providerId();
        long at = world.chance.between(World.MINUTE, 20 * World.HOUR);
        if (world.chance.oneIn(2)) later(at / 2, () -> become(id, Status.IN_TRANSIT));
        if (world.happens(Fault.PAYOUT_FAILS, 4)) {
            Status no = world.chance.oneIn(4) ? Status.CANCELED : Status.FAILED;
            later(at, () -> become(id, no));
            return;
        }
        later(at, () -> become(id, Status.PAID));
        long back = at + world.chance.between(World.MINUTE, 4 * World.DAY);
        if (world.happens(Fault.PAID_THEN_FAILS, 4)) later(back, () -> become(id, Status.FAILED));
        else if (world.happens(Fault.PAID_THEN_RETURNED, 4)) later(back, () -> become(id, Status.RETURNED));
    }

    private void become(String id, Status status) {
        RailObject o = requireNonNull(objects.get(id));
        boolean back = status == Status.FAILED || status == Status.CANCELED || status == Status.RETURNED;
        if (back) connected.merge(o.connectedAccount().orElseThrow(), o.amount().minor(), Long::sum);
        RailObject now = new RailObject(
                o.kind(),
                id,
                o.payout(),
                o.attempt(),
                o.amount(),
                status,
                o.connectedAccount(),
                o.reverses(),
                back ? Optional.of("could_not_process") : Optional.empty(),
                Optional.of("trace_" + id),
                o.created());
        changed(now);
    }

    private void changed(RailObject now) {
        objects.put(now.providerId(), now);
        histories.computeIfAbsent(now.providerId(), id -> new ArrayList<>()).add(now.status());
        changedAt.put(now.providerId(), world.now());
        oracle.provider(now, ours().toList());
        post.send(now);
    }

    private RailResult reverse(Instruction.Reversal i) {
        RailObject transfer = objects.get(i.transfer());
        if (transfer == null) return new RailResult.Refused("resource_missing", "No such transfer.", false);
        String account = transfer.connectedAccount().orElseThrow();
        long left = transfer.amount().minor() - takenBack.getOrDefault(i.transfer(), 0L);
        long minor = i.amount().minor();
        if (balanceOf(account) < minor || left < minor) return noFunds();
        takenBack.merge(i.transfer(), minor, Long::sum);
        move(account, -minor);
        RailObject object = object(Kind.REVERSAL, "trr_", i, Status.DONE, account, Optional.of(i.transfer()));
        line(RailMovement.Kind.REVERSAL, minor, object.providerId());
        return new RailResult.Accepted(object);
    }

    private RailObject object(
            Kind kind, String prefix, Instruction i, Status status, String account, Optional<String> reverses) {
        RailObject object = new RailObject(
                kind,
                prefix + made++,
                Optional.of(i.payout()),
                i.attempt(),
                i.amount(),
                status,
                Optional.of(account),
                reverses,
                Optional.empty(),
                Optional.empty(),
                world.instant());
        changed(object);
        return object;
    }

    Stream<RailObject> ours() {
        return objects.values().stream()
                .filter(object -> !object.connectedAccount().equals(Optional.of(ACCOUNT_OF_OTHERS)));
    }

    List<RailObject> objects() {
        return List.copyOf(objects.values());
    }

    Optional<RailObject> find(String id) {
        return Optional.ofNullable(objects.get(id));
    }

    /** What the object has been, in order. */
    List<Status> history(String id) {
        return histories.getOrDefault(id, List.of());
    }

    long changedAt(String id) {
        return changedAt.getOrDefault(id, 0L);
    }

    long balance() {
        return balance;
    }

    long balanceOf(String account) {
        return connected.getOrDefault(account, 0L);
    }

    Map<String, Long> connected() {
        return connected;
    }

    List<RailMovement> book() {
        return book;
    }
}
