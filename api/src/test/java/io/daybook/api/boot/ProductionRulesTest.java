package io.daybook.api.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.postgres.CannotStart;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionRulesTest {
    private static final String ISSUER = "--daybook.security.issuer-uri=https://login.example/realms/pay";
    private static final String AUDIENCE = "--daybook.security.audience=daybook-api";
    private static final String DEVELOPMENT = "--daybook.security.dev-tokens=true";

    @Test
    void an_issuer_with_an_audience_and_drawn_secrets_may_start() {
        assertThat(problems(
                        ISSUER,
                        AUDIENCE,
                        "--spring.datasource.username=daybook_service",
                        "--spring.datasource.password=3f1c7c0b9d",
                        "--daybook.rails.stripe.api-key=sk_live_51H",
                        "--management.endpoints.web.exposure.include=health, prometheus,info"))
                .isEmpty();
        assertThat(problems(DEVELOPMENT, "--daybook.rails.stripe.api-key=sk_test_51H"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.example/realms/pay",
                "login.example",
                "https://",
                "https://ada:secret@login.example",
                "https://login.example/?realm=pay",
                "https://login.example/#pay",
                "file:///etc/keys",
                "http://127.0.0.1.login.example",
                "https://login example"
            })
    void an_issuer_must_be_who_it_says_it_is(String issuer) {
        assertThat(problems("--daybook.security.issuer-uri=" + issuer, AUDIENCE))
                .singleElement()
                .asString()
                .startsWith("daybook.security.issuer-uri must be an https address");
    }

    @Test
    void an_issuer_on_this_machine_may_speak_plainly() {
        for (String host : List.of("127.0.0.1:9000", "localhost", "[::1]:80"))
            assertThat(problems("--daybook.security.issuer-uri=http://" + host + "/realms/pay", AUDIENCE))
                    .isEmpty();
    }

    @Test
    void an_issuer_without_an_audience_is_refused_even_beside_dev_tokens() {
        for (String more : List.of(DEVELOPMENT, "--daybook.security.audience= "))
            assertThat(problems(ISSUER, more))
                    .singleElement()
                    .asString()
                    .startsWith("daybook.security.audience is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk_live_51H", "rk_live_51H", " sk_live_51H"})
    void a_live_key_is_refused_beside_dev_tokens(String key) {
        String given = "--daybook.rails.stripe.api-key=" + key;
        assertThat(problems(DEVELOPMENT, given))
                .singleElement()
                .asString()
                .startsWith("daybook.rails.stripe.api-key is a live key")
                .doesNotContain("51H");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.datasource.password=postgres",
                "spring.datasource.password=daybook_service",
                "spring.flyway.password=changeme",
                "spring.flyway.password=daybook_migrator",
                "daybook.rails.stripe.api-key=test",
                "daybook.rails.stripe.webhook-secret=Secret",
                "server.ssl.key-store-password=changeit"
            })
    void a_secret_that_everybody_knows_is_refused_and_not_repeated(String setting) {
        List<String> found = problems(
                ISSUER,
                AUDIENCE,
                "--spring.datasource.username=daybook_service",
                "--spring.flyway.user=daybook_migrator",
                "--" + setting);
        String key = setting.substring(0, setting.indexOf('='));
        assertThat(found)
                .containsExactly(key + " is a value that everybody tries first: set one that was drawn at random.");
    }

    @Test
    void an_opened_actuator_is_refused_however_it_is_written() {
        String include = "--management.endpoints.web.exposure.include";
        for (String opened : List.of(include + "=*", include + "=health,env", include + "[0]=heapdump"))
            assertThat(problems(ISSUER, AUDIENCE, opened))
                    .singleElement()
                    .asString()
                    .startsWith("management.endpoints.web.exposure.include opens ");
        assertThat(problems(ISSUER, AUDIENCE, "--management.endpoint.health.show-details=always"))
                .hasSize(1);
    }

    @Test
    void all_that_is_wrong_is_said_at_once_in_a_line_each_before_anything_is_started() {
        assertThatThrownBy(() -> AccessRules.addressToListenOn(read(
                        "--daybook.security.issuer-uri=http://login.example",
                        "--spring.datasource.password=password",
                        "--management.endpoints.web.exposure.include=*")))
                .isInstanceOfSatisfying(
                        CannotStart.class,
                        e -> assertThat(e.problems())
                                .hasSize(4)
                                .allSatisfy(problem -> assertThat(problem).doesNotContain("\n")));
    }

    private static List<String> problems(String... arguments) {
        return ProductionRules.problems(read(arguments));
    }

    private static Settings read(String... arguments) {
        return Settings.read(List.of(arguments));
    }
}
