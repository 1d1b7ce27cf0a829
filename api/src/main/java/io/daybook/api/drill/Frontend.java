package io.daybook.api.drill;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Follows what a client says to PostgreSQL (protocol 3), message by message, as far as it takes to know when it asks
 * for something to become durable: a COMMIT, or an append to the log outside a transaction.
 */
final class Frontend {
    private static final int CODES_OF_REQUESTS_BEFORE_THE_START = 1234 << 16;

    private final Set<String> commits = new HashSet<>();
    private final Map<String, String> statements = new HashMap<>();
    private boolean asked;
    private boolean started;

    /** Whether the next message has no type byte: those before and including the start of the session. */
    boolean isStarting() {
        return !started;
    }

    /** A message without a type byte. @param code the first four bytes after its length */
    void starting(int code) {
        started = (code & 0xffff0000) != CODES_OF_REQUESTS_BEFORE_THE_START;
    }

    /** A message; answers whether the server will make something durable once it has this one. */
    boolean completesCommit(byte type, byte[] body) {
        switch (type) {
            case 'P' -> prepare(body);
            case 'B' -> asked |= commits.contains(second(body));
            case 'Q' -> {
                return isCommit(first(body));
            }
            case 'S' -> {
                boolean now = asked;
                asked = false;
                return now;
            }
            default -> {}
        }
        return false;
    }

    /** What a bind message is for; empty where the statement was prepared before anybody listened. */
    String statement(byte[] bind) {
        return statements.getOrDefault(second(bind), "");
    }

    private void prepare(byte[] body) {
        statements.put(first(body), second(body));
        if (isCommit(second(body))) commits.add(first(body));
        else commits.remove(first(body));
    }

    private static boolean isCommit(String sql) {
        return sql.strip().toUpperCase(Locale.ROOT).equals("COMMIT") || sql.contains("daybook.append");
    }

    private static String first(byte[] body) {
        return text(ByteBuffer.wrap(body));
    }

    private static String second(byte[] body) {
        ByteBuffer rest = ByteBuffer.wrap(body);
        text(rest);
        return text(rest);
    }

    private static String text(ByteBuffer from) {
        int start = from.position();
        while (from.hasRemaining()) if (from.get() == 0) return text(from, start, from.position() - 1);
        return text(from, start, from.position());
    }

    private static String text(ByteBuffer from, int start, int end) {
        return new String(from.array(), start, end - start, ISO_8859_1);
    }
}
