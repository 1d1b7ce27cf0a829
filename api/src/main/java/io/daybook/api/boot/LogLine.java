package io.daybook.api.boot;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;

/**
 * What is said in a line of the log cannot begin another one, nor move the cursor of whoever reads it in a terminal: what came from
 * outside is seen as what it is.
 */
public final class LogLine {
    private LogLine() {}

    /** For {@code %msg}: what is not printed is escaped. */
    public static final class Message extends MessageConverter {
        @Override
        public String convert(ILoggingEvent event) {
            return escaped(super.convert(event), "");
        }
    }

    /** For {@code %ex}: a trace has lines, and each of them begins with a tab, as no line of the log does. */
    public static final class Trace extends ThrowableProxyConverter {
        @Override
        protected String throwableProxyToString(IThrowableProxy failure) {
            String trace =
                    super.throwableProxyToString(failure).replace("\r\n", "\n").stripTrailing();
            return "\t" + escaped(trace.replaceAll("\n\t?", "\n\t"), "\n\t") + System.lineSeparator();
        }
    }

    private static String escaped(String text, String kept) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (kept.indexOf(c) >= 0 || isPrinted(c)) line.appendCodePoint(c);
            else line.append("\\u").append("%04x".formatted(c));
        });
        return line.toString();
    }

    private static boolean isPrinted(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
