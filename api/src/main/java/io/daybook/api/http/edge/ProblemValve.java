package io.daybook.api.http.edge;

import io.daybook.api.http.problem.ProblemWriter;
import io.daybook.api.http.problem.RequestId;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the container refuses before any filter sees it, a path with an encoded slash say, in the shape of all refusals. */
public final class ProblemValve extends ErrorReportValve {
    private final ProblemWriter problems = new ProblemWriter(JsonMapper.shared());

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        AtomicBoolean mayWrite = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, mayWrite);
        if (!mayWrite.get()) return;
        RequestId.give(request, response);
        SafeHeaders.set(request, response);
        try {
            problems.write(request, response, response.getStatus());
            response.finishResponse();
        } catch (IOException hungUp) {
            // Whoever asked does not wait for the answer.
            response.setError();
        }
    }
}
