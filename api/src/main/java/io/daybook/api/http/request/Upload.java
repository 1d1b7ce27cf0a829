package io.daybook.api.http.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.http.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;

/**
 * A file in a request: its body, or the part {@code file} of a form. It is read as it comes in; asking the container for
 * its parts or parameters instead would lay it down in the clear first.
 */
public final class Upload {
    private static final String FORM = "multipart/form-data";
    private static final long LIMIT = 2L * 1024 * 1024 * 1024;
    private static final long PATIENCE_SECONDS = 10;
    private static final long SLOWEST_BYTES_PER_SECOND = 16 * 1024;

    private Upload() {}

    /**
     * Errors: {@code unsupported-media} for other media types; while reading, {@code too-large} beyond 2 GiB,
     * {@code request-timeout} where less than 16 KiB/s came after ten seconds, and {@code bad-request} where a form breaks off.
     */
    public static InputStream of(HttpServletRequest request, Set<String> mediaTypes) throws IOException {
        String type = request.getContentType();
        String media = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (media.equals(FORM)) return new Limited(part(request));
        if (!mediaTypes.contains(media))
            throw ProblemException.of(
                    "unsupported-media",
                    "Send the file as body of type " + String.join(" or ", mediaTypes) + ", or as form part 'file'.");
        return new Limited(request.getInputStream());
    }

    /** The query's parameters, the first of each name. */
    public static Map<String, String> query(HttpServletRequest request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : pairs(request)) {
            String[] parts = pair.split("=", 2);
            parameters.putIfAbsent(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
        }
        return parameters;
    }

    /** The names in the query, each as often as it is there. */
    static List<String> names(HttpServletRequest request) {
        return pairs(request).stream()
                .map(pair -> decoded(pair.split("=", 2)[0]))
                .toList();
    }

    private static List<String> pairs(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) return List.of();
        return Arrays.stream(query.split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .toList();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of("bad-request", "The query is not encoded as a URL.");
        }
    }

    private static InputStream part(HttpServletRequest request) throws IOException {
        try {
            FileItemIterator parts = new FileUpload().getItemIterator(new LimitedForm(request));
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                if ("file".equals(part.getFieldName())) return part.openStream();
            }
        } catch (FileUploadException e) {
            throw unreadable();
        }
        throw ProblemException.of("bad-request", "The form has no part 'file'.");
    }

    private static ProblemException unreadable() {
        return ProblemException.of("bad-request", "The form cannot be read.");
    }

    /** What stands in a form before the file is read too, and takes as long. */
    private static final class LimitedForm extends ServletRequestContext {
        LimitedForm(HttpServletRequest request) {
            super(request);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new Limited(super.getInputStream());
        }
    }

    private static ProblemException tooSlow() {
        return ProblemException.of("request-timeout", "The file did not come in time.");
    }

    private static final class Limited extends FilterInputStream {
        private final long begun = System.nanoTime();
        private long taken;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = readSome(target, offset, length);
            if (read > 0) count(read);
            return read;
        }

        private int readSome(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (MalformedStreamException brokenOff) {
                throw unreadable();
            } catch (SocketTimeoutException silent) {
                throw tooSlow();
            }
        }

        private void count(int bytes) {
            taken += bytes;
            if (taken > LIMIT) throw ProblemException.of("too-large", "An upload holds at most 2 GiB.");
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
            if (seconds > PATIENCE_SECONDS + taken / SLOWEST_BYTES_PER_SECOND) throw tooSlow();
        }
    }
}
