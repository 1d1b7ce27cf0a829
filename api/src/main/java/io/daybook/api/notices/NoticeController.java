package io.daybook.api.notices;

import io.daybook.api.http.people.ContractorRef;
import io.daybook.api.http.people.ContractorRefs;
import io.daybook.api.http.people.People;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import io.daybook.api.security.Caller;
import io.daybook.contractor.ContractorId;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Subject;
import io.daybook.notice.Notice;
import io.daybook.notice.NoticeViews;
import io.daybook.notice.NoticeViews.After;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What contractors are told, for the staff and for themselves. */
@RestController
@RequestMapping("/api/v1/notices")
final class NoticeController {
    private final NoticeViews notices;
    private final People people;
    private final ContractorRefs refs;
    private final PersonVault vault;

    NoticeController(NoticeViews notices, People people, ContractorRefs refs, PersonVault vault) {
        this.notices = notices;
        this.people = people;
        this.refs = refs;
        this.vault = vault;
    }

    /**
     * @param contact the address as far as it helps to recognise it; null once the person's key is destroyed
     * @param former whether it had been replaced by then
     */
    record NoticeJson(
            String id,
            ContractorRef contractor,
            Notice.Kind kind,
            Subject by,
            @Nullable String contact,
            boolean former,
            Instant occurredAt,
            Notice.Status status,
            int attempts,
            @Nullable Instant sentAt) {}

    /** Oldest first. @param contractor id or reference */
    @GetMapping
    Page<NoticeJson> list(
            Caller caller, PageRequest page, @RequestParam(required = false) @Nullable String contractor) {
        ContractorId whose = whose(caller, contractor);
        List<Notice> rows = notices.page(whose, after(page.after()), page.fetch());
        ContractorRefs.Known known =
                refs.of(rows.stream().map(Notice::contractor).toList());
        return page.of(rows, row -> row.position() + " " + row.id(), row -> json(row, known.of(row.contractor())));
    }

    private @Nullable ContractorId whose(Caller caller, @Nullable String contractor) {
        if (contractor != null) return people.named(caller, contractor).id();
        if (caller.seesEverybody()) return null;
        ContractorId self = caller.contractor();
        if (self == null) throw ProblemException.notFound("contractor");
        return self;
    }

    private static @Nullable After after(@Nullable String key) {
        if (key == null) return null;
        String[] parts = key.split(" ", 2);
        return new After(Long.parseLong(parts[0]), parts[1]);
    }

    private NoticeJson json(Notice notice, ContractorRef contractor) {
        return new NoticeJson(
                notice.id(),
                contractor,
                notice.kind(),
                notice.by(),
                vault.open(notice.email()).map(NoticeController::masked).orElse(null),
                notice.former(),
                notice.occurredAt(),
                notice.status(),
                notice.attempts(),
                notice.sentAt());
    }

    private static String masked(String email) {
        int at = email.lastIndexOf('@');
        return at < 1 ? "****" : email.charAt(0) + "****" + email.substring(at);
    }
}
