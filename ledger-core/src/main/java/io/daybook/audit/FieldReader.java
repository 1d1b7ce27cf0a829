package io.daybook.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what {@link FieldWriter} wrote and takes nothing else. */
final class FieldReader {
    private final ByteBuffer in;

    FieldReader(byte[] header, byte[] written) {
        in = ByteBuffer.wrap(written);
        boolean begins = written.length >= header.length
                && ByteBuffer.wrap(written, 0, header.length).equals(ByteBuffer.wrap(header));
        if (!begins) throw new Malformed("the preimage does not begin with daybook.dev/event@v1");
        in.position(header.length);
    }

    long number(String field) {
        return ByteBuffer.wrap(exactly(Long.BYTES, field)).getLong();
    }

    UUID uuid(String field) {
        ByteBuffer halves = ByteBuffer.wrap(exactly(2 * Long.BYTES, field));
        return new UUID(halves.getLong(), halves.getLong());
    }

    String text(String field) {
        byte[] bytes = bytes(field);
        String text = new String(bytes, UTF_8);
        // What is no UTF-8 was replaced by this character.
        if (text.indexOf('\uFFFD') >= 0 && !Arrays.equals(text.getBytes(UTF_8), bytes))
            throw new Malformed(field + " is no UTF-8");
        return text;
    }

    byte[] bytes(String field) {
        if (in.remaining() < Integer.BYTES) throw new Malformed("the preimage ends before " + field);
        int length = in.getInt();
        if (length == FieldWriter.ABSENT) throw new Malformed(field + " is absent");
        if (length < 0 || length > in.remaining()) throw new Malformed("the preimage ends within " + field);
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    @Nullable
    String textIfAny(String field) {
        return isAbsent() ? null : text(field);
    }

    @Nullable
    Long numberIfAny(String field) {
        return isAbsent() ? null : number(field);
    }

    void end() {
        if (in.hasRemaining()) throw new Malformed("the preimage goes on after its last field");
    }

    private byte[] exactly(int length, String field) {
        byte[] bytes = bytes(field);
        if (bytes.length != length) throw new Malformed(field + " has " + bytes.length + " bytes, not " + length);
        return bytes;
    }

    private boolean isAbsent() {
        if (in.remaining() < Integer.BYTES || in.getInt(in.position()) != FieldWriter.ABSENT) return false;
        in.getInt();
        return true;
    }
}
