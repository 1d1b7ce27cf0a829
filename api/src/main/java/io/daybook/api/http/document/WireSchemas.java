package io.daybook.api.http.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.api.http.request.Page;
import io.daybook.money.Money;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of what is on the wire, read off the records as the JSON mapper reads them: a component is required unless its
 * type says {@code @Nullable}, nothing else may be there, ids are texts, money is an amount with its currency.
 */
final class WireSchemas {
    private final WireNames names = new WireNames();
    private final Map<String, Schema<?>> named = new TreeMap<>();

    /** Every record that was asked for, by the name that a {@code $ref} points to. */
    Map<String, Schema<?>> named() {
        return named;
    }

    Schema<?> of(Type type) {
        if (type instanceof ParameterizedType generic) return generic(generic);
        if (!(type instanceof Class<?> raw)) return new JsonSchema();
        if (raw == Money.class) return reference("Money", WireSchemas::money);
        if (raw == Currency.class) return currency();
        if (isText(raw)) return typed("string");
        if (raw == boolean.class || raw == Boolean.class) return typed("boolean");
        if (raw == long.class || raw == Long.class) return typed("integer").format("int64");
        if (raw == int.class || raw == Integer.class) return typed("integer").format("int32");
        if (raw == BigDecimal.class) return typed("number");
        if (raw == Instant.class) return typed("string").format("date-time");
        if (raw == LocalDate.class) return typed("string").format("date");
        if (raw == Duration.class) return typed("string").format("duration");
        if (raw.isEnum()) return constants(raw);
        if (raw.isRecord()) return reference(names.of(raw), () -> object(raw));
        return new JsonSchema();
    }

    private Schema<?> generic(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type last = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        if (raw == Page.class) return reference("PageOf" + names.of((Class<?>) last), () -> page(last));
        if (Collection.class.isAssignableFrom(raw)) return typed("array").items(of(last));
        if (Map.class.isAssignableFrom(raw)) return typed("object").additionalProperties(of(last));
        return new JsonSchema();
    }

    private Schema<?> page(Type item) {
        return typed("object")
                .addProperty("items", typed("array").items(of(item)))
                .addProperty(
                        "nextCursor",
                        nullable(typed("string")).description("for ?cursor= of the next page; null at the end"))
                .required(List.of("items", "nextCursor"));
    }

    private Schema<?> object(Class<?> type) {
        Schema<?> object = typed("object").additionalProperties(false);
        for (RecordComponent component : type.getRecordComponents()) {
            if (isIgnored(component)) continue;
            Schema<?> schema = of(component.getGenericType());
            boolean optional = isNullable(component);
            object.addProperty(component.getName(), optional ? nullable(schema) : schema);
            if (!optional && !isLeftOutWhenEmpty(type)) object.addRequiredItem(component.getName());
        }
        return object;
    }

    private Schema<?> reference(String name, Supplier<Schema<?>> make) {
        if (!named.containsKey(name)) {
            named.put(name, new JsonSchema());
            named.put(name, make.get());
        }
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isLeftOutWhenEmpty(Class<?> type) {
        JsonInclude include = type.getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.NON_EMPTY;
    }

    static boolean isIgnored(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonIgnore.class);
    }

    /** Texts, and ids: records of one text named {@code value}. */
    static boolean isText(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        return type == String.class
                || components != null
                        && components.length == 1
                        && components[0].getName().equals("value")
                        && components[0].getType() == String.class;
    }

    private static Schema<?> nullable(Schema<?> schema) {
        if (schema.getTypes() == null && schema.get$ref() == null) return schema;
        if (schema.get$ref() != null || schema.getEnum() != null)
            return new JsonSchema().addAnyOfItem(schema).addAnyOfItem(typed("null"));
        schema.addType("null");
        return schema;
    }

    private static Schema<?> money() {
        return typed("object")
                .description("whole minor units of a currency, as ISO 4217 has them")
                .addProperty("amount", typed("integer").format("int64"))
                .addProperty("currency", currency())
                .required(List.of("amount", "currency"))
                .additionalProperties(false);
    }

    private static Schema<?> currency() {
        return typed("string").pattern("[A-Z]{3}");
    }

    private static Schema<?> constants(Class<?> type) {
        JsonSchema schema = typed("string");
        schema.setEnum(
                Arrays.stream(type.getEnumConstants()).map(Object.class::cast).toList());
        return schema;
    }

    static JsonSchema typed(String type) {
        JsonSchema schema = new JsonSchema();
        schema.setTypes(new LinkedHashSet<>(Set.of(type)));
        return schema;
    }
}
