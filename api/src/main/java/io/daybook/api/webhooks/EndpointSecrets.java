package io.daybook.api.webhooks;

import io.daybook.api.webhooks.EndpointTable.Act;
import io.daybook.kernel.PersonId;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What messages are signed with: sealed where it lies, shown to whoever asked for it and to nobody after. */
final class EndpointSecrets {
    private static final PersonId KEY = new PersonId("webhook-endpoints");

    private final EndpointSecretTable table;
    private final PersonVault vault;

    EndpointSecrets(DataSource database, PersonVault vault) {
        this.table = new EndpointSecretTable(database);
        this.vault = vault;
    }

    String newSealed() {
        return vault.seal(KEY, WebhookSecret.made().value()).toText();
    }

    void rotate(EndpointId endpoint, String request, Duration overlap, Act act) {
        table.rotate(endpoint, request, newSealed(), act.at().plus(overlap), act);
    }

    /** The secret that was made at that request. */
    Optional<WebhookSecret> madeAt(EndpointId endpoint, String request) {
        return table.of(endpoint, request).map(this::open);
    }

    int count(EndpointId endpoint, Instant now) {
        return table.valid(endpoint, now).size();
    }

    /** A signature with each secret that counts, the newest first, with a space between. */
    String sign(EndpointId endpoint, String id, Instant sentAt, String body, Instant now) {
        List<String> valid = table.valid(endpoint, now);
        return valid.stream()
                .map(text -> open(text).sign(id, sentAt.getEpochSecond(), body))
                .collect(Collectors.joining(" "));
    }

    private WebhookSecret open(String text) {
        return vault.open(Sealed.ofText(text))
                .map(WebhookSecret::new)
                .orElseThrow(() -> new IllegalStateException("the key of the endpoints' secrets is gone"));
    }
}
