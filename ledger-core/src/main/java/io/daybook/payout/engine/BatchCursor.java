package io.daybook.payout.engine;

import io.daybook.account.AccountViews;
import io.daybook.account.AccountViews.Filter;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutView;
import io.daybook.payout.BatchLine;
import io.daybook.payout.LinesChunk;
import io.daybook.payout.PayoutBatchId;
import io.daybook.payout.PayoutBatchView;
import io.daybook.payout.PayoutBatchViews;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a batch are neither payouts nor dropped yet. Found once from the views, then kept in step. The lines
 * are hashed chunk by chunk when the batch is found, and every chunk again whenever it is read to be paid.
 */
final class BatchCursor {
    private static final int PAGE = 500;

    private final PayoutBatchId batch;
    private final int lines;
    private final PayoutBatchViews batches;
    private final List<String> hashes = new ArrayList<>();
    private final BitSet handled = new BitSet();
    private @Nullable LinesChunk current;

    private BatchCursor(PayoutBatchView batch, PayoutBatchViews batches) {
        this.batch = batch.id();
        this.lines = batch.lines();
        this.batches = batches;
    }

    /** Reads what was done already. Repeating a line does no harm, so views that lag only cost time. */
    static BatchCursor find(PayoutBatchView batch, EngineViews views) {
        BatchCursor cursor = new BatchCursor(batch, views.batches());
        for (int chunk = 1; chunk <= chunkOf(batch.lines()); chunk++)
            cursor.hashes.add(cursor.read(chunk).map(LinesChunk::hash).orElse(""));
        cursor.addPayouts(views.accounts());
        cursor.addDropped(views.accounts());
        return cursor;
    }

    /** Of the lines as they were found: what the batch was approved as, unless somebody altered one. */
    String contentHash() {
        return LinesChunk.contentHash(hashes);
    }

    private void addPayouts(AccountViews accounts) {
        PayoutId after = null;
        List<PayoutView> page;
        do {
            page = accounts.payouts(Filter.ofBatch(batch.value()), after, PAGE);
            for (PayoutView payout : page) after = handled(payout.id());
        } while (page.size() == PAGE);
    }

    private void addDropped(AccountViews accounts) {
        PayoutId after = null;
        List<PayoutView.Dropped> page;
        do {
            page = accounts.dropped(batch.value(), after, PAGE);
            for (PayoutView.Dropped line : page) after = handled(line.id());
        } while (page.size() == PAGE);
    }

    synchronized PayoutId handled(PayoutId payout) {
        handled.set(payout.line());
        return payout;
    }

    /** The first wanted lines that wait, at most {@code limit}; empty when they are no longer those that were found. */
    synchronized Optional<List<BatchLine>> next(int limit, Predicate<PayoutId> wanted) {
        List<BatchLine> found = new ArrayList<>();
        int line = handled.nextClearBit(1);
        while (line <= lines && found.size() < limit) {
            if (wanted.test(batch.payout(line))) {
                LinesChunk chunk = chunk(chunkOf(line)).orElse(null);
                if (chunk == null) return Optional.empty();
                found.add(chunk.lines().get((line - 1) % LinesChunk.MOST_LINES));
            }
            line = handled.nextClearBit(line + 1);
        }
        return Optional.of(found);
    }

    /** Read again only when another was read in between. */
    private Optional<LinesChunk> chunk(int number) {
        if (current == null || current.chunk() != number)
            current = read(number)
                    .filter(chunk -> chunk.hash().equals(hashes.get(number - 1)))
                    .orElse(null);
        return Optional.ofNullable(current);
    }

    /** Empty when a line of it is missing. */
    private Optional<LinesChunk> read(int number) {
        int before = (number - 1) * LinesChunk.MOST_LINES;
        int length = Math.min(lines - before, LinesChunk.MOST_LINES);
        List<BatchLine> read = batches.lines(batch, before, length);
        boolean whole = read.size() == length && read.getLast().line() == before + length;
        return whole ? Optional.of(new LinesChunk(batch, number, read)) : Optional.empty();
    }

    private static int chunkOf(int line) {
        return (line + LinesChunk.MOST_LINES - 1) / LinesChunk.MOST_LINES;
    }

    synchronized boolean isExhausted() {
        return handled.nextClearBit(1) > lines;
    }
}
