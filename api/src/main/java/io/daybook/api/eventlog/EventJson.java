package io.daybook.api.eventlog;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.daybook.kernel.DomainEvent;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/** Events as stored JSON. Only types on the list are read; an unknown type or field stops, it is never skipped. */
public final class EventJson {
    private final EventTypes types;
    private final JsonMapper mapper = mapper();

    public EventJson(EventTypes types) {
        this.types = types;
    }

    public String nameOf(DomainEvent event) {
        return types.nameOf(event);
    }

    /** Errors: IllegalArgumentException for a text with U+0000 in it: the log would take it, no view ever could. */
    public byte[] write(DomainEvent event) {
        String name = types.nameOf(event);
        byte[] json = mapper.writeValueAsBytes(event);
        if (holdsNul(json)) throw new IllegalArgumentException("a text of " + name + " holds U+0000");
        return json;
    }

    private static boolean holdsNul(byte[] json) {
        for (int i = 0; i < json.length; i++) {
            if (json[i] != '\\') continue;
            i++;
            if (json[i] == 'u' && json[i + 1] == '0' && json[i + 2] == '0' && json[i + 3] == '0' && json[i + 4] == '0')
                return true;
        }
        return false;
    }

    /** The revision with which {@link #write} writes this event. */
    public short revisionOf(DomainEvent event) {
        return (short) types.revisionOf(types.nameOf(event));
    }

    /** In today's form, whatever revision is stored. Errors: {@link UnreadableEvent} naming the position. */
    public DomainEvent read(String name, int revision, byte[] payload, long position) {
        int current = types.revisionOf(name);
        Class<? extends DomainEvent> type = types.find(name)
                .filter(found -> revision >= 1 && revision <= current)
                .orElseThrow(() -> new UnreadableEvent(position, name, "no code here reads revision " + revision));
        try {
            return revision == current
                    ? mapper.readValue(payload, type)
                    : mapper.treeToValue(upcast(name, revision, payload), type);
        } catch (JacksonException e) {
            throw new UnreadableEvent(position, name, e.getOriginalMessage());
        }
    }

    private ObjectNode upcast(String name, int revision, byte[] payload) {
        List<Upcaster> upcasters = types.upcastersOf(name);
        ObjectNode event = mapper.readValue(payload, ObjectNode.class);
        for (Upcaster next : upcasters.subList(revision - 1, upcasters.size()))
            event = next.change().apply(event);
        return event;
    }

    private static JsonMapper mapper() {
        JacksonModule values = new SimpleModule("one-text-records") {
            @Override
            public void setupModule(SetupContext context) {
                super.setupModule(context);
                context.insertAnnotationIntrospector(new ValueRecords());
            }
        };
        return JsonMapper.builder()
                .addModule(values)
                .changeDefaultVisibility(visibility -> visibility
                        .withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                        .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                        .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
