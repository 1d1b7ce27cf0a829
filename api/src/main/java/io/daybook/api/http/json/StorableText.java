package io.daybook.api.http.json;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/**
 * Refuses texts that no table can hold: with U+0000 in them, which PostgreSQL does not store, or half a surrogate pair,
 * which is no character. A fact with such a text could be written and never be projected. Every other is taken in as NFC: what looks
 * the same is the same, however it was typed.
 */
final class StorableText extends StringDeserializer {
    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        if (text != null && !isStorable(text))
            throw new BadField(parser, "bad-value", "This holds a character that cannot be stored.");
        return text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) return false;
            if (!Character.isSurrogate(c)) continue;
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pair) return false;
            i++;
        }
        return true;
    }
}
