package io.daybook.api.eventlog;

import io.daybook.account.AccountEntryId;
import io.daybook.account.AccountId;
import io.daybook.account.Adjustment;
import io.daybook.account.AdjustmentId;
import io.daybook.account.AdjustmentKind;
import io.daybook.account.EntryKind;
import io.daybook.account.PayoutId;
import io.daybook.calendar.AccountingMonth;
import io.daybook.calendar.PayPeriod;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.HoldId;
import io.daybook.engagement.EngagementId;
import io.daybook.funding.FundingPoolId;
import io.daybook.kernel.Hash;
import io.daybook.kernel.PersonId;
import io.daybook.kernel.Sealed;
import io.daybook.money.Currencies;
import io.daybook.money.Money;
import io.daybook.period.PeriodId;
import io.daybook.statement.StatementId;
import io.daybook.timesheet.TimeEntryId;
import io.daybook.timesheet.TimesheetId;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/** The values that golden files are made of. Never change one: stored history must read for ever. */
final class Samples {
    private static final LocalDate DAY = LocalDate.parse("2026-05-18");
    private static final Currency USD = Currencies.of("USD");
    private static final PayPeriod PERIOD = new PayPeriod(DAY, DAY.plusDays(6));
    private static final ContractorId CONTRACTOR = ContractorId.of("C-1001");
    private static final EngagementId ENGAGEMENT = EngagementId.of(CONTRACTOR, "Apollo");
    private static final TimesheetId TIMESHEET = TimesheetId.of(ENGAGEMENT, PERIOD);
    private static final AccountEntryId ENTRY =
            AccountEntryId.ofEarnings(TIMESHEET, 2, new AccountingMonth(YearMonth.from(DAY)));

    private static final Money AMOUNT = new Money(123_456, USD);
    private static final Sealed SEALED = new Sealed(new PersonId("person-1"), new byte[] {1, 2, 3});

    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(int.class, 2),
            Map.entry(Integer.class, 2),
            Map.entry(long.class, 5400L),
            Map.entry(Long.class, 5400L),
            Map.entry(boolean.class, true),
            Map.entry(Instant.class, Instant.parse("2026-05-18T09:30:00.123456Z")),
            Map.entry(LocalDate.class, DAY),
            Map.entry(YearMonth.class, YearMonth.from(DAY)),
            Map.entry(Duration.class, Duration.ofHours(72)),
            Map.entry(ZoneId.class, ZoneOffset.UTC),
            Map.entry(Currency.class, USD),
            Map.entry(Money.class, AMOUNT),
            Map.entry(Sealed.class, SEALED),
            Map.entry(PayPeriod.class, PERIOD),
            Map.entry(ContractorId.class, CONTRACTOR),
            Map.entry(EngagementId.class, ENGAGEMENT),
            Map.entry(TimesheetId.class, TIMESHEET),
            Map.entry(TimeEntryId.class, TimeEntryId.of("entry", "1")),
            Map.entry(AccountId.class, AccountId.of(CONTRACTOR, USD)),
            Map.entry(AccountEntryId.class, ENTRY),
            Map.entry(AdjustmentId.class, AdjustmentId.of("adjustment", "1")),
            Map.entry(HoldId.class, HoldId.of("hold", "1")),
            Map.entry(FundingPoolId.class, FundingPoolId.of("stripe", USD)),
            Map.entry(PeriodId.class, PeriodId.of(new AccountingMonth(YearMonth.from(DAY)))),
            Map.entry(StatementId.class, StatementId.of("request")),
            Map.entry(PayoutId.class, PayoutId.of("week21", 7)));

    private Samples() {}

    static Optional<Object> of(Class<?> type) {
        return Optional.ofNullable(VALUES.get(type));
    }

    /** Records whose parts depend on each other; {@code whole} asks for every nullable part. */
    static Optional<Object> dependent(Class<?> type, boolean whole) {
        if (type != Adjustment.class) return Optional.empty();
        AdjustmentId id = AdjustmentId.of("adjustment", "1");
        return Optional.of(
                whole
                        ? new Adjustment(
                                id,
                                AdjustmentKind.CORRECTION,
                                AMOUNT,
                                SEALED,
                                new Adjustment.Correction(Adjustment.Direction.UP, ENTRY, EntryKind.values()[0]))
                        : new Adjustment(id, AdjustmentKind.BONUS, AMOUNT, SEALED, null));
    }

    /** A text, or an id of one text behind its own prefix. */
    static String text(Class<?> holder, String name) {
        try {
            Field prefix = holder.getDeclaredField("PREFIX");
            prefix.setAccessible(true);
            return prefix.get(null) + Hash.shortKey(holder.getSimpleName());
        } catch (NoSuchFieldException none) {
            return name;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
