package io.daybook.api.evidence;

import io.daybook.api.http.problem.ProblemException;
import io.daybook.audit.ConsistencyProof;
import io.daybook.audit.TreeNodes;
import io.daybook.audit.bundle.BundleLeaf;
import io.daybook.audit.bundle.BundleTerms;
import io.daybook.audit.bundle.BundleWriter;
import io.daybook.audit.bundle.BundleWriter.Placed;
import io.daybook.audit.note.Checkpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Iterator;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts bundles together. All of a bundle lies under the checkpoint that stands in the anchor folder. */
@Component
public final class Bundles {
    private final SealedTable sealed;

    public Bundles(DataSource database) {
        this.sealed = new SealedTable(database);
    }

    /**
     * @param person whose events; null for everybody's
     * @param from recorded at the earliest; null from the beginning
     * @param to recorded before; null up to the checkpoint
     * @param earlier size of an earlier tree, that the proof is wanted for that this one continues it
     * @param statement about just this time of this person; null without one
     */
    public record Asked(
            @Nullable String person,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Long earlier,
            @Nullable Statement statement) {}

    /**
     * A statement that was issued.
     *
     * @param event that issued it
     * @param position of that event
     * @param hashed the bytes whose hash the event holds
     */
    public record Statement(String event, long position, byte[] hashed) {}

    /** A bundle of which all is known but its bytes. */
    public interface Prepared {
        /** However long it gets, little of it is held. */
        void write(OutputStream out) throws IOException;
    }

    /** Errors: not-sealed-yet before the first checkpoint. */
    public Prepared prepare(Asked asked) {
        SealedTable.Head head =
                sealed.head().orElseThrow(() -> ProblemException.of("not-sealed-yet", "Nothing is sealed yet."));
        long size = Checkpoint.unverified(head.note()).size();
        Long earlier = asked.earlier();
        if (earlier != null && (earlier < 0 || earlier > size))
            throw ProblemException.badParameter("earlier", "is the size of a tree before this one, up to " + size);
        String person = asked.person();
        Part part = person == null ? everybodys(asked, size) : theirs(person, asked, head.position(), size);
        return out -> write(head, part, asked, out);
    }

    /** What goes into a bundle, by numbers: indexes, or of a person's their own. */
    private record Part(
            BundleTerms terms,
            Iterator<BundleLeaf> leaves,
            PrimitiveIterator.OfLong indexes,
            Iterator<Placed> events) {}

    private Part everybodys(Asked asked, long size) {
        Instant begin = asked.from();
        Instant end = asked.to();
        long first = begin == null ? 0 : Math.max(0, firstAt(begin, size) - 1);
        long after = end == null ? size : Math.min(size, firstAt(end, size) + 1);
        long count = Math.max(0, after - first);
        return new Part(
                new BundleTerms(
                        null, begin, end, size, count, count == 0 ? 0 : first, count == 0 ? 0 : after - 1, null),
                new InPages<>(first, after, sealed::leaves),
                LongStream.range(first, after).iterator(),
                new InPages<>(first, after, sealed::events));
    }

    /** The first index recorded then or later; times never fall from index to index. */
    private long firstAt(Instant when, long size) {
        long low = 0;
        long high = size;
        while (low < high) {
            long middle = (low + high) >>> 1;
            boolean isBefore =
                    sealed.recordedAt(middle).filter(at -> at.isBefore(when)).isPresent();
            if (isBefore) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private Part theirs(String person, Asked asked, long position, long size) {
        SealedTable.Numbers numbers = sealed.numbers(person, asked.from(), asked.to(), position);
        long first = numbers.first();
        long after = numbers.last() + 1;
        long count = first == 0 ? 0 : after - first;
        Statement statement = asked.statement();
        String issuing = statement == null || statement.position() > position ? null : statement.event();
        InPages.Pages<BundleLeaf> leaves = (from, to) -> sealed.leaves(person, from, to);
        return new Part(
                new BundleTerms(person, asked.from(), asked.to(), size, count, first, numbers.last(), issuing),
                new InPages<>(first, after, leaves),
                indexes(new InPages<>(first, after, leaves)),
                new InPages<>(first, after, (from, to) -> sealed.events(person, from, to)));
    }

    private static PrimitiveIterator.OfLong indexes(Iterator<BundleLeaf> leaves) {
        Iterable<BundleLeaf> once = () -> leaves;
        Stream<BundleLeaf> stream = StreamSupport.stream(once.spliterator(), false);
        return stream.mapToLong(BundleLeaf::index).iterator();
    }

    private void write(SealedTable.Head head, Part part, Asked asked, OutputStream out) throws IOException {
        long size = part.terms().size();
        TreeNodes tree = sealed.tree(size);
        BundleWriter writer = new BundleWriter(out);
        writer.begin(part.terms(), head.note(), sealed.keys());
        Statement statement = asked.statement();
        if (statement != null && part.terms().statement() != null) writer.statement(statement.hashed());
        Long earlier = asked.earlier();
        if (earlier != null) writer.consistency(ConsistencyProof.of(tree, earlier, size));
        writer.leaves(part.leaves());
        writer.proofs(tree, size, part.indexes());
        writer.events(part.events());
        writer.finish();
    }
}
