package io.daybook.payout.engine;

import io.daybook.funding.FundingView.TopUp;
import io.daybook.funding.FundingView.TopUpStatus;
import io.daybook.funding.TopUpId;
import io.daybook.rail.RailMovement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Top-ups that the provider's book has yet to show. Each is found in at most one of its lines. */
final class ExpectedTopUps {
    private static final String PART_OF_A_WORD = "[\\p{Alnum}_.-]";

    private final List<TopUp> left;

    /** @param expected those that left our bank, or were announced to */
    ExpectedTopUps(List<TopUp> expected) {
        left = new ArrayList<>(expected);
        left.sort(Comparator.comparing((TopUp topUp) -> topUp.status() != TopUpStatus.SENT)
                .thenComparing(TopUp::position));
    }

    /**
     * The one that a line's text names as a whole word; where it names none, the only one of this amount that was sent.
     * Empty where neither is so: then the line is kept unexplained.
     */
    Optional<TopUpId> take(RailMovement line) {
        List<TopUp> fitting = left.stream()
                .filter(topUp -> topUp.amount().equals(line.amount()))
                .toList();
        Optional<TopUp> found =
                fitting.stream().filter(topUp -> names(line, topUp)).findFirst().or(() -> onlySent(fitting));
        found.ifPresent(left::remove);
        return found.map(TopUp::id);
    }

    private static Optional<TopUp> onlySent(List<TopUp> fitting) {
        List<TopUp> sent = fitting.stream()
                .filter(topUp -> topUp.status() == TopUpStatus.SENT)
                .toList();
        return sent.size() == 1 ? Optional.of(sent.getFirst()) : Optional.empty();
    }

    private static boolean names(RailMovement line, TopUp topUp) {
        String word = "(?<!" + PART_OF_A_WORD + ")" + Pattern.quote(topUp.reference()) + "(?!" + PART_OF_A_WORD + ")";
        return Pattern.compile(word).matcher(line.text().orElse("")).find();
    }
}
