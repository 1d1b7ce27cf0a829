package io.daybook.audit.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.audit.ConsistencyProof;
import io.daybook.audit.EventLeaf;
import io.daybook.audit.TreeHash;
import io.daybook.audit.TreeNodes;
import io.daybook.audit.note.Checkpoint;
import io.daybook.audit.note.Note;
import io.daybook.audit.note.NoteSigner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A log as an operator has it, small, from a seed; it hands out bundles. */
public final class Office {
    static final Instant START = Instant.parse("2026-05-04T10:00:00Z");
    static final List<String> PEOPLE = List.of("person-ada", "person-bea", "person-cyd");

    public final NoteSigner signer = NoteSigner.generate("log.example/office");
    public final List<EventLeaf> events = new ArrayList<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Random random;

    public Office(long seed, int size) {
        random = new Random(seed);
        while (events.size() < size) {
            int whose = random.nextInt(PEOPLE.size() + 1);
            add("TimeEntryRecorded", payload(), whose == PEOPLE.size() ? null : PEOPLE.get(whose));
        }
    }

    private byte[] payload() {
        byte[] noise = new byte[random.nextInt(40)];
        random.nextBytes(noise);
        return ("{\"seconds\":" + random.nextInt(10_000) + ",\"note\":\""
                        + HexFormat.of().formatHex(noise) + "\"}")
                .getBytes(UTF_8);
    }

    public EventLeaf add(String type, byte[] payload, @Nullable String person) {
        long position = (events.isEmpty() ? 0 : events.getLast().position()) + 1 + random.nextInt(3);
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        EventLeaf event = new EventLeaf(
                position,
                new UUID(random.nextLong(), random.nextLong()),
                "stream-" + random.nextInt(9),
                "timesheet",
                events.size(),
                type,
                1,
                micros(START.plusSeconds(events.size())),
                payload,
                "{\"actor\":\"maker\"}".getBytes(UTF_8),
                salt,
                person,
                person == null ? null : numbers.merge(person, 1L, Long::sum));
        events.add(event);
        return event;
    }

    static long micros(Instant time) {
        return time.getEpochSecond() * 1_000_000;
    }

    public List<TreeHash> hashes() {
        return events.stream().map(EventLeaf::hash).toList();
    }

    public TreeNodes nodes() {
        List<TreeHash> leaves = hashes();
        return new TreeNodes() {
            @Override
            public TreeHash at(int level, long index) {
                return level == 0
                        ? leaves.get((int) index)
                        : TreeHash.ofNode(at(level - 1, 2 * index), at(level - 1, 2 * index + 1));
            }
        };
    }

    Checkpoint tree() {
        return new Checkpoint(signer.key().name(), events.size(), nodes().root(events.size()));
    }

    public Note note() {
        return tree().signed(List.of(signer));
    }

    /** All of the log in a time, with the one before and the one after. */
    Bundle of(@Nullable Instant from, @Nullable Instant to) {
        return of(null, from, to);
    }

    /** All about a person. */
    Bundle about(String person) {
        return of(person, null, null);
    }

    Bundle of(@Nullable String person, @Nullable Instant from, @Nullable Instant to) {
        List<Integer> theirs = new ArrayList<>();
        for (int i = 0; i < events.size(); i++)
            if (person == null || person.equals(events.get(i).person())) theirs.add(i);
        List<Integer> chosen = new ArrayList<>();
        for (int at = 0; at < theirs.size(); at++) {
            boolean nextIsIn = at + 1 == theirs.size() || isIn(theirs.get(at + 1), from, null);
            boolean previousIsIn = at == 0 || isIn(theirs.get(at - 1), null, to);
            if (nextIsIn && previousIsIn) chosen.add(theirs.get(at));
        }
        return bundle(person, from, to, chosen, null, null);
    }

    private boolean isIn(int index, @Nullable Instant from, @Nullable Instant to) {
        long at = events.get(index).recordedAtMicros();
        return (from == null || at >= micros(from)) && (to == null || at < micros(to));
    }

    Bundle bundle(
            @Nullable String person,
            @Nullable Instant from,
            @Nullable Instant to,
            List<Integer> chosen,
            byte @Nullable [] statement,
            @Nullable EventLeaf issued) {
        BundleTerms terms = new BundleTerms(
                person,
                from,
                to,
                events.size(),
                chosen.size(),
                chosen.isEmpty() ? 0 : number(person, chosen.getFirst()),
                chosen.isEmpty() ? 0 : number(person, chosen.getLast()),
                issued == null ? null : issued.eventId().toString());
        return written(terms, chosen, statement, null);
    }

    Bundle written(
            BundleTerms terms, List<Integer> chosen, byte @Nullable [] statement, @Nullable ConsistencyProof proof) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            BundleWriter writer = new BundleWriter(out);
            writer.begin(terms, note(), List.of(signer.key()));
            if (statement != null) writer.statement(statement);
            if (proof != null) writer.consistency(proof);
            writer.leaves(chosen.stream().map(this::leaf).iterator());
            writer.proofs(
                    nodes(), events.size(), chosen.stream().mapToLong(i -> i).iterator());
            writer.events(chosen.stream()
                    .map(i -> new BundleWriter.Placed(i, events.get(i)))
                    .iterator());
            writer.finish();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Bundle.of(out.toByteArray());
    }

    private BundleLeaf leaf(int index) {
        return new BundleLeaf(
                index, events.get(index).eventId(), events.get(index).hash());
    }

    private long number(@Nullable String person, int index) {
        Long number = events.get(index).personSeq();
        return person == null || number == null ? index : number;
    }

    static List<Integer> all(long from, long to) {
        return LongStream.range(from, to).mapToObj(i -> (int) i).toList();
    }
}
