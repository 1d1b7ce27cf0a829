package io.daybook.payout;

import io.daybook.kernel.Hash;
import io.daybook.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * A run of a batch's lines, small enough for one event.
 *
 * @param chunk counts from 1
 * @param lines at least one, at most {@link #MOST_LINES}, numbered without a gap
 */
public record LinesChunk(PayoutBatchId batch, int chunk, List<BatchLine> lines) {
    public static final int MOST_LINES = 1000;

    public LinesChunk {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > MOST_LINES)
            throw new IllegalArgumentException("a chunk has 1 to " + MOST_LINES + " lines");
    }

    public static List<LinesChunk> of(PayoutBatchId batch, List<BatchLine> lines) {
        List<LinesChunk> chunks = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += MOST_LINES)
            chunks.add(new LinesChunk(
                    batch, chunks.size() + 1, lines.subList(from, Math.min(lines.size(), from + MOST_LINES))));
        return List.copyOf(chunks);
    }

    /** SHA-256 over the batch, the chunk's number and its lines, lower-case hex. */
    public String hash() {
        StringBuilder text =
                new StringBuilder(batch.value()).append('|').append(chunk).append('\n');
        for (BatchLine line : lines) text.append(line.canonical()).append('\n');
        return Hash.sha256Hex(text.toString());
    }

    public Money total() {
        return lines.stream().map(BatchLine::amount).reduce(Money.zero(currency()), Money::plus);
    }

    private Currency currency() {
        return lines.getFirst().amount().currency();
    }

    /** SHA-256 over the chunks' hashes in order, lower-case hex; of nothing for no chunks. */
    public static String contentHash(List<String> chunkHashes) {
        return Hash.sha256Hex(String.join("\n", chunkHashes));
    }

    /** What the chunks come to together. */
    public static FrozenContent content(List<LinesChunk> chunks, Currency currency) {
        return new FrozenContent(
                contentHash(chunks.stream().map(LinesChunk::hash).toList()),
                chunks.size(),
                chunks.stream().mapToInt(chunk -> chunk.lines().size()).sum(),
                chunks.stream().map(LinesChunk::total).reduce(Money.zero(currency), Money::plus));
    }
}
