package io.daybook.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.http.Api;
import io.daybook.api.webhooks.HookServer.Heard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportNewsTest {
    private final Hooks hooks = new Hooks();

    @AfterEach
    void close() {
        hooks.close();
    }

    @Test
    void the_end_of_an_import_is_told_with_its_counts_and_nothing_of_its_rows() {
        hooks.endpoint("/imports", "import.completed", "import.failed");
        Api maker = Api.of(hooks.daybook).as("finance-maker").with("Content-Type", "text/csv");
        String header = "reference,name,email,country,currency,project,hourlyRate,rateFrom,weeklyCapHours,"
                + "payoutDestination,overlap\n";
        String ada = "i-1,Ada Lovelace,ada@home.example,PT,USD,Labels,40,2026-01-01,,,\n";
        String id = maker.post("/imports?kind=roster", header + ada + "i-2,,,,,,,,,,\n")
                .json()
                .path("id")
                .asString();
        JsonNode told = JsonMapper.shared()
                .readTree(hooks.server.await("/imports", 1).getFirst().body());
        assertThat(told.path("type").asString()).isEqualTo("import.completed");
        assertThat(told.at("/data/import").asString()).isEqualTo(id);
        assertThat(told.at("/data/accepted").asLong()).isEqualTo(1);
        assertThat(told.at("/data/rejected").asLong()).isEqualTo(1);
        assertThat(told.toString()).doesNotContain("Ada", "ada@");
        maker.post("/imports?kind=roster", "");
        Heard failed = hooks.server.await("/imports", 2).getLast();
        assertThat(failed.body()).contains("\"type\":\"import.failed\"");
    }
}
