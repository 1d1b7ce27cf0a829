package io.daybook.payout;

import static io.daybook.payout.Batch.ID;
import static io.daybook.payout.Batch.NOW;
import static io.daybook.payout.Batch.USD;
import static io.daybook.payout.Batch.line;
import static io.daybook.payout.Batch.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kernel.Spec;
import io.daybook.payout.BatchLinesCommand.FreezeLines;
import io.daybook.payout.BatchLinesEvent.PayoutLinesFrozen;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinesChunkTest {
    final Spec<BatchLinesCommand, String, BatchLinesEvent> lines = new Spec<>(BatchLinesDecider.DECIDER);

    @Test
    void lines_are_cut_into_chunks_of_a_thousand() {
        var chunks = LinesChunk.of(ID, many(2_500));
        assertThat(chunks).extracting(chunk -> chunk.lines().size()).containsExactly(1000, 1000, 500);
        assertThat(LinesChunk.content(chunks, USD).lines()).isEqualTo(2_500);
        assertThat(LinesChunk.content(chunks, USD).total()).isEqualTo(usd(2_500 * 2_501 / 2));
    }

    @Test
    void the_hash_is_the_same_for_the_same_lines_and_another_for_any_other() {
        var ana = line(1, "ana", 100);
        String hash = new LinesChunk(ID, 1, List.of(ana)).hash();
        assertThat(hash).matches("[0-9a-f]{64}").isEqualTo(new LinesChunk(ID, 1, List.of(ana)).hash());
        assertThat(List.of(
                        new LinesChunk(ID, 1, List.of(line(1, "ana", 101))),
                        new LinesChunk(ID, 1, List.of(line(1, "bea", 100))),
                        new LinesChunk(ID, 1, List.of(line(2, "ana", 100))),
                        new LinesChunk(ID, 2, List.of(ana)),
                        new LinesChunk(PayoutBatchId.of("other"), 1, List.of(ana)),
                        new LinesChunk(ID, 1, List.of(ana, line(2, "bea", 1)))))
                .extracting(LinesChunk::hash)
                .doesNotContain(hash)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_chunk_is_written_once_and_never_otherwise() {
        var chunk = new LinesChunk(ID, 1, many(3));
        var other = new LinesChunk(ID, 1, many(2));
        lines.given()
                .when(new FreezeLines(chunk, NOW))
                .then(new PayoutLinesFrozen(ID, 1, chunk.lines(), chunk.hash(), NOW))
                .when(new FreezeLines(chunk, NOW))
                .thenNothing()
                .when(new FreezeLines(other, NOW))
                .thenRejected("content-changed");
    }

    private static List<BatchLine> many(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> line(i, "c" + i, i))
                .toList();
    }
}
