package io.daybook.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SignatureTest {
    @Test
    void the_example_of_standard_webhooks_comes_out_as_it_is_printed() {
        WebhookSecret secret = new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void a_secret_holds_32_bytes_is_never_the_same_and_is_not_printed() {
        WebhookSecret one = WebhookSecret.made();
        assertThat(one.value())
                .startsWith("whsec_")
                .isNotEqualTo(WebhookSecret.made().value());
        assertThat(Base64.getDecoder().decode(one.value().substring(6))).hasSize(32);
        assertThat(one.toString()).doesNotContain(one.value().substring(6));
    }
}
