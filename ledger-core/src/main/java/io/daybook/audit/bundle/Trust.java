package io.daybook.audit.bundle;

import io.daybook.audit.note.NoteKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What whoever verifies brings along.
 *
 * @param keys they know to be the log's; without any, a bundle is held against the keys that came with it
 * @param earlier text of a checkpoint that they kept, which the bundle's tree must continue
 */
public record Trust(List<NoteKey> keys, @Nullable String earlier) {
    public static final Trust IN_NOTHING = new Trust(List.of(), null);

    public Trust {
        keys = List.copyOf(keys);
    }
}
