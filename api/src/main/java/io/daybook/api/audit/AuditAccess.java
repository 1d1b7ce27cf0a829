package io.daybook.api.audit;

import io.daybook.kernel.Subject;
import java.time.Instant;
import java.util.List;

/**
 * That somebody read evidence, or that an auditor read anything.
 *
 * @param acting the key, where it was one; else the subject
 * @param roles all that the token said
 * @param route a method and a path's pattern
 * @param query of evidence as it was asked; elsewhere the names of parameters alone, as their values may be personal
 * @param request the request's name
 */
record AuditAccess(
        long id,
        Instant at,
        Subject subject,
        Subject acting,
        List<String> roles,
        String route,
        String path,
        String query,
        String request) {
    AuditAccess {
        roles = List.copyOf(roles);
    }
}
