package io.daybook.api.books;

import io.daybook.api.http.people.ContractorRefs;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.security.Caller;
import io.daybook.contractor.ContractorId;
import io.daybook.explain.Explainer;
import io.daybook.explain.Explanation;
import io.daybook.kernel.PersonVault;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What made an amount, down to the minutes worked. */
@RestController
@RequestMapping("/api/v1/explain")
final class ExplainController {
    private final Explainer explainer;
    private final ContractorRefs contractors;
    private final PersonVault vault;

    ExplainController(Explainer explainer, ContractorRefs contractors, PersonVault vault) {
        this.explainer = explainer;
        this.contractors = contractors;
        this.vault = vault;
    }

    @GetMapping("/{id}")
    ExplanationJson explain(Caller caller, @PathVariable String id) {
        Explanation explanation = explainer
                .explain(id)
                .filter(found -> isVisible(caller, found.contractor()))
                .orElseThrow(() -> ProblemException.notFound("payout, account entry or journal line"));
        ContractorId whose = explanation.contractor();
        return ExplanationJson.of(
                id, explanation, whose == null ? null : contractors.of(whose), vault, caller.seesEverybody());
    }

    /** What belongs to nobody is the operator's own. */
    private static boolean isVisible(Caller caller, @Nullable ContractorId whose) {
        return whose == null ? caller.seesEverybody() : caller.sees(whose);
    }
}
