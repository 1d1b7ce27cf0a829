package io.daybook.api.payouts;

import io.daybook.api.books.Viewpoints;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import io.daybook.api.http.request.Revised;
import io.daybook.api.http.request.Revisions;
import io.daybook.api.http.request.Texts;
import io.daybook.api.http.request.Write;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.ContractorView;
import io.daybook.contractor.ContractorViews;
import io.daybook.money.Money;
import io.daybook.payout.BatchStatus;
import io.daybook.payout.PayoutBatchCommand.ApproveBatch;
import io.daybook.payout.PayoutBatchCommand.DraftBatch;
import io.daybook.payout.PayoutBatchCommand.PauseBatch;
import io.daybook.payout.PayoutBatchCommand.ResumeBatch;
import io.daybook.payout.PayoutBatchId;
import io.daybook.payout.PayoutBatchView;
import io.daybook.payout.PayoutBatchViews;
import io.daybook.payout.PayoutBatchViews.Drafted;
import io.daybook.payout.Rails;
import java.net.URI;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Payout batches: drafted with a preview, frozen, approved by a second person, released. */
@RestController
@RequestMapping("/api/v1/payout-batches")
final class PayoutBatchController {
    private final PayoutBatchViews batches;
    private final BatchPages pages;
    private final BatchDesk desk;
    private final ContractorViews contractors;
    private final Rails rails;
    private final Stakes stakes;
    private final Revisions revisions;
    private final Viewpoints viewpoints;

    PayoutBatchController(
            PayoutBatchViews batches,
            BatchPages pages,
            BatchDesk desk,
            ContractorViews contractors,
            Rails rails,
            Stakes stakes,
            Revisions revisions,
            Viewpoints viewpoints) {
        this.stakes = stakes;
        this.revisions = revisions;
        this.viewpoints = viewpoints;
        this.batches = batches;
        this.pages = pages;
        this.desk = desk;
        this.contractors = contractors;
        this.rails = rails;
    }

    /** @param contractors ids or references; left out, everybody */
    record BatchFilter(@Nullable List<String> contractors) {}

    record NewBatch(
            String rail,
            Currency currency,
            Instant cutoff,
            @Nullable Money minimum,
            @Nullable BatchFilter filter,
            @Nullable String reference) {}

    record Approval(String contentHash) {}

    @GetMapping
    Page<BatchJson> list(
            PageRequest page,
            @RequestParam(required = false) @Nullable BatchStatus status,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        String after = page.after();
        Viewpoints.Span span = viewpoints.span(from, to);
        Drafted drafted = new Drafted(status, span.from(), span.to());
        return page.of(
                batches.drafted(drafted, after == null ? null : Long.valueOf(after), page.fetch()),
                batch -> Long.toString(batch.position()),
                pages::summary);
    }

    @GetMapping("/{id}")
    ResponseEntity<BatchJson> show(@PathVariable String id) {
        String batch = pages.find(id).id().value();
        return revisions.tagged(batch, () -> shown(batch));
    }

    private BatchJson shown(String id) {
        return pages.show(pages.find(id));
    }

    /** Whom it leaves out, and why; after it was frozen as it was frozen. */
    @GetMapping("/{id}/excluded")
    Page<BatchJson.ExcludedJson> excluded(PageRequest page, @PathVariable String id) {
        return pages.excluded(page, pages.find(id));
    }

    @PostMapping
    ResponseEntity<BatchJson> draft(Write write, @RequestBody NewBatch body) {
        if (!rails.has(body.rail()))
            throw ProblemException.at("/rail", "bad-value", "This is one of " + rails.names() + ".");
        Money minimum = body.minimum() == null ? Money.zero(body.currency()) : body.minimum();
        if (!minimum.currency().equals(body.currency()) || minimum.isNegative())
            throw ProblemException.at("/minimum", "bad-value", "The minimum is in the batch's currency, zero or more.");
        String given = Texts.optionalIdentifier("/reference", body.reference(), 200);
        String reference = given == null ? write.key() : given;
        PayoutBatchId id = PayoutBatchId.of(reference);
        write.send(new DraftBatch(
                id,
                reference,
                body.rail(),
                body.currency(),
                body.cutoff(),
                minimum,
                only(body.filter()),
                write.caller().subject(),
                write.now()));
        write.awaitViews();
        return ResponseEntity.created(URI.create("/api/v1/payout-batches/" + id.value()))
                .body(shown(id.value()));
    }

    private List<ContractorId> only(@Nullable BatchFilter filter) {
        List<String> named = filter == null ? null : filter.contractors();
        if (named == null || named.isEmpty()) return List.of();
        Map<String, ContractorView> byReference = contractors.byReferences(Set.copyOf(named));
        return named.stream()
                .map(name -> {
                    ContractorView known = byReference.get(name);
                    return known == null ? byId(name) : known.id();
                })
                .distinct()
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .toList();
    }

    private ContractorId byId(String name) {
        try {
            ContractorId id = new ContractorId(name);
            if (contractors.byId(id).isPresent()) return id;
        } catch (IllegalArgumentException e) {
            throw ProblemException.at("/filter/contractors", "bad-value", "No contractor is called " + name + ".");
        }
        throw ProblemException.at("/filter/contractors", "bad-value", "No contractor is called " + name + ".");
    }

    @PostMapping("/{id}/freeze")
    @Revised
    BatchJson freeze(Write write, @PathVariable String id) {
        PayoutBatchView batch = pages.find(id);
        revisions.mustBeAsSeen(write, batch.id().value());
        desk.freeze(write, batch);
        return after(write, id);
    }

    @PostMapping("/{id}/approve")
    @Revised
    BatchJson approve(Write write, @PathVariable String id, @RequestBody Approval body) {
        PayoutBatchView batch = pages.find(id);
        desk.awaitViews();
        write.awaitAll("contractor-");
        write.send(new ApproveBatch(
                batch.id(),
                body.contentHash(),
                write.caller().actor(),
                stakes.of(batch.id(), write.caller()),
                write.now()));
        return after(write, id);
    }

    @PostMapping("/{id}/release")
    @Revised
    ResponseEntity<BatchJson> release(Write write, @PathVariable String id) throws InterruptedException {
        PayoutBatchView batch = pages.find(id);
        revisions.mustBeAsSeen(write, batch.id().value());
        desk.release(write, batch);
        return ResponseEntity.accepted().body(after(write, id));
    }

    @PostMapping("/{id}/pause")
    @Revised
    BatchJson pause(Write write, @PathVariable String id) {
        write.send(new PauseBatch(pages.find(id).id(), write.caller().subject(), write.now()));
        return after(write, id);
    }

    @PostMapping("/{id}/resume")
    @Revised
    BatchJson resume(Write write, @PathVariable String id) {
        write.send(new ResumeBatch(pages.find(id).id(), write.caller().subject(), write.now()));
        return after(write, id);
    }

    @PostMapping("/{id}/cancel")
    @Revised
    BatchJson cancel(Write write, @PathVariable String id) {
        desk.cancel(write, pages.find(id));
        return after(write, id);
    }

    private BatchJson after(Write write, String id) {
        write.awaitViews();
        return shown(id);
    }
}
