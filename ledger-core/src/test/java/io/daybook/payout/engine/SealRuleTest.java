package io.daybook.payout.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.payout.engine.SealGate.Hold;
import io.daybook.payout.engine.SealedLog.Anchored;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SealRuleTest {
    private static final Anchored YOUNG = new Anchored(100, Duration.ofSeconds(59));
    private static final Anchored OLD = new Anchored(100, Duration.ofSeconds(60));

    @Test
    void what_was_let_go_under_a_young_checkpoint_may_leave() {
        assertThat(SealRule.on(YOUNG, 1L)).isEmpty();
        assertThat(SealRule.on(YOUNG, 100L)).isEmpty();
        assertThat(SealRule.onAnything(YOUNG)).isEmpty();
    }

    @Test
    void what_was_let_go_behind_the_checkpoint_waits() {
        assertThat(SealRule.on(YOUNG, 101L)).contains(Hold.NOT_SEALED_YET);
    }

    @Test
    void under_a_checkpoint_of_sixty_seconds_nothing_leaves_whatever_it_covers() {
        assertThat(SealRule.on(OLD, 1L)).contains(Hold.NOBODY_SEALS);
        assertThat(SealRule.on(OLD, 101L)).contains(Hold.NOBODY_SEALS);
        assertThat(SealRule.onAnything(OLD)).contains(Hold.NOBODY_SEALS);
    }

    @Test
    void before_the_first_checkpoint_nothing_leaves() {
        assertThat(SealRule.on(null, 1L)).contains(Hold.NOBODY_SEALS);
        assertThat(SealRule.onAnything(null)).contains(Hold.NOBODY_SEALS);
    }

    @Test
    void what_nobody_let_go_never_leaves() {
        assertThat(SealRule.on(YOUNG, null)).contains(Hold.NOT_RELEASED);
        assertThat(SealRule.on(OLD, null)).contains(Hold.NOT_RELEASED);
        assertThat(SealRule.on(null, null)).contains(Hold.NOT_RELEASED);
    }

    @Test
    void the_checkpoint_of_an_empty_log_covers_nothing() {
        assertThat(SealRule.on(new Anchored(0, Duration.ZERO), 1L)).contains(Hold.NOT_SEALED_YET);
    }
}
