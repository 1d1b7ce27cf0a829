package io.daybook.api.http.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.http.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a query that is not UTF-8 encoded as a URL, or that holds U+0000, before anybody looks anything up by it. */
final class ReadableQuery implements HandlerInterceptor {
    private static final int HEX = 16;

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!isReadable(request.getQueryString()))
            throw ProblemException.of("bad-parameter", "The query is not text in UTF-8, encoded as in a URL.");
        return true;
    }

    static boolean isReadable(@Nullable String query) {
        if (query == null) return true;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < query.length(); i++) {
            if (query.charAt(i) != '%') {
                bytes.writeBytes(query.substring(i, i + 1).getBytes(UTF_8));
                continue;
            }
            if (i + 2 >= query.length()) return false;
            int high = Character.digit(query.charAt(i + 1), HEX);
            int low = Character.digit(query.charAt(i + 2), HEX);
            if (high < 0 || low < 0 || high == 0 && low == 0) return false;
            bytes.write(high * HEX + low);
            i += 2;
        }
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
