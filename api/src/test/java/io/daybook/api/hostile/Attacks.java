package io.daybook.api.hostile;

import static io.daybook.api.hostile.Values.many;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.security.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests with exactly one thing wrong, each of which must be refused. What is otherwise in them is as right as it can be, so
 * that it is that one thing which is looked at, as deep inside as it gets.
 */
final class Attacks {
    private static final List<String> IDS = many("""
            nope ¦ %27%20OR%20%271%27%3D%271 ¦ x%27)%3B%20DELETE%20FROM%20t%3B%20-- ¦ %F0%9F%98%80 ¦
            %E2%80%AEabc ¦ e%CC%81 ¦ %EF%BB%BF ¦ %C2%A0 ¦ %FF ¦ %ED%A0%80 ¦ %C0%AF ¦ contractor- ¦
            contractor-x ¦ engagement-- ¦ timesheet-x-y-2026-01-05 ¦ timesheet-x-y-9999-99-99 ¦
            timesheet--------------- ¦ adjustment-x ¦ batch- ¦ payout-batch-x-1 ¦
            payout-batch-x-99999999999999999999 ¦ top-up-x ¦ hold-x ¦ 2026-02 ¦ 0000-00 ¦ 9999-12 ¦
            999999999-12 ¦ -1 ¦ 9223372036854775808 ¦ 1e400 ¦ NaN ¦ null ¦ * ¦ ( ¦ %7B%7D ¦ %22
            """, "a".repeat(4_000));
    private static final List<String> CLOSED_PATHS = many("""
            %00 ¦ a%00b ¦ ..%2F..%2Fetc ¦ %2e%2e%2f ¦ a%2Fb ¦ a%5Cb ¦ %0d%0aX-Injected:1 ¦ %0A ¦ a;b=c ¦
            %25 ¦ % ¦ %zz ¦ a//b ¦ ./x ¦ ../x
            """);
    private static final List<String> KEYS =
            many("\u00e9 ¦ a\u0001b ¦ a\u007fb ¦ \u00a0", "", " ", "k".repeat(256), "k".repeat(4_000));
    private static final List<String> MEDIA = many("""
            text/plain ¦ text/html ¦ application/xml ¦ application/x-www-form-urlencoded ¦
            multipart/form-data ¦ multipart/form-data; boundary=x ¦ application/octet-stream ¦ image/png ¦
            application/json-seq ¦ application/x-java-serialized-object ¦ json ¦ / ¦ */* ¦
            application/json; charset=nope ¦ application/json; charset=iso-8859-1 ¦
            application/json; charset=" ¦ application/ ¦ \u00e9
            """, "", "a".repeat(3_000));

    private final Map<String, String> tokens;
    private final Map<String, String> things;
    private final List<Site> sites;

    /**
     * @param tokens by role
     * @param things what is really there, by the first part of a path below {@code /api/v1} or by a field's name
     */
    Attacks(List<Site> sites, Map<String, String> tokens, Map<String, String> things) {
        this.sites = List.copyOf(sites);
        this.tokens = Map.copyOf(tokens);
        this.things = Map.copyOf(things);
    }

    Attack next(Random random) {
        Site site = sites.get(random.nextInt(sites.size()));
        int what = random.nextInt(100);
        if (what < 60 && !site.places().isEmpty()) return field(site, random);
        if (what < 75) return structure(site, random);
        if (what < 85) return header(site, random);
        return path(site, random);
    }

    private Attack field(Site site, Random random) {
        Site.Place place = one(site.places(), random);
        Predicate<String> wrong = value -> !site.route().open() || !Values.namesNothing(value);
        String raw = one(
                Values.against(place.path(), place.schema(), place.required()).stream()
                        .filter(wrong)
                        .toList(),
                random);
        return site.with(place, raw)
                .map(body -> right(site, random).holding(body.getBytes(UTF_8)))
                .orElseGet(() -> structure(site, random))
                .called(place.path());
    }

    private Attack structure(Site site, Random random) {
        String body =
                site.example() == null ? "{\"colour\": 1}" : site.example().toString();
        String open = body.substring(0, body.length() - 1);
        List<byte[]> bodies = new ArrayList<>();
        for (String text : texts(body, open)) bodies.add(text.getBytes(UTF_8));
        bodies.add(new byte[] {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'});
        bodies.add(new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'});
        bodies.add(new byte[] {(byte) 0xFF, (byte) 0xFE, '{', 0});
        bodies.add((open + ", \"colour\": 1}").getBytes(UTF_16));
        bodies.add(gzipped(2_000_000));
        byte[] noise = new byte[1 + random.nextInt(2_000)];
        random.nextBytes(noise);
        noise[0] = '}';
        bodies.add(noise);
        return right(site, random).holding(one(bodies, random)).called("structure");
    }

    /** @param open the body without its last brace */
    private static List<String> texts(String body, String open) {
        return List.of(
                open,
                body + body,
                body + "]",
                body + "\u0000",
                "[" + body + "]",
                open + ", \"colour\": \"red\"}",
                open + ", \"\\u0000\": 1}",
                open + ", \"__proto__\": {\"x\": 1}}",
                open + ", \"@class\": \"java.lang.ProcessBuilder\"}",
                open + ", \"x\": 1e999999999}",
                open + ", " + body.substring(1),
                open + ",}",
                "//\n" + body.replace(":", "::"),
                "\ufeff" + open,
                "[".repeat(10_000),
                "{\"a\":".repeat(10_000),
                "[".repeat(10_000) + "]".repeat(10_000),
                open + ", \"x\": " + "[".repeat(900) + "]".repeat(900) + "}",
                "[" + "{},".repeat(100_000) + "{}]",
                "\"" + "x".repeat(1_000_000) + "\"",
                open + ", \"" + "n".repeat(60_000) + "\": 1}",
                "7",
                "true",
                "\"text\"",
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
                "name=Ada&amount=1");
    }

    private Attack header(Site site, Random random) {
        Attack wrong = structure(site, random).at(target(site, random, true));
        return switch (random.nextInt(7)) {
            case 0 ->
                right(site, random)
                        .with("Idempotency-Key: " + one(KEYS, random))
                        .called("key");
            case 1, 2 -> {
                String media = one(MEDIA, random);
                yield site.example() == null
                        ? wrong.with("Content-Type: " + media)
                        : right(site, random).with("Content-Type: " + media).called("media " + media);
            }
            case 3 -> wrong.with("Content-Encoding: gzip").holding(gzipped(5_000_000));
            case 4 -> wrong.with("Daybook-Min-Position: " + one(List.of("-1", "x", "1e9", "9".repeat(19)), random));
            case 5 -> wrong.with("Accept: " + one(List.of("text/csv", "image/png", "x", "*/*;q=nope", "a/b,"), random));
            default ->
                wrong.with("X-Request-Id: " + one(List.of("a b", "<b>", "x".repeat(65), "\u00e9", "a;b"), random));
        };
    }

    private Attack path(Site site, Random random) {
        // Whoever signs in decides what their name is: any text of visible characters may be somebody's.
        if (site.path().contains("{") && !site.path().contains("{subject}"))
            return right(site, random).at(target(site, random, true)).called("id");
        String query = one(List.of("%00", "x=%FF", "%ED%A0%80=1", "kind=%00", "x=%zz"), random);
        return structure(site, random)
                .at(target(site, random, false) + "?" + query)
                .called("query");
    }

    /** A request as it should be, but for what is replaced in it. */
    private Attack right(Site site, Random random) {
        List<String> headers = new ArrayList<>();
        String token = token(site);
        if (token != null) headers.add("Authorization: Bearer " + token);
        headers.add("Content-Type: application/json");
        if (site.route().keyed() || random.nextBoolean()) headers.add("Idempotency-Key: " + UUID.randomUUID());
        byte[] body =
                site.example() == null ? new byte[0] : site.example().toString().getBytes(UTF_8);
        return new Attack("", site.route().method().name(), target(site, random, false), headers, body);
    }

    private @Nullable String token(Site site) {
        if (site.route().open()) return null;
        Role role = site.route().roles().stream().sorted().findFirst().orElseThrow();
        return tokens.get(role.label());
    }

    private String target(Site site, Random random, boolean hostile) {
        String group = site.path().split("/")[3];
        String real = things.getOrDefault(group, "nope");
        String strange = one(random.nextInt(4) == 0 ? CLOSED_PATHS : IDS, random);
        String path = site.path().replaceFirst("\\{.*?}", hostile ? quoted(strange) : real);
        return path.replaceFirst("\\{.*?}", quoted(strange)) + (site.upload() ? "?kind=nope" : "");
    }

    private static String quoted(String text) {
        return java.util.regex.Matcher.quoteReplacement(text);
    }

    private static byte[] gzipped(int zeros) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new byte[zeros]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> T one(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
