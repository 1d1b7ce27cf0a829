package io.daybook.audit.bundle;

import io.daybook.audit.bundle.Alignment.Found;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * The events of a bundle, one after the other; whoever else wants to see each is shown it on the way. One thread unpacks the
 * next lines while the others hash these.
 */
final class EventFile implements Iterator<Found>, AutoCloseable {
    private static final int LINES_AT_ONCE = 512;
    private static final int BYTES_AT_ONCE = 1 << 22;

    private final InputStream in;
    private final Lines lines;
    private final Consumer<EventLine> seen;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("bundle-reader").factory());
    private Future<List<byte[]>> next;
    private Iterator<EventLine> batch = List.<EventLine>of().iterator();

    EventFile(InputStream in, Consumer<EventLine> seen) {
        this.in = in;
        this.lines = new Lines(in);
        this.seen = seen;
        this.next = reader.submit(this::read);
    }

    private List<byte[]> read() throws IOException {
        List<byte[]> raw = new ArrayList<>();
        for (int bytes = 0; bytes < BYTES_AT_ONCE && raw.size() < LINES_AT_ONCE && lines.next(); ) {
            byte[] line = lines.copy();
            raw.add(line);
            bytes += line.length;
        }
        return raw;
    }

    @Override
    public boolean hasNext() {
        if (batch.hasNext()) return true;
        List<byte[]> raw = unpacked();
        next = reader.submit(this::read);
        batch = raw.parallelStream().map(EventLine::read).toList().iterator();
        return batch.hasNext();
    }

    private List<byte[]> unpacked() {
        try {
            return next.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) throw new UncheckedIOException(failed);
            if (e.getCause() instanceof RuntimeException failed) throw failed;
            throw new IllegalStateException("the events cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public Found next() {
        if (!hasNext()) throw new NoSuchElementException("no more events");
        EventLine line = batch.next();
        seen.accept(line);
        return line.found();
    }

    @Override
    public void close() throws IOException {
        reader.close();
        in.close();
    }
}
