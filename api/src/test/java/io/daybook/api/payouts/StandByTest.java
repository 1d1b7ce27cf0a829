package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.payout.engine.RailEngine;
import io.daybook.rail.RailUnavailable;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the provider lists is held against the log in advance by whoever stands by. */
class StandByTest {
    private final StandByStage stage = new StandByStage();

    @AfterEach
    void close() {
        stage.close();
    }

    /** Listing what thousands of accounts were paid takes minutes under a limit: it was done while another was in charge. */
    @Test
    void whoever_stood_by_goes_on_at_once_when_it_takes_over() throws Exception {
        RailEngine other = stage.standingBy();
        stage.takeOver(other);
        stage.rounds(other);
        assertThat(stage.looks.get()).as("looks once it is in charge").isZero();
        assertThat(stage.accepted()).isEqualTo(StandByStage.PEOPLE);
        other.lookAgain();
        other.send();
        assertThat(stage.looks.get())
                .as("looks after a person started the rail")
                .isEqualTo(1);
    }

    @Test
    void what_was_seen_in_advance_counts_for_nothing_once_the_log_lacks_what_was_there() throws Exception {
        RailEngine other = stage.standingBy();
        stage.lose(other);
        stage.takeOver(other);
        other.send();
        assertThat(stage.looks.get()).isEqualTo(1);
    }

    @Test
    void nor_once_the_log_stands_in_another_file() throws Exception {
        RailEngine other = stage.standingBy();
        stage.anotherFile();
        stage.takeOver(other);
        other.send();
        assertThat(stage.looks.get()).isEqualTo(1);
    }

    @Test
    void a_doubt_while_it_looks_in_advance_makes_that_look_worthless() throws Exception {
        stage.prepare();
        RailEngine other = stage.engine();
        stage.onLook = other::lookAgain;
        other.renew();
        other.standBy();
        stage.onLook = () -> {};
        stage.takeOver(other);
        other.send();
        assertThat(stage.looks.get()).isEqualTo(2);
    }

    @Test
    void a_look_in_advance_that_was_not_answered_is_made_again_after_a_pause() throws Exception {
        stage.prepare();
        RailEngine other = stage.engine();
        stage.onLook = () -> {
            throw new RailUnavailable("not now");
        };
        other.renew();
        other.standBy();
        other.standBy();
        assertThat(stage.looks.get()).isEqualTo(1);
        stage.onLook = () -> {};
        stage.week.advance(Duration.ofMinutes(2));
        other.standBy();
        assertThat(stage.looks.get()).isEqualTo(2);
        stage.takeOver(other);
        other.send();
        assertThat(stage.looks.get()).isEqualTo(2);
    }

    @Test
    void whoever_is_in_charge_or_about_to_be_does_not_look_in_advance() throws Exception {
        stage.prepare();
        RailEngine other = stage.engine();
        other.standBy();
        stage.takeOver(other);
        other.standBy();
        assertThat(stage.looks.get()).isZero();
    }
}
