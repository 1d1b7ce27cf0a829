package io.daybook.payout.engine;

import io.daybook.account.AccountViews;
import io.daybook.account.AccountViews.Filter;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutView;
import io.daybook.payout.BatchLine;
import io.daybook.payout.PayoutBatchId;
import io.daybook.payout.PayoutBatchViews;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which lines of a batch are neither payouts nor dropped yet. Found once from the views, then kept in step. */
final class BatchCursor {
    private static final int PAGE = 500;

    private final PayoutBatchId batch;
    private final int lines;
    private final PayoutBatchViews batches;
    private final BitSet handled = new BitSet();

    private BatchCursor(PayoutBatchId batch, int lines, PayoutBatchViews batches) {
        this.batch = batch;
        this.lines = lines;
        this.batches = batches;
    }

    /** Reads what was done already. Repeating a line does no harm, so views that lag only cost time. */
    static BatchCursor find(PayoutBatchId batch, int lines, EngineViews views) {
        BatchCursor cursor = new BatchCursor(batch, lines, views.batches());
        cursor.addPayouts(views.accounts());
        cursor.addDropped(views.accounts());
        return cursor;
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

    /** The first lines that wait, at most {@code limit}. */
    synchronized List<BatchLine> next(int limit) {
        List<BatchLine> found = new ArrayList<>();
        int line = handled.nextClearBit(1);
        while (line <= lines && found.size() < limit) {
            for (BatchLine read : batches.lines(batch, line - 1, limit)) {
                if (found.size() < limit && !handled.get(read.line())) found.add(read);
                line = read.line() + 1;
            }
            line = handled.nextClearBit(line);
        }
        return found;
    }

    synchronized boolean isExhausted() {
        return handled.nextClearBit(1) > lines;
    }
}
