package io.daybook.api.http.document;

import static io.daybook.api.http.document.WireSchemas.typed;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.Set;

/** The headers of answers, described once and pointed to. */
final class WireHeaders {
    static final String REQUEST = "X-Request-Id";
    static final String POSITION = "Daybook-Position";
    static final String LOCATION = "Location";
    static final String LINK = "Link";
    static final String TAG = "ETag";

    private static final Map<String, String[]> HEADERS = Map.of(
            REQUEST,
            texts("The request's name: yours where you gave one.", "7c9e6679-7425-40de-944b-e07fc1f90ae7"),
            POSITION,
            texts("How far the log has come with this: wait for it by Daybook-Min-Position.", "4711"),
            LOCATION,
            texts("Where to look for what was made.", "/api/v1/operations/operation-4hakpyac6bo7jkgs"),
            LINK,
            texts("Where the list goes on; absent on the last page.", "</api/v1/payouts?cursor=NTRi>; rel=\"next\""),
            TAG,
            texts("What If-Match and If-None-Match take.", "\"3.q7Yb1c\""),
            "Content-Disposition",
            texts("A name for the file.", "attachment; filename=\"statement.csv\""),
            "WWW-Authenticate",
            texts("What kind of token is needed.", "Bearer"),
            "Retry-After",
            texts("After how many seconds to ask again.", "1"));

    /** Writes that say nothing of the log's position: they order nothing of it, or only later. */
    private static final Set<String> UNPLACED = Set.of(
            "rails", "imports", "replays", "dead-letters", "dev", "webhooks", "webhook-endpoints", "alerts", "audit");

    /** Answers of 201 and 202 that are about what was named in the request. */
    private static final Set<String> UNLOCATED = Set.of(
            "POST /engagements/{id}/rates",
            "PUT /contractors/{id}/payout-destination",
            "POST /payout-batches/{id}/release",
            "POST /access/{subject}/grants",
            "POST /accounting-periods/{id}/close",
            "POST /accounting-periods/{id}/reopen");

    private WireHeaders() {}

    static void addTo(Components components) {
        HEADERS.forEach((name, texts) -> components.addHeaders(
                name, new Header().description(texts[0]).schema(typed("string").example(texts[1]))));
    }

    static void addTo(ApiResponse response, String name) {
        response.addHeaderObject(name, new Header().$ref("#/components/headers/" + name));
    }

    /** Those of a success. @param path below {@code /api/v1} */
    static void addTo(ApiResponse response, String method, String path, int status, boolean list) {
        addTo(response, REQUEST);
        boolean read = method.equals("GET");
        if (!read && !UNPLACED.contains(path.split("/")[1])) addTo(response, POSITION);
        if ((status == 201 || status == 202) && !UNLOCATED.contains(method + " " + path)) addTo(response, LOCATION);
        if (list) addTo(response, LINK);
        if (path.endsWith("/statement") || path.endsWith("/{statementId}") || path.endsWith("/errors"))
            addTo(response, "Content-Disposition");
    }

    private static String[] texts(String meaning, String example) {
        return new String[] {meaning, example};
    }
}
