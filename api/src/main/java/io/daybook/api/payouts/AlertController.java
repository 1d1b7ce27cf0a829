package io.daybook.api.payouts;

import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person must look at, as health has it, for whoever is no operator. */
@RestController
@RequestMapping("/api/v1/alerts")
final class AlertController {
    private final PayoutAlerts payouts;
    private final TokenAlerts tokens;

    AlertController(PayoutAlerts payouts, TokenAlerts tokens) {
        this.payouts = payouts;
        this.tokens = tokens;
    }

    /** In the order of their names. What is about tokens is as of now, the rest as it was when last looked for. */
    @GetMapping
    Page<Alert> list(PageRequest page) {
        String after = page.after();
        List<Alert> rows = Stream.concat(
                        payouts.alerts().stream().filter(alert -> !TokenAlerts.KINDS.contains(alert.kind())),
                        tokens.now().stream())
                .sorted(Comparator.comparing(Alert::name))
                .filter(alert -> after == null || alert.name().compareTo(after) > 0)
                .limit(page.fetch())
                .toList();
        return page.of(rows, Alert::name, alert -> alert);
    }
}
