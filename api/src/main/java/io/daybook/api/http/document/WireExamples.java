package io.daybook.api.http.document;

import io.daybook.api.http.request.Page;
import io.daybook.money.Money;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Examples of what is on the wire: as the schemas have it, with words that a reader knows. */
final class WireExamples {
    private static final String KEY = "4hakpyac6bo7jkgs265tpt66rj";

    /** Left out of requests: they exclude what stands beside them. */
    private static final Set<String> EITHER_OR = Set.of(
            "EntryBody.date",
            "NewAdjustment.direction",
            "NewAdjustment.corrects",
            "Approvals.timesheets",
            "Requirements.raised",
            "Again.event",
            "BulkFilter.status");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("reference", "ada-1"),
            Map.entry("name", "Ada Lovelace"),
            Map.entry("email", "ada@example.com"),
            Map.entry("country", "CH"),
            Map.entry("project", "Labels"),
            Map.entry("task", "labelling"),
            Map.entry("notes", "the first hundred"),
            Map.entry("reason", "agreed on 5 January"),
            Map.entry("contentHash", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            Map.entry("rail", "simulator"),
            Map.entry("payoutDestination", "acct_1Nv0FGQ9RKHgCVdK"),
            Map.entry("value", "acct_1Nv0FGQ9RKHgCVdK"),
            Map.entry("contractor", "contractor-" + KEY),
            Map.entry("contractors", "contractor-" + KEY),
            Map.entry("engagement", "engagement-" + KEY + "-n2kp3ygy4cknump4rncxpis4de"),
            Map.entry("operation", "operation-" + KEY),
            Map.entry("entry", "4711"),
            Map.entry("account", "2000"),
            Map.entry("source", "EarningsPosted"),
            Map.entry("what", "EarningsPosted"),
            Map.entry("maker", "dev-finance-maker"),
            Map.entry("proposer", "dev-finance-maker"),
            Map.entry("approver", "dev-finance-checker"),
            Map.entry("checker", "dev-finance-checker"),
            Map.entry("overlap", "refuse"),
            Map.entry("url", "https://hooks.example.com/daybook"),
            Map.entry("eventTypes", "payout.paid"),
            Map.entry("event", "01981f5c-7a3e-7cc0-8f5e-3d1a5c0b2e4f"),
            Map.entry("from", "2026-01-05"),
            Map.entry("to", "2026-01-11"),
            Map.entry("meaning", "it was paid"),
            Map.entry("disabledBecause", "gone"),
            Map.entry("problem", "timeout"),
            Map.entry("secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
            Map.entry("token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEtMSJ9.c2lnbmF0dXJl"),
            Map.entry("code", "stale-revision"),
            Map.entry("detail", "It has changed since: look again."),
            Map.entry("kind", "timesheet-approvals"),
            Map.entry("roles", "finance-maker"),
            Map.entry("withdrawn", "finance-maker"),
            Map.entry("granted", "operator"),
            Map.entry("schema", "audit_march"),
            Map.entry("seed", "04-11-17-23-38-42"),
            Map.entry("hash", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            Map.entry("prefix", "h7ap2qm4xk3z"),
            Map.entry("format", "harvest"));

    private static final Map<String, Long> NUMBERS =
            Map.of("seconds", 5_400L, "position", 4_711L, "knownAt", 4_711L, "weeklyCapHours", 40L, "lines", 8_235L);

    private WireExamples() {}

    static Object request(Type type) {
        return of(type, "", true);
    }

    static Object response(Type type) {
        return of(type, "", false);
    }

    private static Object of(Type type, String field, boolean request) {
        if (type instanceof ParameterizedType generic) return generic(generic, field, request);
        if (!(type instanceof Class<?> raw)) return Map.of();
        if (raw == Money.class) return money();
        if (raw == Currency.class) return "USD";
        if (WireSchemas.isText(raw)) return raw == String.class ? word(field) : id(raw);
        if (raw == boolean.class || raw == Boolean.class) return true;
        if (raw == long.class
                || raw == Long.class
                || raw == int.class
                || raw == Integer.class
                || raw == BigDecimal.class) return NUMBERS.getOrDefault(field, 1L);
        if (raw == Instant.class) return "2026-01-05T09:00:00Z";
        if (raw == LocalDate.class) return field.equals("to") ? "2026-01-11" : "2026-01-05";
        if (raw == Duration.class) return "PT25H";
        if (raw.isEnum()) return String.valueOf(raw.getEnumConstants()[0]);
        return raw.isRecord() ? object(raw, request) : Map.of();
    }

    private static Object generic(ParameterizedType type, String field, boolean request) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        Object last = of(arguments[arguments.length - 1], field, request);
        if (raw == Page.class) {
            Map<String, @Nullable Object> page = new LinkedHashMap<>();
            page.put("items", List.of(last));
            page.put("nextCursor", "NTRiZTVhYWRhLTE");
            return page;
        }
        if (Collection.class.isAssignableFrom(raw)) return List.of(last);
        return Map.class.isAssignableFrom(raw) ? Map.of(String.valueOf(of(arguments[0], field, request)), last) : last;
    }

    private static Map<String, Object> object(Class<?> type, boolean request) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            boolean left = request && EITHER_OR.contains(type.getSimpleName() + "." + name);
            if (!left && !WireSchemas.isIgnored(component))
                object.put(name, isListOf(type, component) ? List.of() : of(component.getGenericType(), name, request));
        }
        return object;
    }

    /** What holds more of its own kind, as a tree does, is shown without them. */
    private static boolean isListOf(Class<?> type, RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                && List.of(list.getActualTypeArguments()).contains(type);
    }

    private static Map<String, Object> money() {
        Map<String, Object> money = new LinkedHashMap<>();
        money.put("amount", 123_456);
        money.put("currency", "USD");
        return money;
    }

    private static String word(String field) {
        return field.equals("id") ? "operation-" + KEY : WORDS.getOrDefault(field, "text");
    }

    private static String id(Class<?> type) {
        String name = type.getSimpleName();
        if (!name.endsWith("Id")) return WORDS.getOrDefault(name.toLowerCase(Locale.ROOT), "dev-finance-maker");
        return switch (name) {
            case "AccountEntryId" -> "entry-" + KEY;
            case "TimeEntryId" -> "time-" + KEY;
            case "TimesheetId" -> "timesheet-" + KEY + "-n2kp3ygy4cknump4rncxpis4de-2026-01-05";
            case "EngagementId" -> "engagement-" + KEY + "-n2kp3ygy4cknump4rncxpis4de";
            case "PayoutBatchId" -> "batch-" + KEY;
            case "PayoutId" -> "payout-batch-" + KEY + "-1";
            case "ApiKeyId" -> "api-key-" + KEY;
            case "TopUpId" -> "top-up-" + KEY;
            default -> name.substring(0, name.length() - 2).toLowerCase(Locale.ROOT) + "-" + KEY;
        };
    }
}
