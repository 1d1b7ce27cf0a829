package io.daybook.api.http.money;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.http.json.SortedJson;
import io.daybook.api.http.money.IssuedStatementJson.Part;
import io.daybook.api.http.people.ContractorRef;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.journal.JournalViews;
import io.daybook.journal.Viewpoint;
import io.daybook.kernel.Hash;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.ProjectionProgress;
import io.daybook.statement.History;
import io.daybook.statement.StatementId;
import io.daybook.statement.StatementView;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes issued statements: from the books as they were known at its position, so that each time it says the same. */
@Component
final class IssuedStatements {
    private final JournalViews journal;
    private final PersonVault vault;
    private final ProjectionProgress views;
    private final JsonMapper json;

    IssuedStatements(JournalViews journal, PersonVault vault, ProjectionProgress views, JsonMapper json) {
        this.journal = journal;
        this.vault = vault;
        this.views = views;
        this.json = json;
    }

    /** As it is to be issued. */
    IssuedStatementJson draft(StatementId id, ContractorRef whose, Instant from, Instant to, History history) {
        IssuedStatementJson text = new IssuedStatementJson(
                id,
                whose,
                from,
                to,
                IssuedStatementJson.FORM,
                history.count(),
                history.lastPersonSeq(),
                history.knownAt(),
                journal.statements(whose.id(), from, to, Viewpoint.NOW.knownAt(history.knownAt())).stream()
                        .map(statement -> Part.of(statement, vault::open))
                        .toList(),
                "");
        return text.with(hash(json.valueToTree(text)));
    }

    /** As it was issued. Errors: {@code statement-differs} where the books would say something else today. */
    IssuedStatementJson show(StatementView issued, ContractorRef whose) {
        if (issued.form() != IssuedStatementJson.FORM)
            throw new IllegalStateException("no code here writes form " + issued.form());
        if (views.projectedPosition() < issued.history().knownAt())
            throw ProblemException.of("projection-behind", "The views do not show all that this statement knows yet.");
        IssuedStatementJson text = draft(issued.id(), whose, issued.from(), issued.to(), issued.history());
        if (!text.hash().equals(issued.hash()))
            throw ProblemException.of(
                    "statement-differs",
                    "The books no longer say what this statement said: what was issued is not what would be shown.");
        return text;
    }

    /** The bytes that were hashed when it was issued. Errors: as {@link #show}. */
    byte[] hashed(StatementView issued, ContractorRef whose) {
        return canonical(json.valueToTree(show(issued, whose))).getBytes(UTF_8);
    }

    static String hash(JsonNode text) {
        return Hash.sha256Hex(canonical(text));
    }

    /** RFC 8785 of all but the hash, and {@code [erased]} in the place of each reason. */
    private static String canonical(JsonNode text) {
        ObjectNode rest = (ObjectNode) text.deepCopy();
        rest.remove("hash");
        for (JsonNode part : rest.path("parts"))
            for (JsonNode line : part.path("lines"))
                if (line.path("reason").isString()) ((ObjectNode) line).put("reason", IssuedStatementJson.ERASED);
        return SortedJson.of(rest);
    }
}
