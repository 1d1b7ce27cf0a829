package io.daybook.api.http.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.http.problem.ProblemException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for: {@code ?limit=} (1 to 500, 100 unless told) and {@code ?cursor=}.
 * A cursor holds the key of the last item seen, so that what is added or removed elsewhere shifts nothing.
 *
 * @param list what is listed, with its filters: a cursor of another list is refused
 * @param after the key of the last item of the page before; null begins
 * @param mark of a list and a key, which nobody but Daybook can make
 */
public record PageRequest(String list, @Nullable String after, int limit, BinaryOperator<String> mark) {
    static final Set<String> NAMES = Set.of("limit", "cursor");
    private static final int MOST = 500;
    private static final int USUAL = 100;

    static PageRequest parse(
            BinaryOperator<String> mark, String list, @Nullable String limit, @Nullable String cursor) {
        return new PageRequest(list, cursor == null ? null : open(mark, list, cursor), limit(limit), mark);
    }

    /** One more than the limit: enough to know whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }

    /**
     * Cuts what was fetched to the page asked for.
     *
     * @param rows at most {@link #fetch}, in the list's order
     * @param key what the list is ordered by, unique in it
     */
    public <R, T> Page<T> of(List<R> rows, Function<R, String> key, Function<R, T> shown) {
        List<R> page = rows.subList(0, Math.min(limit, rows.size()));
        String next = rows.size() > limit ? seal(mark, list, key.apply(page.getLast())) : null;
        return new Page<>(page.stream().map(shown).toList(), next);
    }

    private static int limit(@Nullable String text) {
        if (text == null) return USUAL;
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) return limit;
        } catch (NumberFormatException e) {
            throw ProblemException.badParameter("limit", "is a number from 1 to " + MOST);
        }
        throw ProblemException.badParameter("limit", "is a number from 1 to " + MOST);
    }

    private static String seal(BinaryOperator<String> mark, String list, String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((mark.apply(list, key) + key).getBytes(UTF_8));
    }

    private static String open(BinaryOperator<String> mark, String list, String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            String key = text.substring(Math.min(CursorMark.LENGTH, text.length()));
            if (seal(mark, list, key).equals(cursor)) return key;
        } catch (IllegalArgumentException e) {
            throw badCursor();
        }
        throw badCursor();
    }

    private static ProblemException badCursor() {
        return ProblemException.of(
                "bad-cursor",
                "Take the cursor from this list's nextCursor, unchanged, and keep the filters it came with.");
    }
}
