package io.daybook.api.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.access.AccessCommand.ApproveGrant;
import io.daybook.access.AccessCommand.ProposeGrant;
import io.daybook.access.AccessCommand.WithdrawAccess;
import io.daybook.access.GrantId;
import io.daybook.access.Permission;
import io.daybook.access.Permissions;
import io.daybook.access.RoleName;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.AheadOfViews;
import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import io.daybook.api.http.request.Texts;
import io.daybook.api.http.request.Write;
import io.daybook.kernel.PersonId;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Access is withdrawn by one admin, at once, and given by two. It waits for no view: none is asked. */
@RestController
@RequestMapping("/api/v1/access")
@AheadOfViews
final class AccessController {
    /** What a token's {@code sub} may be. */
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,253}[\\x21-\\x7e])?");

    private static final int LONGEST_REASON = 2_000;

    private final Permissions permissions;
    private final PersonVault vault;

    AccessController(Permissions permissions, PersonVault vault) {
        this.permissions = permissions;
        this.vault = vault;
    }

    /** @param roles left out for the subject as a whole */
    record Change(@Nullable List<String> roles, String reason) {}

    /** Everybody about whom something was decided. */
    @GetMapping
    Page<AccessJson> list(PageRequest page) {
        return page.of(
                permissions.after(page.after(), page.fetch()),
                permission -> permission.subject().value(),
                permission -> AccessJson.of(permission, vault));
    }

    /** Errors: {@code not-found} for somebody about whom nothing was decided. */
    @GetMapping("/{subject}")
    AccessJson one(@PathVariable String subject) {
        return permissions
                .find(named(subject))
                .map(permission -> AccessJson.of(permission, vault))
                .orElseThrow(() -> ProblemException.notFound("decision"));
    }

    /** In force from the answer on, at every node, for tokens that were handed out before, too. */
    @PostMapping("/{subject}/withdraw")
    AccessJson withdraw(Write write, @PathVariable String subject, @RequestBody Change body) {
        Set<RoleName> roles = Roles.orWhole(body.roles());
        WithdrawAccess order = new WithdrawAccess(
                named(subject), roles, reason(write, body), write.caller().subject(), write.now());
        write.send(order, permissions.riders(order), ProblemException::of);
        write.leaveToViews();
        return show(order.subject());
    }

    @PostMapping("/{subject}/grants")
    ResponseEntity<AccessJson> propose(Write write, @PathVariable String subject, @RequestBody Change body) {
        Set<RoleName> roles = Roles.orWhole(body.roles());
        ProposeGrant order = new ProposeGrant(
                named(subject),
                GrantId.of(write.key()),
                roles,
                reason(write, body),
                write.caller().subject(),
                write.now());
        write.send(order, permissions.riders(order), ProblemException::of);
        write.leaveToViews();
        return ResponseEntity.accepted().body(show(order.subject()));
    }

    @PostMapping("/{subject}/grants/{grant}/approve")
    AccessJson approve(Write write, @PathVariable String subject, @PathVariable String grant) {
        Permission.Proposal proposal = permissions
                .find(named(subject))
                .flatMap(permission -> Optional.ofNullable(permission.proposal()))
                .filter(waiting -> waiting.grant().value().equals(grant))
                .orElseThrow(() -> ProblemException.notFound("proposal"));
        ApproveGrant order = new ApproveGrant(
                named(subject), proposal.grant(), write.caller().subject(), write.now());
        write.send(order, permissions.riders(order, proposal), ProblemException::of);
        write.leaveToViews();
        return show(order.subject());
    }

    private AccessJson show(Subject subject) {
        return AccessJson.of(permissions.find(subject).orElseGet(() -> Permission.untouched(subject)), vault);
    }

    private Sealed reason(Write write, Change body) {
        String reason = Texts.required("/reason", body.reason(), LONGEST_REASON);
        PersonId author = Staff.of(write.caller().subject());
        write.about(author);
        return vault.seal(author, reason);
    }

    /** As it is, or in base64url behind a tilde: a path cannot carry a slash. */
    private static Subject named(String segment) {
        String subject = segment.startsWith("~") ? decoded(segment.substring(1)) : segment;
        if (!SUBJECT.matcher(subject).matches()) throw ProblemException.notFound("subject");
        return new Subject(subject);
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getUrlDecoder().decode(base64), UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("subject");
        }
    }
}
