package io.daybook.api.http.json;

import io.daybook.api.http.problem.Problem;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.money.Money;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names every field of a body that its record does not have, before a missing one hides the spelling mistake. */
@RestControllerAdvice
final class UnknownFields extends RequestBodyAdviceAdapter {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Asked of the class once: the JDK reads them from it every time. */
    private static final ClassValue<Map<String, Type>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Map<String, Type> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getGenericType));
        }
    };

    @Override
    public boolean supports(MethodParameter method, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return target instanceof Class<?> type && type.isRecord();
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter method,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        byte[] body = message.getBody().readAllBytes();
        List<Problem.Field> unknown = new ArrayList<>();
        walk(read(body), target, "", unknown);
        if (!unknown.isEmpty()) throw ProblemException.at(unknown);
        return new Read(body, message.getHeaders());
    }

    private static @Nullable JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static void walk(@Nullable JsonNode node, Type type, String at, List<Problem.Field> unknown) {
        if (node == null) return;
        Class<?> raw = type == Money.class ? MoneyJson.Wire.class : rawOf(type);
        if (node.isArray() && type instanceof ParameterizedType list && List.class == list.getRawType()) {
            for (int i = 0; i < node.size(); i++)
                walk(node.get(i), list.getActualTypeArguments()[0], at + "/" + i, unknown);
        } else if (node.isObject() && raw.isRecord()) {
            Map<String, Type> known = COMPONENTS.get(raw);
            node.properties().forEach(field -> {
                String name = field.getKey();
                String pointer = at + "/" + name.replace("~", "~0").replace("/", "~1");
                Type component = known.get(name);
                if (component != null) walk(field.getValue(), component, pointer, unknown);
                else unknown.add(new Problem.Field(pointer, "unknown-field", "There is no field " + name + " here."));
            });
        }
    }

    private static Class<?> rawOf(Type type) {
        return type instanceof Class<?> known ? known : Object.class;
    }

    private record Read(byte[] body, HttpHeaders headers) implements HttpInputMessage {
        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
