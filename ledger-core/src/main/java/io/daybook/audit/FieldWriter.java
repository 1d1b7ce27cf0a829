package io.daybook.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Fields one after the other, each after its length in four bytes, so that no two rows have the same bytes. */
final class FieldWriter {
    static final int ABSENT = -1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);

    FieldWriter(byte[] header) {
        out.writeBytes(header);
    }

    void number(long value) {
        bytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    void uuid(UUID value) {
        bytes(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array());
    }

    void text(String value) {
        bytes(value.getBytes(UTF_8));
    }

    void bytes(byte[] value) {
        length(value.length);
        out.writeBytes(value);
    }

    void absent() {
        length(ABSENT);
    }

    byte[] written() {
        return out.toByteArray();
    }

    private void length(int length) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    }
}
