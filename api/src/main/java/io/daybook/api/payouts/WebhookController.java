package io.daybook.api.payouts;

import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.AheadOfViews;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where providers send their webhooks. */
@RestController
@AheadOfViews
@RequestMapping("/api/v1/webhooks")
final class WebhookController {
    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @PostMapping("/stripe")
    void stripe(
            @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature,
            @RequestBody(required = false) byte @Nullable [] body) {
        if (signature == null || body == null || !webhooks.receive("stripe", signature, body))
            throw ProblemException.of("bad-signature", "This message is not signed as it should be, or not of now.");
    }
}
