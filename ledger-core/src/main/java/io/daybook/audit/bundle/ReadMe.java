package io.daybook.audit.bundle;

import io.daybook.audit.note.Checkpoint;
import io.daybook.audit.note.Note;

/** What a person reads who opens the zip. */
final class ReadMe {
    private static final String TEXT = """
            Evidence from a Daybook log
            ===========================
            log      %s
            tree     %d events under the checkpoint, root %s
            here     %d events, %s
            recorded %s

            Check it without a network:  ./daybook verify THIS.zip --key KEY
            KEY is the log's public key, a line like those in keys.txt. Take it from the operator's own page or from
            GET /api/v1/audit/keys, not from this bundle: whoever made the bundle chose what lies in it.

            Events that were recorded after the checkpoint are not in here; a later bundle has them. The event before the
            first and the one after the last that were asked for are, where there are such: they show that
            nothing was left out between.
            What is personal in an event stays as it is stored, sealed: the hash covers just these bytes.

            events.ndjson   a line an event: id, index in the tree, preimage (Base64); its leaf is SHA-256(0x00 preimage)
            leaves          56 bytes an event: index (8), id (16), leaf hash (32)
            proofs          the hashes beside these leaves, up to the root
            checkpoint      size and root of the tree, signed: C2SP tlog-checkpoint
            keys.txt        keys that have signed the log, the newest first: C2SP vkeys
            bundle.json     what is in here
            consistency     where it was asked for: that the tree continues an earlier one
            statement.json  where one was issued: the statement, as its event has the hash of it
            SHA256SUMS      of the files that no hash above reaches; sha256sum -c SHA256SUMS
            Byte by byte, so that you can write a verifier of your own: docs/audit.md of Daybook.
            """;

    private ReadMe() {}

    static String of(BundleTerms terms, Note checkpoint) {
        Checkpoint tree = Checkpoint.unverified(checkpoint);
        return TEXT.formatted(
                tree.origin(),
                tree.size(),
                tree.root(),
                terms.events(),
                terms.isOfOnePerson()
                        ? "all about " + terms.person() + ", their numbers " + terms.first() + " to " + terms.last()
                        : "all of the log, its indexes " + terms.first() + " to " + terms.last(),
                (terms.from() == null ? "from the beginning" : "from " + terms.from())
                        + (terms.to() == null ? " up to the checkpoint" : " and before " + terms.to()));
    }
}
