package io.daybook.api.seal;

import static java.util.stream.Collectors.groupingBy;

import io.daybook.audit.note.NoteKey;
import io.daybook.audit.note.NoteSigner;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings a node that begins to seal to where the log stands; believes nothing that is stored without computing it again. */
final class TakeOver {
    private static final int LEAVES_AT_ONCE = 20_000;
    private static final String OURS = "daybook.dev/log/";

    private final SealTable seal;
    private final CheckpointTable checkpoints;
    private final TreeTable stored;
    private final Sweep sweep;
    private final SigningKeys keys;
    private final @Nullable String configured;

    /** @param configured the log's name; null for what is kept, or one of ours */
    TakeOver(
            SealTable seal,
            CheckpointTable checkpoints,
            TreeTable stored,
            SigningKeys keys,
            @Nullable String configured) {
        this.seal = seal;
        this.checkpoints = checkpoints;
        this.stored = stored;
        this.sweep = new Sweep(stored);
        this.keys = keys;
        this.configured = configured;
    }

    /** Errors: {@link SealRefused} where nothing may be sealed. */
    Standing by(SealLeaseTable lease) {
        String origin = origin(lease.ticket());
        return grown(withKeys(new Standing(origin, List.of(), List.of(), GrowingTree.empty(), 0), lease), lease);
    }

    /** The same, with the keys as they lie there now. */
    Standing withKeys(Standing standing, SealLeaseTable lease) {
        String origin = standing.origin();
        List<NoteKey> known = checkpoints.keys();
        List<NoteSigner> signers = keys.of(origin, known);
        List<NoteKey> fresh = signers.reversed().stream()
                .map(NoteSigner::key)
                .filter(key -> !known.contains(key))
                .toList();
        if (!fresh.isEmpty()) seal.add(lease.ticket(), fresh);
        return new Standing(origin, signers, checkpoints.keys(), standing.tree(), standing.position());
    }

    private String origin(Ticket ticket) {
        String kept = checkpoints.origin().orElseGet(() -> {
            seal.name(ticket, configured == null ? OURS + UUID.randomUUID() : configured);
            return checkpoints.origin().orElseThrow();
        });
        if (configured != null && !configured.equals(kept))
            throw new SealRefused(
                    "this log is sealed as " + kept + " for ever: daybook.audit.origin cannot be " + configured);
        return kept;
    }

    private Standing grown(Standing begun, SealLeaseTable lease) {
        Standing standing = begun;
        List<Leaf> leaves;
        do {
            if (!lease.keep()) throw new SealRefused("another node took over while the tree was read");
            leaves = stored.leaves(standing.tree().size(), LEAVES_AT_ONCE);
            standing = with(standing, leaves);
        } while (leaves.size() == LEAVES_AT_ONCE);
        return standing;
    }

    private Standing with(Standing standing, List<Leaf> leaves) {
        GrowingTree tree = standing.tree();
        long position = standing.position();
        List<Node> computed = new ArrayList<>();
        for (Leaf leaf : leaves) {
            if (leaf.index() != tree.size() || leaf.position() <= position)
                throw new SealRefused("the stored tree has a gap, or is out of order, at leaf " + tree.size());
            computed.addAll(tree.add(leaf.hash()));
            position = leaf.position();
        }
        computed.stream().collect(groupingBy(Node::level)).values().forEach(sweep::sameAsStored);
        return standing.with(tree, position);
    }
}
