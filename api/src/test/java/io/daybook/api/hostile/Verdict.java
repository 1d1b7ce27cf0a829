package io.daybook.api.hostile;

import io.daybook.api.http.problem.ProblemStatus;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether a refusal is one. */
final class Verdict {
    private static final Pattern INSIDES = Pattern.compile(
            "Exception|\\bat [a-z]+\\.[a-z]+\\.|java\\.|org\\.[a-z]+\\.|"
                    + "tools\\.jackson|io\\.daybook|event_log|SQLSTATE|Tomcat|<html",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private Verdict() {}

    /** What is wrong with the answer to a request that had to be refused; empty if nothing is. */
    static Optional<String> on(RawHttp.Answer answer) {
        if (answer.status() >= 500) return Optional.of("failed with " + answer.status());
        if (answer.status() < 400) return Optional.of("was accepted with " + answer.status());
        if (answer.status() == 429) return Optional.of("was not looked at");
        if (INSIDES.matcher(answer.body()).find()) return Optional.of("tells of insides");
        if (!answer.header("content-type").startsWith("application/problem+json")) return Optional.of("is no problem");
        if (!REQUEST_ID.matcher(answer.header("x-request-id")).matches()) return Optional.of("has no request id");
        return onBody(answer);
    }

    private static Optional<String> onBody(RawHttp.Answer answer) {
        try {
            JsonNode problem = JsonMapper.shared().readTree(answer.body());
            String code = problem.path("code").asString("");
            if (ProblemStatus.find(code).isEmpty()) return Optional.of("has the code '" + code + "'");
            if (problem.path("status").asInt() != answer.status()) return Optional.of("says another status");
            return Optional.empty();
        } catch (JacksonException e) {
            return Optional.of("has a body that is no JSON");
        }
    }
}
