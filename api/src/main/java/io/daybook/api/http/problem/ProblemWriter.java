package io.daybook.api.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems where no controller is at work: in filters, in security, after the container's own errors. */
@Component
public final class ProblemWriter {
    private final JsonMapper json;

    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, ProblemException e) throws IOException {
        write(response, Problem.of(e.status(), e.code(), e.detail(), RequestId.of(request), e.errors()));
    }

    public void write(HttpServletRequest request, HttpServletResponse response, String code, String detail)
            throws IOException {
        write(response, Problem.of(ProblemStatus.of(code), code, detail, RequestId.of(request), List.of()));
    }

    /** Where a status is all that is known. What a container answers with 5xx for want of an ability is the caller's mistake. */
    public void write(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        String code = ProblemStatus.codeOf(status == 501 || status == 505 ? 400 : status);
        write(request, response, code, Sentences.of(code));
    }

    private void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) return;
        byte[] body = json.writeValueAsBytes(problem);
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
