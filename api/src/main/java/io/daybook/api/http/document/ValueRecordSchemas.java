package io.daybook.api.http.document;

import com.fasterxml.jackson.databind.JavaType;
import io.daybook.money.Money;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.RecordComponent;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ids are texts, money is an amount of minor units with its currency: as the JSON is, not as the records are. */
@Component
final class ValueRecordSchemas implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = Json.mapper().constructType(type.getType());
        Class<?> raw = java == null ? Object.class : java.getRawClass();
        if (raw == Money.class) return money();
        if (raw == Currency.class) return currency();
        if (isText(raw)) return new StringSchema().description("opaque");
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }

    private static Schema<?> money() {
        return new ObjectSchema()
                .addProperty(
                        "amount",
                        new IntegerSchema().format("int64").description("whole minor units, as ISO 4217 has them"))
                .addProperty("currency", currency())
                .required(List.of("amount", "currency"))
                .additionalProperties(false)
                .example(java.util.Map.of("amount", 123456, "currency", "USD"));
    }

    private static Schema<?> currency() {
        return new StringSchema().pattern("[A-Z]{3}").example("USD");
    }

    private static boolean isText(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        return components != null
                && components.length == 1
                && components[0].getName().equals("value")
                && components[0].getType() == String.class;
    }
}
