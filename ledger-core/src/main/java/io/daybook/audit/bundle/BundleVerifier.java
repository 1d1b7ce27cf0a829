package io.daybook.audit.bundle;

import io.daybook.audit.Malformed;
import io.daybook.audit.bundle.Finding.Kind;
import io.daybook.audit.note.Checkpoint;
import io.daybook.audit.note.NoteKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a bundle is what it claims to be. Reads each file from its beginning to its end, takes the same memory however
 * large they are, and believes nothing but the keys.
 */
public final class BundleVerifier {
    private final BundleFile zip;
    private final Trust trust;
    private final Report report;

    private BundleVerifier(BundleFile zip, Trust trust, Report report) {
        this.zip = zip;
        this.trust = trust;
        this.report = report;
    }

    /** Never throws for what is in the file: that is a finding. */
    public static Verdict verify(Path file, Trust trust) {
        Report report = new Report();
        try (BundleFile zip = BundleFile.open(file)) {
            new BundleVerifier(zip, trust, report).run();
        } catch (Malformed e) {
            report.add(Kind.FILE_MALFORMED, "the files of a bundle", e.getMessage());
        } catch (NoSuchFileException e) {
            report.add(Kind.UNREADABLE, "a bundle", "there is no such file");
        } catch (IOException e) {
            report.add(Kind.UNREADABLE, "a bundle", e.getMessage());
        } catch (UncheckedIOException e) {
            report.add(Kind.UNREADABLE, "a bundle", e.getMessage());
        }
        return report.verdict();
    }

    private void run() throws IOException {
        if (!hasItsFiles()) return;
        List<NoteKey> own = keys();
        if (own == null) return;
        List<NoteKey> keys = trust.keys().isEmpty() ? own : trust.keys();
        SignedTree signed = SignedTree.read(zip.text(Names.CHECKPOINT), keys);
        signed.findings().forEach(report::add);
        Checkpoint tree = signed.checkpoint().orElse(null);
        BundleTerms terms = terms();
        if (tree != null && terms != null) {
            tell(tree, terms, signed);
            boolean isOfTheTree = new EventsCheck(zip, report, tree, terms).run();
            if (trust.earlier() != null) new EarlierCheck(zip, report, tree, keys).run(trust.earlier(), isOfTheTree);
        }
        new SumsCheck(zip, report).run();
    }

    private boolean hasItsFiles() {
        for (String name : zip.names())
            if (!Names.KNOWN.contains(name)) report.add(Kind.UNKNOWN_FILE, "the files of a bundle", name);
        List<String> missing =
                Names.ALWAYS.stream().filter(name -> !zip.has(name)).toList();
        missing.forEach(name -> report.add(Kind.FILE_MISSING, name, "no such file in the zip"));
        return missing.isEmpty();
    }

    private @Nullable List<NoteKey> keys() throws IOException {
        try {
            return zip.text(Names.KEYS)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(NoteKey::parse)
                    .toList();
        } catch (Malformed e) {
            report.add(Kind.FILE_MALFORMED, "a key a line in " + Names.KEYS, e.getMessage());
            return null;
        }
    }

    private @Nullable BundleTerms terms() throws IOException {
        try {
            return BundleTerms.parse(zip.bytes(Names.TERMS));
        } catch (Malformed e) {
            report.add(Kind.FILE_MALFORMED, "one flat object in " + Names.TERMS, e.getMessage());
            return null;
        }
    }

    private void tell(Checkpoint tree, BundleTerms terms, SignedTree signed) {
        report.fact("log", tree.origin());
        report.fact("tree", tree.size() + " leaves, root " + tree.root());
        report.fact("events", terms.events());
        if (terms.person() != null) report.fact("person", terms.person());
        if (terms.from() != null) report.fact("from", terms.from());
        if (terms.to() != null) report.fact("to", terms.to());
        if (signed.isSigned())
            report.fact(
                    "signed by",
                    signed.signers().stream().map(NoteKey::toString).collect(Collectors.joining(", ")));
        if (trust.keys().isEmpty())
            report.note(
                    "the key came with the bundle: compare it with the one that the operator publishes, or name yours");
        if (terms.size() != tree.size())
            report.add(Kind.COUNT_DIFFERS, "a tree of " + tree.size() + " leaves", terms.size() + " in " + Names.TERMS);
    }
}
