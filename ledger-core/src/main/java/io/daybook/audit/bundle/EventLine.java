package io.daybook.audit.bundle;

import io.daybook.audit.EventLeaf;
import io.daybook.audit.Malformed;
import io.daybook.audit.TreeHash;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a bundle's {@code events.ndjson}: {@code {"id": …, "index": …, "preimage": …}}. The preimage alone is hashed;
 * the other two say what it should be.
 *
 * @param index as the line says
 * @param event null where the preimage is none of an event
 * @param hash of the preimage
 * @param problem why it is no event, or says another id than its line
 */
record EventLine(
        long index,
        UUID id,
        @Nullable EventLeaf event,
        @Nullable TreeHash hash,
        @Nullable String problem) {

    static EventLine read(byte[] line) {
        try {
            FlatJson json = FlatJson.of(line);
            json.onlyOf("id", "index", "preimage");
            return of(id(json.text("id")), json.number("index"), json.base64("preimage"));
        } catch (Malformed e) {
            return new EventLine(-1, new UUID(0, 0), null, null, e.getMessage());
        }
    }

    private static EventLine of(UUID id, long index, byte[] preimage) {
        TreeHash hash = TreeHash.ofLeaf(preimage);
        try {
            return new EventLine(index, id, EventLeaf.parse(preimage), hash, null);
        } catch (Malformed e) {
            return new EventLine(index, id, null, hash, e.getMessage());
        }
    }

    private static UUID id(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text)) return id;
        } catch (IllegalArgumentException e) {
            throw new Malformed("id is no UUID", e);
        }
        throw new Malformed("id is a UUID in an unusual spelling");
    }

    /** The id that the hash covers, or where that cannot be read the one on the line. */
    Alignment.Found found() {
        if (event != null) return new Alignment.Found(index, event.position(), event.eventId(), hash, problem);
        return new Alignment.Found(null, null, hash == null ? null : id, hash, problem);
    }
}
