package io.daybook.api.replay;

import io.daybook.api.eventlog.DeadLetter;
import io.daybook.api.eventlog.DeadLetters;
import io.daybook.api.http.request.AheadOfViews;
import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import io.daybook.api.http.request.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Facts that the views could not take in. */
@RestController
@AheadOfViews
@RequestMapping("/api/v1/dead-letters")
class DeadLetterController {
    private final DeadLetters letters;

    DeadLetterController(DeadLetters letters) {
        this.letters = letters;
    }

    /** @param stream the only one to try; all without it */
    record Retry(@Nullable String stream) {}

    /** In the order of the log. */
    @GetMapping
    Page<DeadLetter> list(PageRequest page) {
        long after = page.after() == null ? 0 : Long.parseLong(page.after());
        return page.of(letters.list(after, page.fetch()), letter -> Long.toString(letter.position()), letter -> letter);
    }

    /** Harmless when repeated: what is shown already is not shown twice. */
    @PostMapping("/retry")
    DeadLetters.Retried retry(@RequestBody(required = false) @Nullable Retry body) {
        return letters.retry(body == null ? null : Texts.optional("/stream", body.stream(), 300));
    }
}
