package io.daybook.api.books;

import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import io.daybook.api.http.request.Texts;
import io.daybook.api.http.request.Write;
import io.daybook.calendar.AccountingMonth;
import io.daybook.calendar.PayCalendar;
import io.daybook.kernel.Hash;
import io.daybook.kernel.PersonId;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import io.daybook.period.PeriodCommand.ClosePeriod;
import io.daybook.period.PeriodCommand.ReopenPeriod;
import io.daybook.period.PeriodId;
import io.daybook.period.PeriodStatus;
import io.daybook.period.PeriodView;
import io.daybook.period.PeriodViews;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The months of the books: one person signs a month off, a second one closes it; so it is opened again, too. */
@RestController
@RequestMapping("/api/v1/accounting-periods")
final class PeriodController {
    private static final Map<String, String> PLACES = Map.of("missing-field", "/reason");

    private final PeriodViews periods;
    private final PersonVault vault;
    private final ZoneId zone;
    private final InstantSource clock;

    PeriodController(PeriodViews periods, PersonVault vault, PayCalendar calendar, InstantSource clock) {
        this.periods = periods;
        this.vault = vault;
        this.zone = calendar.zone();
        this.clock = clock;
    }

    /** @param reason needed from whoever asks, not from the second person */
    record Reopening(@Nullable String reason) {}

    /** From the present month back to the first that has an entry. */
    @GetMapping
    Page<PeriodJson> list(PageRequest page) {
        Map<AccountingMonth, PeriodView> begun =
                periods.all().stream().collect(Collectors.toMap(PeriodView::month, Function.identity()));
        String after = page.after();
        List<AccountingMonth> months = months().stream()
                .filter(month -> after == null || month.id().compareTo(after) < 0)
                .limit(page.fetch())
                .toList();
        return page.of(months, AccountingMonth::id, month -> PeriodJson.of(month, begun.get(month), vault));
    }

    /** 202 after the first signature, 200 once it is closed. */
    @PostMapping("/{id}/close")
    ResponseEntity<PeriodJson> close(Write write, @PathVariable String id) {
        AccountingMonth month = find(id);
        write.mustSeeAll();
        write.send(new ClosePeriod(
                PeriodId.of(month), month.endsAt(zone), write.caller().subject(), write.now()));
        write.awaitViews();
        return answer(month, PeriodStatus.SOFT_CLOSED);
    }

    /** 202 while it waits for a second person, 200 once it is open. */
    @PostMapping("/{id}/reopen")
    ResponseEntity<PeriodJson> reopen(
            Write write, @PathVariable String id, @RequestBody(required = false) @Nullable Reopening body) {
        AccountingMonth month = find(id);
        String reason = body == null ? null : Texts.optional("/reason", body.reason(), 2_000);
        Subject by = write.caller().subject();
        Sealed why = reason == null ? null : vault.seal(person(by), reason);
        write.send(new ReopenPeriod(PeriodId.of(month), why, by, write.now()), PLACES);
        write.awaitViews();
        return answer(month, PeriodStatus.REOPENING);
    }

    private ResponseEntity<PeriodJson> answer(AccountingMonth month, PeriodStatus waiting) {
        PeriodJson json = PeriodJson.of(month, periods.find(month).orElse(null), vault);
        return ResponseEntity.status(json.status() == waiting ? 202 : 200).body(json);
    }

    private AccountingMonth find(String id) {
        try {
            AccountingMonth month = AccountingMonth.parse(id);
            if (months().contains(month)) return month;
        } catch (DateTimeParseException e) {
            throw ProblemException.notFound("accounting period");
        }
        throw ProblemException.notFound("accounting period");
    }

    /** Latest first. */
    private List<AccountingMonth> months() {
        AccountingMonth now = AccountingMonth.of(clock.instant(), zone);
        AccountingMonth first =
                periods.booksBegin().map(date -> AccountingMonth.of(date, zone)).orElse(now);
        List<AccountingMonth> months = new ArrayList<>();
        for (AccountingMonth month = first; month.compareTo(now) <= 0; month = month.next()) months.add(month);
        return months.reversed();
    }

    /** Whose words the reason is. */
    private static PersonId person(Subject by) {
        return new PersonId("staff-" + Hash.shortKey("staff", by.value()));
    }
}
