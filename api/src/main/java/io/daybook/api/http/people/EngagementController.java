package io.daybook.api.http.people;

import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import io.daybook.api.http.request.Revised;
import io.daybook.api.http.request.Revisions;
import io.daybook.api.http.request.Texts;
import io.daybook.api.http.request.Write;
import io.daybook.api.security.Caller;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.ContractorView;
import io.daybook.engagement.EngagementCommand.AgreeRate;
import io.daybook.engagement.EngagementCommand.ChangeTerms;
import io.daybook.engagement.EngagementCommand.OpenEngagement;
import io.daybook.engagement.EngagementCommand.StartEngagement;
import io.daybook.engagement.EngagementId;
import io.daybook.engagement.EngagementView;
import io.daybook.engagement.EngagementViews;
import io.daybook.engagement.Overlap;
import io.daybook.money.HourlyRate;
import io.daybook.money.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who works on what, and at which rate from when. */
@RestController
@RequestMapping("/api/v1/engagements")
final class EngagementController {
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

    private final EngagementViews engagements;
    private final People people;
    private final ContractorRefs refs;
    private final Revisions revisions;

    EngagementController(EngagementViews engagements, People people, ContractorRefs refs, Revisions revisions) {
        this.revisions = revisions;
        this.engagements = engagements;
        this.people = people;
        this.refs = refs;
    }

    /** @param overlap {@code allow} or {@code refuse}, which is the default */
    record NewEngagement(
            String contractor,
            String project,
            Currency currency,
            @Nullable String overlap,
            @Nullable BigDecimal weeklyCapHours,
            Money hourlyRate,
            LocalDate rateFrom) {}

    record NewRate(Money hourlyRate, LocalDate rateFrom) {}

    /** Those left out stay as they are. @param uncapped true takes the weekly cap away */
    record ChangedTerms(
            @Nullable String overlap,
            @Nullable BigDecimal weeklyCapHours,
            @Nullable Boolean uncapped) {}

    @GetMapping
    Page<EngagementJson> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable String contractor,
            @RequestParam(required = false) @Nullable String project) {
        ContractorId of = caller.seesEverybody() && contractor == null ? null : whose(caller, contractor);
        EngagementId after = page.after() == null ? null : new EngagementId(page.after());
        List<EngagementView> rows = engagements.page(of, project, after, page.fetch());
        ContractorRefs.Known known =
                refs.of(rows.stream().map(EngagementView::contractor).toList());
        return page.of(rows, row -> row.id().value(), row -> EngagementJson.of(row, known.of(row.contractor())));
    }

    @GetMapping("/{id}")
    ResponseEntity<EngagementJson> show(Caller caller, @PathVariable String id) {
        EngagementId engagement = visible(caller, id).id();
        return revisions.tagged(engagement.value(), () -> json(known(engagement)));
    }

    @PostMapping
    ResponseEntity<EngagementJson> start(Write write, @RequestBody NewEngagement body) {
        ContractorView contractor = people.named(write.caller(), body.contractor());
        String project = Texts.identifier("/project", body.project(), 200);
        EngagementId id = EngagementId.of(contractor.id(), project);
        HourlyRate rate = rate(body.hourlyRate());
        if (!body.hourlyRate().currency().equals(body.currency()))
            throw ProblemException.at(
                    "/hourlyRate/currency", "currency-mismatch", "The rate is in the engagement's currency.");
        write.send(new OpenEngagement(new StartEngagement(
                id,
                project,
                body.currency(),
                overlap(body.overlap()),
                seconds(body.weeklyCapHours()),
                rate,
                body.rateFrom(),
                write.now())));
        write.awaitViews();
        return ResponseEntity.created(URI.create("/api/v1/engagements/" + id.value()))
                .body(json(known(id)));
    }

    @PostMapping("/{id}/rates")
    @Revised
    ResponseEntity<EngagementJson> agree(Write write, @PathVariable String id, @RequestBody NewRate body) {
        EngagementView view = visible(write.caller(), id);
        write.send(new AgreeRate(view.id(), rate(body.hourlyRate()), body.rateFrom(), write.now()));
        write.awaitViews();
        return ResponseEntity.status(201).body(json(known(view.id())));
    }

    @PutMapping("/{id}/terms")
    @Revised
    EngagementJson change(Write write, @PathVariable String id, @RequestBody ChangedTerms body) {
        EngagementView view = visible(write.caller(), id);
        boolean uncapped = Boolean.TRUE.equals(body.uncapped());
        if (uncapped && body.weeklyCapHours() != null)
            throw ProblemException.at("/uncapped", "bad-value", "Give weeklyCapHours, or uncapped: true, not both.");
        boolean capChanges = uncapped || body.weeklyCapHours() != null;
        if (!capChanges && body.overlap() == null)
            throw ProblemException.at("", "missing-field", "Give overlap, weeklyCapHours or uncapped: true.");
        Overlap overlap = body.overlap() == null ? null : overlap(body.overlap());
        write.send(new ChangeTerms(view.id(), overlap, capChanges, seconds(body.weeklyCapHours()), write.now()));
        write.awaitViews();
        return json(known(view.id()));
    }

    private @Nullable ContractorId whose(Caller caller, @Nullable String contractor) {
        ContractorId self = caller.contractor();
        if (contractor != null) return people.named(caller, contractor).id();
        if (self == null) throw ProblemException.notFound("contractor");
        return self;
    }

    private EngagementView visible(Caller caller, String id) {
        return find(id).filter(view -> caller.sees(view.contractor())).orElseThrow(EngagementController::missing);
    }

    private EngagementView known(EngagementId id) {
        return engagements.byId(id).orElseThrow(EngagementController::missing);
    }

    private Optional<EngagementView> find(String id) {
        try {
            return engagements.byId(new EngagementId(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private EngagementJson json(EngagementView view) {
        return EngagementJson.of(view, refs.of(view.contractor()));
    }

    private static ProblemException missing() {
        return ProblemException.notFound("engagement");
    }

    private static HourlyRate rate(Money perHour) {
        if (!perHour.isPositive())
            throw ProblemException.at("/hourlyRate/amount", "not-positive", "An hourly rate is above zero.");
        if (perHour.minor() > HourlyRate.MOST)
            throw ProblemException.at("/hourlyRate/amount", "bad-value", "An hourly rate has at most 12 digits.");
        return new HourlyRate(perHour);
    }

    private static Overlap overlap(@Nullable String text) {
        return switch (text) {
            case "allow" -> Overlap.ALLOW;
            case "refuse" -> Overlap.REFUSE;
            case null -> Overlap.REFUSE;
            default -> throw ProblemException.at("/overlap", "bad-value", "This is allow or refuse.");
        };
    }

    private static @Nullable Long seconds(@Nullable BigDecimal hours) {
        if (hours == null) return null;
        if (hours.signum() <= 0)
            throw ProblemException.at("/weeklyCapHours", "not-positive", "A weekly cap is above zero hours.");
        try {
            return hours.multiply(HOUR).longValueExact();
        } catch (ArithmeticException e) {
            throw ProblemException.at("/weeklyCapHours", "bad-value", "A weekly cap is whole seconds.");
        }
    }
}
