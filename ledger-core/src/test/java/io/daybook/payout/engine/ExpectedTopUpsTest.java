package io.daybook.payout.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.funding.FundingView.TopUp;
import io.daybook.funding.FundingView.TopUpStatus;
import io.daybook.funding.TopUpId;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import io.daybook.rail.RailMovement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpectedTopUpsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void a_reference_that_is_the_beginning_of_another_is_not_taken_for_it() {
        ExpectedTopUps expected = new ExpectedTopUps(
                List.of(topUp("week-1", TopUpStatus.ANNOUNCED, 100), topUp("week-10", TopUpStatus.SENT, 100)));
        assertThat(expected.take(line("Top-up week-10", 100))).contains(id("week-10"));
        assertThat(expected.take(line("Top-up week-10", 100))).isEmpty();
    }

    @Test
    void each_is_found_in_one_line_only_and_two_lines_find_two() {
        ExpectedTopUps expected =
                new ExpectedTopUps(List.of(topUp("a", TopUpStatus.SENT, 100), topUp("b", TopUpStatus.SENT, 100)));
        assertThat(expected.take(line("b", 100))).contains(id("b"));
        assertThat(expected.take(line("STRIPE TOPUP", 100))).contains(id("a"));
        assertThat(expected.take(line("STRIPE TOPUP", 100))).isEmpty();
    }

    @Test
    void a_line_without_a_reference_is_not_guessed_among_several_nor_from_what_was_only_announced() {
        ExpectedTopUps several =
                new ExpectedTopUps(List.of(topUp("a", TopUpStatus.SENT, 100), topUp("b", TopUpStatus.SENT, 100)));
        assertThat(several.take(line("", 100))).isEmpty();
        ExpectedTopUps announced = new ExpectedTopUps(List.of(topUp("a", TopUpStatus.ANNOUNCED, 100)));
        assertThat(announced.take(line("", 100))).isEmpty();
        assertThat(announced.take(line("for a, with thanks", 100))).contains(id("a"));
    }

    @Test
    void another_amount_is_another_top_up() {
        assertThat(new ExpectedTopUps(List.of(topUp("a", TopUpStatus.SENT, 100))).take(line("a", 99)))
                .isEmpty();
    }

    private static TopUp topUp(String reference, TopUpStatus status, long minor) {
        return new TopUp(
                id(reference),
                "stripe",
                reference,
                Money.of(minor, "USD"),
                status,
                new Subject("maker"),
                null,
                NOON,
                reference.length());
    }

    private static TopUpId id(String reference) {
        return TopUpId.of("stripe", reference);
    }

    private static RailMovement line(String text, long minor) {
        return new RailMovement(
                "txn_" + text + minor,
                RailMovement.Kind.TOP_UP,
                Money.of(minor, "USD"),
                Money.of(0, "USD"),
                Optional.empty(),
                Optional.of(text),
                NOON);
    }
}
