package io.daybook.api.evidence;

import io.daybook.api.boot.DaybookProperties;
import io.daybook.audit.bundle.Finding;
import io.daybook.audit.check.LogCheck;
import io.daybook.audit.note.NoteKey;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Whether the log is what was sealed of it: every row, every leaf, every anchored tile, read once. A log of a million events
 * takes seconds, and no memory.
 */
@Component
public final class TreeCheck {
    public static final String NAME = "log-is-as-sealed";

    private final DataSource database;
    private final Path anchorDir;
    private final Path keysDir;

    @Autowired
    public TreeCheck(DataSource database, DaybookProperties daybook) {
        this(database, daybook.anchorDir(), daybook.keysDir());
    }

    public TreeCheck(DataSource database, Path anchorDir, Path keysDir) {
        this.database = database;
        this.anchorDir = anchorDir;
        this.keysDir = keysDir;
    }

    /** The first bad event first. */
    public List<Finding> findings() {
        LogCheck check = LogCheck.begin(new AnchorFiles(anchorDir), keys());
        try (KeptLogTable log = KeptLogTable.open(database)) {
            return check.of(log);
        }
    }

    /** Those of this machine; only where there are none, those that the database knows, which then is all there is. */
    private List<NoteKey> keys() {
        try (KeptLogTable log = KeptLogTable.open(database)) {
            List<NoteKey> own = LogKeys.in(keysDir, log.origin().orElse(""));
            return own.isEmpty() ? log.vkeys().stream().map(NoteKey::parse).toList() : own;
        }
    }

    /** In a sentence. */
    public static String sentence(Finding finding) {
        StringBuilder text = new StringBuilder(finding.kind().code());
        if (finding.eventId() != null) text.append(": event ").append(finding.eventId());
        if (finding.index() != null) text.append(", index ").append(finding.index());
        if (finding.position() != null) text.append(", position ").append(finding.position());
        if (finding.count() > 1)
            text.append(", and ").append(finding.count() - 1).append(" more behind it");
        return text.append("; expected ")
                .append(finding.expected())
                .append(", is ")
                .append(finding.actual())
                .toString();
    }
}
