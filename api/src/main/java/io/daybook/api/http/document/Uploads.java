package io.daybook.api.http.document;

import static io.daybook.api.http.document.WireSchemas.typed;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.List;
import java.util.Map;

/** Bodies that are read raw, files and webhooks: no controller's signature tells of them. */
final class Uploads {
    private static final String ROSTER = """
            reference,name,email,country,currency,project,hourlyRate,rateFrom,weeklyCapHours,payoutDestination,overlap
            ada-1,Ada Lovelace,ada@example.com,CH,USD,Labels,40.00,2026-01-01,,acct_1Nv0FGQ9RKHgCVdK,refuse
            """;
    private static final String ERRORS = """
            row,column,code,message
            17,Hours,over-24h,One entry holds at most 24 hours.
            """;

    private Uploads() {}

    static void describe(Operation operation) {
        operation.addParametersItem(
                query("kind", "what the file holds", "roster", "time").required(true));
        operation.addParametersItem(
                query("format", "which tool wrote a time file", "harvest", "clockify", "toggl", "daybook"));
        operation.addParametersItem(query("zone", "of the file's wall times; the books' own unless told"));
        operation.addParametersItem(query("replace", "FROM..TO: lists what is gone at the source since"));
        Content content = new Content()
                .addMediaType(
                        "text/csv", new MediaType().schema(typed("string")).example(ROSTER))
                .addMediaType("multipart/form-data", form());
        operation.setRequestBody(new RequestBody().required(true).content(content));
    }

    /** What the provider sends; its shape is the provider's to change. */
    static RequestBody webhook() {
        Map<String, Object> event = Map.of(
                "id",
                "evt_1Nv0FGQ9RKHgCVdK",
                "object",
                "event",
                "type",
                "payout.paid",
                "account",
                "acct_1Nv0FGQ9RKHgCVdK");
        MediaType json = new MediaType().schema(typed("object")).example(event);
        return new RequestBody().required(true).content(new Content().addMediaType("application/json", json));
    }

    static Content errors() {
        return new Content()
                .addMediaType(
                        "text/csv", new MediaType().schema(typed("string")).example(ERRORS));
    }

    private static MediaType form() {
        return new MediaType()
                .schema(typed("object").addProperty("file", typed("string")).required(List.of("file")))
                .example(Map.of("file", ROSTER));
    }

    private static Parameter query(String name, String meaning, Object... values) {
        JsonSchema schema = typed("string");
        if (values.length > 0) schema.setEnum(List.of(values));
        return new Parameter()
                .in("query")
                .name(name)
                .description(meaning)
                .required(false)
                .schema(schema);
    }
}
