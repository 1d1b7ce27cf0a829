package io.daybook.api.http.json;

import io.daybook.api.http.problem.Problem;
import io.daybook.api.http.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks at the body of an order that takes none: nothing or {@code {}} is fine, a field would be passed over silently. */
public final class NoBody implements HandlerInterceptor {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof HandlerMethod method && takesNone(method) && isJson(request))
            check(request.getInputStream().readAllBytes());
        return true;
    }

    private static boolean takesNone(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters()).noneMatch(NoBody::reads);
    }

    private static boolean reads(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class)
                || HttpServletRequest.class.isAssignableFrom(parameter.getParameterType());
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null) return false;
        String media = type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        return media.equals("application/json") || media.endsWith("+json");
    }

    private static void check(byte[] body) {
        JsonNode node;
        try {
            node = JSON.readTree(body);
        } catch (JacksonException e) {
            throw ProblemException.at("", "bad-json", "The body is not JSON; none is needed here.");
        }
        if (node.isMissingNode() || node.isNull()) return;
        if (!node.isObject())
            throw ProblemException.at("", "wrong-type", "No body is needed here, or an empty object.");
        List<Problem.Field> fields = node.propertyNames().stream()
                .map(name -> new Problem.Field(
                        "/" + name.replace("~", "~0").replace("/", "~1"),
                        "unknown-field",
                        "There is no field " + name + " here."))
                .toList();
        if (!fields.isEmpty()) throw ProblemException.at(fields);
    }
}
