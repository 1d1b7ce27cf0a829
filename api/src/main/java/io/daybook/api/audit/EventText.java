package io.daybook.api.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.http.csv.CsvOut;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Writes events in pages, so that their number costs no memory. In CSV the salt is hex: base64 may look like a formula. */
final class EventText {
    private static final int EVENTS_A_PAGE = 1000;
    private static final List<String> HEADER = List.of(
            "position",
            "eventId",
            "stream",
            "streamType",
            "seq",
            "type",
            "revision",
            "recordedAt",
            "person",
            "personSeq",
            "salt",
            "actor",
            "metadata",
            "payload");

    private final EventsTable events;
    private final JsonMapper json;

    EventText(EventsTable events, JsonMapper json) {
        this.events = events;
        this.json = json;
    }

    private interface Line {
        void write(StoredEvent event) throws IOException;
    }

    void writeNdjson(EventFilter filter, long after, OutputStream body) throws IOException {
        OutputStream out = new BufferedOutputStream(body, 1 << 16);
        each(filter, after, event -> {
            out.write(json.writeValueAsBytes(event));
            out.write('\n');
        });
        out.flush();
    }

    void writeCsv(EventFilter filter, long after, OutputStream body) throws IOException {
        try (CsvOut csv = new CsvOut(new BufferedWriter(new OutputStreamWriter(body, UTF_8)), HEADER)) {
            each(filter, after, event -> write(csv, event));
        }
    }

    private void each(EventFilter filter, long begin, Line line) throws IOException {
        long after = begin;
        List<StoredEvent> page;
        do {
            page = events.after(filter, after, EVENTS_A_PAGE);
            for (StoredEvent event : page) line.write(event);
            if (!page.isEmpty()) after = page.getLast().position();
        } while (page.size() == EVENTS_A_PAGE);
    }

    private void write(CsvOut csv, StoredEvent event) {
        csv.number(event.position())
                .text(event.eventId().toString())
                .text(event.stream())
                .text(event.streamType())
                .number(event.seq())
                .text(event.type())
                .number(event.revision())
                .text(event.recordedAt().toString())
                .text(event.person())
                .text(event.personSeq() == null ? null : event.personSeq().toString())
                .text(HexFormat.of().formatHex(event.salt()))
                .text(event.metadata().path("actor").asString(""))
                .text(json.writeValueAsString(event.metadata()))
                .text(json.writeValueAsString(event.payload()))
                .end();
    }
}
