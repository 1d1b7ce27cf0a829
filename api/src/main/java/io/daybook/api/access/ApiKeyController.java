package io.daybook.api.access;

import io.daybook.access.key.ApiKeyCommand.ApproveApiKey;
import io.daybook.access.key.ApiKeyCommand.MakeApiKey;
import io.daybook.access.key.ApiKeyCommand.RevokeApiKey;
import io.daybook.access.key.ApiKeyCommand.RotateApiKey;
import io.daybook.access.key.ApiKeyId;
import io.daybook.access.key.ApiKeyView;
import io.daybook.access.key.ApiKeys;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.AheadOfViews;
import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import io.daybook.api.http.request.Texts;
import io.daybook.api.http.request.Write;
import io.daybook.api.security.KeySecrets;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Subject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keys of services. A secret is in one answer and nowhere else: not in a kept one, not in the log, not in a table. */
@RestController
@RequestMapping("/api/v1/api-keys")
@AheadOfViews
final class ApiKeyController {
    private static final int LONGEST_NAME = 200;

    private static final Map<String, String> PLACES =
            Map.of("role-of-people", "/roles", "missing-field", "/roles", "bad-value", "/expiresAt");

    private final ApiKeys keys;
    private final KeySecrets secrets;
    private final PersonVault vault;

    ApiKeyController(ApiKeys keys, KeySecrets secrets, PersonVault vault) {
        this.keys = keys;
        this.secrets = secrets;
        this.vault = vault;
    }

    record NewKey(String name, List<String> roles, Instant expiresAt) {}

    /** @param oldUntil until when the secrets it has so far count beside the new one; left out, they end now */
    record Rotation(@Nullable Instant oldUntil) {}

    /** @param secret shown this once; null where the request was a repeat */
    record Shown(ApiKeyJson key, @Nullable String secret) {}

    @GetMapping
    Page<ApiKeyJson> list(PageRequest page) {
        return page.of(
                keys.after(page.after(), page.fetch()), key -> key.id().value(), key -> ApiKeyJson.of(key, vault));
    }

    @GetMapping("/{id}")
    ApiKeyJson one(@PathVariable String id) {
        return show(find(id));
    }

    /** It opens nothing before a second admin has approved it. */
    @PostMapping
    ResponseEntity<Shown> make(Write write, @RequestBody NewKey body) {
        Subject by = write.caller().subject();
        String name = Texts.required("/name", body.name(), LONGEST_NAME);
        MakeApiKey order = new MakeApiKey(
                ApiKeyId.of(write.key()),
                vault.seal(Staff.of(by), name),
                Roles.of(body.roles()),
                body.expiresAt(),
                by,
                write.now());
        KeySecrets.Drawn drawn = secrets.draw();
        write.send(order, keys.riders(order, drawn.digest()), reason -> ProblemException.of(reason, PLACES));
        return ResponseEntity.created(
                        URI.create("/api/v1/api-keys/" + order.key().value()))
                .body(shown(write, order.key(), drawn));
    }

    @PostMapping("/{id}/approve")
    ApiKeyJson approve(Write write, @PathVariable String id) {
        ApproveApiKey order = new ApproveApiKey(find(id), write.caller().subject(), write.now());
        write.send(order, keys.riders(order), ProblemException::of);
        write.leaveToViews();
        return show(order.key());
    }

    /** Only for its owner, who alone is shown a secret of it. */
    @PostMapping("/{id}/rotate")
    Shown rotate(Write write, @PathVariable String id, @RequestBody(required = false) @Nullable Rotation body) {
        Instant now = write.now();
        Instant oldUntil = body == null || body.oldUntil() == null ? now : body.oldUntil();
        RotateApiKey order = new RotateApiKey(find(id), oldUntil, write.caller().subject(), now);
        KeySecrets.Drawn drawn = secrets.draw();
        write.send(
                order,
                keys.riders(order, drawn.digest()),
                reason -> ProblemException.of(reason, Map.of("bad-value", "/oldUntil")));
        return shown(write, order.key(), drawn);
    }

    /** At once, at every node. */
    @PostMapping("/{id}/revoke")
    ApiKeyJson revoke(Write write, @PathVariable String id) {
        RevokeApiKey order = new RevokeApiKey(find(id), write.caller().subject(), write.now());
        write.send(order, keys.riders(order), ProblemException::of);
        write.leaveToViews();
        return show(order.key());
    }

    private Shown shown(Write write, ApiKeyId key, KeySecrets.Drawn drawn) {
        write.leaveToViews();
        if (!write.isNew()) return new Shown(show(key), null);
        write.keepNoAnswer();
        return new Shown(show(key), drawn.text());
    }

    private ApiKeyJson show(ApiKeyId id) {
        return keys.find(id.value())
                .map(key -> ApiKeyJson.of(key, vault))
                .orElseThrow(() -> ProblemException.notFound("key"));
    }

    private ApiKeyId find(String id) {
        return keys.find(id).map(ApiKeyView::id).orElseThrow(() -> ProblemException.notFound("key"));
    }
}
