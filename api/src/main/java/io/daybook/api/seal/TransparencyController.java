package io.daybook.api.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.security.Caller;
import io.daybook.api.security.Role;
import io.daybook.contractor.ContractorId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The transparency log as C2SP has it: checkpoints, keys, proofs, and tiles below {@code /log}. */
@RestController
@RequestMapping("/api/v1/audit")
final class TransparencyController {
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, UTF_8);
    private static final String FOR_EVER = "private, max-age=31536000, immutable";

    private final Evidence evidence;

    TransparencyController(DataSource database) {
        this.evidence = new Evidence(database);
    }

    @GetMapping(path = "/checkpoints/latest", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> latest() {
        return text(evidence.checkpoint().note().toString());
    }

    @GetMapping(path = "/log/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> checkpoint() {
        return latest();
    }

    @GetMapping(path = "/keys", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> keys() {
        return text(evidence.keys().stream().map(key -> key + "\n").collect(joining()));
    }

    @GetMapping(path = "/proofs/{eventId}", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> proof(Caller caller, @PathVariable String eventId) {
        return text(evidence.proof(id(eventId), whose(caller)).toString());
    }

    @GetMapping(path = "/log/tile/{level}/{n1}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    byte[] tile(@PathVariable String level, @PathVariable String n1, HttpServletResponse response) {
        return bytes("tile/" + level + "/" + n1, response);
    }

    @GetMapping(path = "/log/tile/{level}/{n1}/{n2}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    byte[] tile(
            @PathVariable String level,
            @PathVariable String n1,
            @PathVariable String n2,
            HttpServletResponse response) {
        return bytes("tile/" + level + "/" + n1 + "/" + n2, response);
    }

    @GetMapping(path = "/log/tile/{level}/{n1}/{n2}/{n3}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    byte[] tile(
            @PathVariable String level,
            @PathVariable String n1,
            @PathVariable String n2,
            @PathVariable String n3,
            HttpServletResponse response) {
        return bytes("tile/" + level + "/" + n1 + "/" + n2 + "/" + n3, response);
    }

    private static ResponseEntity<String> text(String text) {
        return ResponseEntity.ok().contentType(TEXT).body(text);
    }

    /** Under one path there are never other bytes: whoever has them may keep them. */
    private byte[] bytes(String path, HttpServletResponse response) {
        byte[] hashes = evidence.tile(path);
        response.setHeader("Cache-Control", FOR_EVER);
        return hashes;
    }

    private static UUID id(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) return id;
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("event");
        }
        throw ProblemException.notFound("event");
    }

    private static @Nullable String whose(Caller caller) {
        if (caller.hasAny(Role.AUDITOR)) return null;
        ContractorId self = caller.contractor();
        if (self == null) throw ProblemException.notFound("event");
        return self.person().value();
    }
}
