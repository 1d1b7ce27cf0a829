package io.daybook.api.evidence;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Many rows, of which only a page is held, and no connection while somebody takes their time to read. */
final class InPages<T> implements Iterator<T> {
    private static final int A_PAGE = 1_000;

    private final Pages<T> pages;
    private final long end;
    private long next;
    private Iterator<T> page = List.<T>of().iterator();

    InPages(long from, long to, Pages<T> pages) {
        this.next = from;
        this.end = to;
        this.pages = pages;
    }

    /** Rows by their numbers, from one on and before another; some may be missing. */
    interface Pages<T> {
        List<T> between(long from, long to);
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && next < end) {
            long to = Math.min(end, next + A_PAGE);
            page = pages.between(next, to).iterator();
            next = to;
        }
        return page.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) throw new NoSuchElementException("no more rows");
        return page.next();
    }
}
