package io.daybook.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored, and the bytes that its leaf is the hash of. Nothing is rendered anew: texts and bytes stand as
 * they stand in the row. docs/audit.md says it byte by byte.
 *
 * @param recordedAtMicros since 1970-01-01T00:00:00Z
 * @param person whom it concerns; absent, like their number, for what concerns nobody
 */
public record EventLeaf(
        long position,
        UUID eventId,
        String stream,
        String streamType,
        long seq,
        String type,
        long revision,
        long recordedAtMicros,
        byte[] payload,
        byte[] metadata,
        byte[] salt,
        @Nullable String person,
        @Nullable Long personSeq) {
    private static final byte[] HEADER = "daybook.dev/event@v1\n".getBytes(US_ASCII);

    public byte[] preimage() {
        FieldWriter fields = new FieldWriter(HEADER);
        fields.number(position);
        fields.uuid(eventId);
        fields.text(stream);
        fields.text(streamType);
        fields.number(seq);
        fields.text(type);
        fields.number(revision);
        fields.number(recordedAtMicros);
        fields.bytes(payload);
        fields.bytes(metadata);
        fields.bytes(salt);
        if (person == null) fields.absent();
        else fields.text(person);
        if (personSeq == null) fields.absent();
        else fields.number(personSeq);
        return fields.written();
    }

    public TreeHash hash() {
        return TreeHash.ofLeaf(preimage());
    }

    /** Errors: {@link Malformed} for anything that {@link #preimage} would not have written. */
    public static EventLeaf parse(byte[] preimage) {
        FieldReader fields = new FieldReader(HEADER, preimage);
        EventLeaf leaf = new EventLeaf(
                fields.number("position"),
                fields.uuid("event_id"),
                fields.text("stream"),
                fields.text("stream_type"),
                fields.number("seq"),
                fields.text("type"),
                fields.number("revision"),
                fields.number("recorded_at"),
                fields.bytes("payload"),
                fields.bytes("metadata"),
                fields.bytes("salt"),
                fields.textIfAny("person"),
                fields.numberIfAny("person_seq"));
        fields.end();
        return leaf;
    }
}
