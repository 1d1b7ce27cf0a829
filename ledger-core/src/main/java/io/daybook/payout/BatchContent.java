package io.daybook.payout;

import java.util.ArrayList;
import java.util.List;

/** Hashes a batch's lines as they are read now, so that lines altered after the approval are noticed. */
public final class BatchContent {
    private BatchContent() {}

    /** The content hash of what {@code views} show of the batch. */
    public static String hash(PayoutBatchViews views, PayoutBatchId batch) {
        List<String> hashes = new ArrayList<>();
        List<BatchLine> lines;
        int after = 0;
        do {
            lines = views.lines(batch, after, LinesChunk.MOST_LINES);
            if (lines.isEmpty()) break;
            hashes.add(new LinesChunk(batch, hashes.size() + 1, lines).hash());
            after = lines.getLast().line();
        } while (lines.size() == LinesChunk.MOST_LINES);
        return LinesChunk.contentHash(hashes);
    }
}
