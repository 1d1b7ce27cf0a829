package io.daybook.api.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.postgres.CannotStart;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @Test
    void nothing_needs_to_be_set() {
        DaybookProperties daybook = read().daybook();
        assertThat(daybook.dataDir()).isEqualTo(Path.of("daybook-data"));
        assertThat(daybook.timeZone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(daybook.reviewWindow()).isZero();
        assertThat(daybook.destinationCooldown()).isEqualTo(Duration.ofHours(72));
        assertThat(daybook.fourEyesLimit()).isEqualTo(100_000);
        assertThat(daybook.limits()).isEqualTo(new DaybookProperties.Limits(null, null, null, null));
        assertThat(daybook.rails().stripe().requestsPerSecond()).isEqualTo(20);
        assertThat(daybook.rails().stripe().maxInFlight()).isEqualTo(16);
        assertThat(daybook.rails().stripe().pollInterval()).isEqualTo(Duration.ofSeconds(30));
        assertThat(daybook.rails().stripe().unknownDelays()).isEmpty();
        assertThat(daybook.security().devTokens()).isFalse();
        assertThat(daybook.anchorDir()).isEqualTo(Path.of("daybook-data", "anchors"));
    }

    @Test
    void every_key_is_read() {
        DaybookProperties daybook = read(
                        "--daybook.data-dir=/data",
                        "--daybook.time-zone=Asia/Kolkata",
                        "--daybook.review-window=PT24H",
                        "--daybook.limits.contractor-day=5000",
                        "--daybook.rails.stripe.api-key=sk_test_1",
                        "--daybook.rails.stripe.unknown-delays=PT1M,PT5M",
                        "--daybook.security.dev-tokens=true",
                        "--daybook.clock.offset=PT25H",
                        "--daybook.audit.anchor-dir=/anchors")
                .daybook();
        assertThat(daybook.timeZone()).isEqualTo(ZoneId.of("Asia/Kolkata"));
        assertThat(daybook.reviewWindow()).isEqualTo(Duration.ofHours(24));
        assertThat(daybook.limits().contractorDay()).isEqualTo(5000);
        assertThat(daybook.rails().stripe().unknownDelays())
                .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(5));
        assertThat(daybook.clock().offset()).isEqualTo(Duration.ofHours(25));
        assertThat(daybook.anchorDir()).isEqualTo(Path.of("/anchors"));
        assertThat(daybook.toString()).doesNotContain("sk_test_1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --daybook.time-zon=UTC                    | daybook.time-zon is not a setting that Daybook knows.
            --daybook.time-zone=Mars/Base             | daybook.time-zone cannot be 'Mars/Base': write a time zone such as Europe/Berlin.
            --daybook.review-window=soon              | daybook.review-window cannot be 'soon': write a duration such as PT72H.
            --daybook.review-window=PT-1H             | daybook.review-window must not be negative, and is PT-1H.
            --daybook.limits.batch=much               | daybook.limits.batch cannot be 'much': write a whole number.
            --daybook.limits.batch=0                  | daybook.limits.batch must be more than zero, and is 0.
            --daybook.rails.stripe.max-in-flight=-1   | daybook.rails.stripe.max-in-flight must be more than zero, and is -1.
            --daybook.security.dev-tokens=perhaps     | daybook.security.dev-tokens cannot be 'perhaps': write true or false.
            --daybook.clock.offset=PT1H               | daybook.clock.offset is only allowed with daybook.security.dev-tokens=true.
            --server.port=many                        | server.port cannot be 'many': write a whole number.
            --server.port=99999                       | server.port must be between 0 and 65535, and is 99999.
            serve                                     | 'serve' is not a setting: write --key=value.
            """)
    void a_mistake_is_named_in_one_line(String argument, String message) {
        assertThatThrownBy(() -> read(argument)).isInstanceOf(CannotStart.class).hasMessage(message);
    }

    @Test
    void somebody_must_be_able_to_sign_in() {
        assertThatThrownBy(() -> AccessRules.addressToListenOn(read()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("daybook.security.issuer-uri")
                .hasMessageContaining("daybook.security.dev-tokens")
                .hasMessageNotContaining("\n");
    }

    @Test
    void dev_tokens_stay_on_this_machine() {
        assertThat(AccessRules.addressToListenOn(read("--daybook.security.dev-tokens=true")))
                .contains("127.0.0.1");
        assertThat(AccessRules.addressToListenOn(
                        read("--daybook.security.dev-tokens=true", "--server.address=localhost")))
                .contains("localhost");
        assertThatThrownBy(() -> AccessRules.addressToListenOn(
                        read("--daybook.security.dev-tokens=true", "--server.address=0.0.0.0")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("loopback");
    }

    @Test
    void with_an_issuer_every_address_is_listened_on_unless_one_is_named() {
        String issuer = "--daybook.security.issuer-uri=https://login.example";
        String audience = "--daybook.security.audience=daybook-api";
        assertThat(AccessRules.addressToListenOn(read(issuer, audience))).isEmpty();
        assertThat(AccessRules.addressToListenOn(read(issuer, audience, "--server.address=10.0.0.7")))
                .contains("10.0.0.7");
    }

    private static Settings read(String... arguments) {
        return Settings.read(List.of(arguments));
    }
}
