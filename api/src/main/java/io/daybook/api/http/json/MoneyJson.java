package io.daybook.api.http.json;

import io.daybook.money.Currencies;
import io.daybook.money.Money;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Money as {@code {"amount": 123456, "currency": "USD"}}: whole minor units, never a decimal, never text. */
final class MoneyJson {
    /** In minor units. Beyond it the sums over all contractors would not fit, and no view could follow the log. */
    private static final long MOST = 999_999_999_999_999L;

    private MoneyJson() {}

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("money");
        module.addSerializer(Money.class, new Writer());
        module.addSerializer(Currency.class, new CurrencyWriter());
        module.addDeserializer(Money.class, new Reader());
        module.addDeserializer(Currency.class, new CurrencyReader());
        return module;
    }

    /** The shape on the wire. */
    record Wire(long amount, Currency currency) {}

    private static final class Writer extends StdSerializer<Money> {
        Writer() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            out.writeNumberProperty("amount", money.minor());
            out.writeStringProperty("currency", money.currency().getCurrencyCode());
            out.writeEndObject();
        }
    }

    private static final class Reader extends StdDeserializer<Money> {
        Reader() {
            super(Money.class);
        }

        @Override
        public Money deserialize(JsonParser parser, DeserializationContext context) {
            Wire wire = context.readValue(parser, Wire.class);
            if (wire.amount() > MOST || wire.amount() < -MOST)
                throw new BadField(parser, "bad-value", "An amount has at most 15 digits.")
                        .prependPath(Wire.class, "amount");
            return new Money(wire.amount(), wire.currency());
        }
    }

    private static final class CurrencyWriter extends StdSerializer<Currency> {
        CurrencyWriter() {
            super(Currency.class);
        }

        @Override
        public void serialize(Currency currency, JsonGenerator out, SerializationContext context) {
            out.writeString(currency.getCurrencyCode());
        }
    }

    private static final class CurrencyReader extends StdDeserializer<Currency> {
        CurrencyReader() {
            super(Currency.class);
        }

        @Override
        public @Nullable Currency deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING)
                return (Currency) context.handleUnexpectedToken(String.class, parser);
            return Currencies.find(parser.getString())
                    .orElseThrow(() -> new BadField(
                            parser,
                            "unsupported-currency",
                            "The currency must be a code of ISO 4217 that has minor units."));
        }
    }
}
