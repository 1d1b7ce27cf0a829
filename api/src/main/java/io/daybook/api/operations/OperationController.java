package io.daybook.api.operations;

import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.AheadOfViews;
import io.daybook.api.security.Caller;
import io.daybook.api.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** How far long work is, asked for once or followed as it goes. */
@RestController
@AheadOfViews
@RequestMapping("/api/v1/operations/{id}")
final class OperationController {
    private final Operations operations;
    private final JsonMapper json;

    OperationController(Operations operations, JsonMapper json) {
        this.operations = operations;
        this.json = json;
    }

    private final Audience audience = new Audience();

    @GetMapping
    Operation show(Caller caller, @PathVariable String id) {
        return operations
                .find(id)
                .filter(operation -> operation.owner().equals(caller.subject().value()) || caller.hasAny(Role.AUDITOR))
                .orElseThrow(() -> ProblemException.notFound("operation"));
    }

    /** Server-sent events, one per change, named by the operation's version; ends when the operation does. */
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void follow(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long seen,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        Operation first = show(caller, id);
        if (seen != null && seen == first.version() && first.hasEnded()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        String subject = caller.subject().value();
        if (!audience.enter(subject)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            throw ProblemException.of(
                    "rate-limited", "Too many operations are being followed: end some, or ask for them.");
        }
        try {
            follow(response, first, seen);
        } finally {
            audience.leave(subject);
        }
    }

    private void follow(HttpServletResponse response, Operation first, @Nullable Long seen)
            throws IOException, InterruptedException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Accel-Buffering", "no");
        new OperationStream(operations, json, response.getWriter()).follow(first, seen == null ? -1 : seen);
    }
}
