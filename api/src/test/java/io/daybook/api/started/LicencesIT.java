package io.daybook.api.started;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the jar consists of may be given to anybody together with it. Read off its own bill of materials: no network is asked. */
class LicencesIT {
    private static final Path JAR = Path.of("target/daybook.jar").toAbsolutePath();
    private static final Set<String> ALLOWED =
            Set.of("Apache-2.0", "MIT", "MIT-0", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "EPL-2.0");
    /** Used as it is, as a library of its own that anybody may replace: what the LGPL asks for. */
    private static final Set<String> LIBRARIES = Set.of("openhtmltopdf-core", "openhtmltopdf-pdfbox");

    @Test
    void every_part_has_a_licence_that_goes_with_ours() throws IOException {
        List<JsonNode> parts = parts();
        assertThat(parts).hasSizeGreaterThan(50);
        assertThat(refused(parts)).isEmpty();
    }

    @Test
    void one_without_a_licence_or_with_another_is_seen() {
        JsonNode parts = JsonMapper.shared().readTree("""
                [{"name": "free", "licenses": [{"license": {"id": "MIT"}}]},
                 {"name": "either", "licenses": [{"license": {"id": "GPL-3.0"}}, {"license": {"id": "EPL-2.0"}}]},
                 {"name": "none"},
                 {"name": "closed", "licenses": [{"license": {"name": "Ask us"}}]},
                 {"name": "viral", "licenses": [{"license": {"id": "AGPL-3.0-only"}}]},
                 {"name": "other", "licenses": [{"license": {"id": "LGPL-2.1-or-later"}}]}]
                """);
        assertThat(refused(parts.values().stream().toList()))
                .containsExactly("closed [Ask us]", "none []", "other [LGPL-2.1-or-later]", "viral [AGPL-3.0-only]");
    }

    private static Set<String> refused(List<JsonNode> parts) {
        TreeSet<String> refused = new TreeSet<>();
        for (JsonNode part : parts) {
            String name = part.path("name").asString();
            List<String> licences = licences(part).toList();
            boolean allowed = licences.stream().anyMatch(ALLOWED::contains)
                    || LIBRARIES.contains(name) && licences.contains("LGPL-2.1-or-later");
            if (!allowed) refused.add(name + " " + licences);
        }
        return refused;
    }

    /** Where several are named, any of them may be chosen. */
    private static Stream<String> licences(JsonNode part) {
        return part.path("licenses").values().stream()
                .map(one -> one.has("expression")
                        ? one.path("expression").asString()
                        : one.path("license").has("id")
                                ? one.path("license").path("id").asString()
                                : one.path("license").path("name").asString());
    }

    private static List<JsonNode> parts() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile());
                var bill = jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json"))) {
            return JsonMapper.shared().readTree(bill).path("components").values().stream()
                    .toList();
        }
    }
}
