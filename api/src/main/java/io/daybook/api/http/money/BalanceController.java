package io.daybook.api.http.money;

import io.daybook.api.books.Viewpoints;
import io.daybook.api.http.people.BalanceJson;
import io.daybook.api.http.people.People;
import io.daybook.api.security.Caller;
import io.daybook.contractor.ContractorId;
import io.daybook.journal.JournalViews;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a contractor is owed, by where it lies. */
@RestController
@RequestMapping("/api/v1/contractors/{id}/balances")
final class BalanceController {
    private final JournalViews journal;
    private final People people;
    private final Viewpoints viewpoints;

    BalanceController(JournalViews journal, People people, Viewpoints viewpoints) {
        this.journal = journal;
        this.people = people;
        this.viewpoints = viewpoints;
    }

    record Balances(List<BalanceJson> balances) {}

    @GetMapping
    Balances show(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt) {
        ContractorId contractor = people.visible(caller, id).id();
        return new Balances(journal.balances(contractor, viewpoints.of(asOf, knownAt)).stream()
                .map(BalanceJson::of)
                .toList());
    }
}
