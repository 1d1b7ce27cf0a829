package io.daybook.period;

import io.daybook.calendar.AccountingMonth;
import io.daybook.kernel.PersonId;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Spec;
import io.daybook.kernel.Subject;
import io.daybook.period.PeriodCommand.ClosePeriod;
import io.daybook.period.PeriodCommand.ReopenPeriod;
import io.daybook.period.PeriodEvent.PeriodClosed;
import io.daybook.period.PeriodEvent.PeriodReopened;
import io.daybook.period.PeriodEvent.PeriodSoftClosed;
import io.daybook.period.PeriodEvent.ReopeningAsked;
import io.daybook.period.PeriodEvent.ReopeningDropped;
import io.daybook.period.PeriodEvent.SoftCloseWithdrawn;
import io.daybook.period.PeriodRejection.NeedsSecondPerson;
import io.daybook.period.PeriodRejection.NotClosed;
import io.daybook.period.PeriodRejection.NotOver;
import io.daybook.period.PeriodRejection.ReasonMissing;
import io.daybook.shell.Handlers;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PeriodDeciderTest {
    private static final PeriodId MAY = PeriodId.of(AccountingMonth.parse("2026-05"));
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-06-03T08:00:00Z");
    private static final Subject ANN = new Subject("ann");
    private static final Subject BOB = new Subject("bob");
    private static final Sealed WHY = new Sealed(new PersonId("staff-ann"), new byte[] {1});
    private static final PeriodSoftClosed SIGNED = new PeriodSoftClosed(MAY, ANN, NOW);
    private static final PeriodClosed CLOSED = new PeriodClosed(MAY, BOB, NOW);
    private static final ReopeningAsked ASKED = new ReopeningAsked(MAY, WHY, ANN, NOW);

    final Spec<PeriodCommand, PeriodState, PeriodEvent> period = new Spec<>(PeriodDecider.DECIDER);

    @Test
    void two_people_close_a_month_and_a_third_changes_nothing() {
        period.given()
                .when(close(ANN, NOW))
                .then(SIGNED)
                .when(close(BOB, NOW))
                .then(CLOSED)
                .when(close(new Subject("eve"), NOW))
                .thenNothing();
    }

    @Test
    void nobody_closes_a_month_alone_or_before_it_is_over() {
        period.given(SIGNED).when(close(ANN, NOW)).thenRejected(new NeedsSecondPerson(MAY));
        period.given().when(close(ANN, JUNE.minusNanos(1))).thenRejected(new NotOver(MAY, JUNE));
        period.given().when(close(ANN, JUNE)).then(new PeriodSoftClosed(MAY, ANN, JUNE));
    }

    @Test
    void one_person_takes_back_what_only_one_has_signed() {
        period.given(SIGNED)
                .when(reopen(BOB, WHY))
                .then(new SoftCloseWithdrawn(MAY, WHY, BOB, NOW))
                .when(close(ANN, NOW))
                .then(SIGNED);
    }

    @Test
    void two_people_open_a_closed_month_and_the_first_says_why() {
        period.given(SIGNED, CLOSED).when(reopen(ANN, null)).thenRejected(new ReasonMissing(MAY));
        period.given(SIGNED, CLOSED, ASKED).when(reopen(ANN, WHY)).thenRejected(new NeedsSecondPerson(MAY));
        period.given(SIGNED, CLOSED)
                .when(reopen(ANN, WHY))
                .then(ASKED)
                .when(reopen(BOB, null))
                .then(new PeriodReopened(MAY, BOB, NOW))
                .when(reopen(BOB, WHY))
                .thenRejected(new NotClosed(MAY));
    }

    @Test
    void closing_it_once_more_drops_the_wish_to_open_it() {
        period.given(SIGNED, CLOSED, ASKED)
                .when(close(BOB, NOW))
                .then(new ReopeningDropped(MAY, BOB, NOW))
                .when(close(BOB, NOW))
                .thenNothing();
    }

    @Test
    void every_command_has_its_handler() {
        Handlers.assertEveryCommandIsHandled(PeriodCommand.class, AccountingPeriodAggregate.class);
    }

    private static ClosePeriod close(Subject by, Instant at) {
        return new ClosePeriod(MAY, JUNE, by, at);
    }

    private static ReopenPeriod reopen(Subject by, @Nullable Sealed why) {
        return new ReopenPeriod(MAY, why, by, NOW);
    }
}
