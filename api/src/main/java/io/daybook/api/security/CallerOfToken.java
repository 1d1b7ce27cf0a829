package io.daybook.api.security;

import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Reads {@code sub}, {@code roles}, {@code contractor} and {@code projects} from a verified token.
 * Without {@code projects} an issuer's token approves nothing, a development token everything.
 */
final class CallerOfToken implements Converter<Jwt, AbstractAuthenticationToken> {
    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        String subject = token.getSubject();
        if (subject == null || subject.isBlank() || subject.equals(Subject.SYSTEM.value()))
            throw new InvalidBearerTokenException("the token's sub names nobody");
        return new CallerAuthentication(
                new Caller(new Subject(subject), roles(token), contractor(token), projects(token)));
    }

    private static Set<Role> roles(Jwt token) {
        Set<Role> roles = new HashSet<>();
        for (String label : strings(token, "roles")) Role.find(label).ifPresent(roles::add);
        return roles;
    }

    private static @Nullable ContractorId contractor(Jwt token) {
        return token.getClaim("contractor") instanceof String reference && !reference.isBlank()
                ? ContractorId.of(reference)
                : null;
    }

    private static @Nullable Set<String> projects(Jwt token) {
        boolean development = DevTokens.ISSUER.equals(token.getClaimAsString("iss"));
        return development && !token.hasClaim("projects") ? null : Set.copyOf(strings(token, "projects"));
    }

    private static List<String> strings(Jwt token, String claim) {
        return token.getClaim(claim) instanceof List<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }
}
