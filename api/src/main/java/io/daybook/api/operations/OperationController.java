package io.daybook.api.operations;

import io.daybook.api.http.edge.Places;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.AheadOfViews;
import io.daybook.api.security.Admission;
import io.daybook.api.security.Caller;
import io.daybook.api.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;
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
    private final Admission admission;
    private final JsonMapper json;
    /** Each who follows holds a thread. */
    private final Places audience = new Places(200, 25);

    OperationController(Operations operations, Admission admission, JsonMapper json) {
        this.operations = operations;
        this.admission = admission;
        this.json = json;
    }

    @GetMapping
    Operation show(Caller caller, @PathVariable String id) {
        return operations
                .find(id)
                .filter(operation -> sees(caller, operation))
                .orElseThrow(() -> ProblemException.notFound("operation"));
    }

    private static boolean sees(Caller caller, Operation operation) {
        return operation.owner().equals(caller.subject().value()) || caller.hasAny(Role.AUDITOR);
    }

    /**
     * Server-sent events, one per change, named by the operation's version; ends when the operation does, or what lets its
     * reader see it.
     */
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void follow(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long seen,
            HttpServletRequest request,
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
            follow(request, response, first, seen);
        } finally {
            audience.leave(subject);
        }
    }

    private void follow(HttpServletRequest request, HttpServletResponse response, Operation first, @Nullable Long seen)
            throws IOException, InterruptedException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Accel-Buffering", "no");
        BooleanSupplier may = () ->
                admission.again(request).filter(caller -> sees(caller, first)).isPresent();
        new OperationStream(operations, json, response.getWriter(), may).follow(first, seen == null ? -1 : seen);
    }
}
