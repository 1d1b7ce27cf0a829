package io.daybook.api.http.request;

import io.daybook.api.http.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a body that says of itself what cannot be: a media type that is none, a text that is not UTF-8, a compressed one. */
final class ReadableMedia implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!hasBody(request)) return true;
        if (!isReadable(request.getContentType()))
            throw ProblemException.of("unsupported-media", "Content-Type names no media type that is read here.");
        String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity"))
            throw ProblemException.of("unsupported-media", "Send the body as it is, without Content-Encoding.");
        return true;
    }

    /** What is said of no body is about nothing. */
    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    static boolean isReadable(@Nullable String type) {
        if (type == null || type.isEmpty()) return true;
        try {
            MediaType media = MediaType.parseMediaType(type);
            Charset charset = media.getCharset();
            boolean isText = media.getType().equals("multipart") || charset == null;
            return !media.isWildcardType()
                    && !media.isWildcardSubtype()
                    && (isText
                            || StandardCharsets.UTF_8.equals(charset)
                            || media.getType().equals("text"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
