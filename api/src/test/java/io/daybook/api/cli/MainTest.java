package io.daybook.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {
    private final StringWriter err = new StringWriter();

    @Test
    void an_unknown_command_is_refused_in_one_line() {
        assertThat(run("sreve")).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("sreve", "--help");
    }

    @Test
    void a_refused_start_prints_its_reason_and_nothing_else() {
        assertThat(run("serve", "--daybook.time-zone=Mars/Base")).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).startsWith("daybook.time-zone cannot be 'Mars/Base'");
    }

    @Test
    void serving_needs_somebody_who_can_sign_in() {
        assertThat(run("serve", "--daybook.security.dev-tokens=false")).isEqualTo(2);
        assertThat(err.toString())
                .hasLineCount(1)
                .contains("daybook.security.issuer-uri", "daybook.security.dev-tokens");
    }

    private int run(String... args) {
        return Main.commandLine().setErr(new PrintWriter(err, true)).execute(args);
    }
}
