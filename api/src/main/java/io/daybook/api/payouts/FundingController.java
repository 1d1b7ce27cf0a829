package io.daybook.api.payouts;

import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Texts;
import io.daybook.api.http.request.Write;
import io.daybook.funding.FundingCommand.AnnounceTopUp;
import io.daybook.funding.FundingCommand.ConfirmTopUp;
import io.daybook.funding.FundingPoolId;
import io.daybook.funding.FundingView.TopUp;
import io.daybook.funding.FundingView.TopUpStatus;
import io.daybook.funding.FundingViews;
import io.daybook.funding.TopUpId;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import io.daybook.payout.Rails;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Money on its way to a provider: one person announces it, another confirms that it was sent. */
@RestController
@RequestMapping("/api/v1/funding")
final class FundingController {
    private final FundingViews funding;
    private final Rails rails;
    private final ObjectProvider<TopUpCarrier> carriers;

    FundingController(FundingViews funding, Rails rails, ObjectProvider<TopUpCarrier> carriers) {
        this.funding = funding;
        this.rails = rails;
        this.carriers = carriers;
    }

    record NewTopUp(String rail, Money amount, @Nullable String reference) {}

    record TopUpJson(
            TopUpId id,
            String rail,
            String reference,
            Money amount,
            TopUpStatus status,
            Subject maker,
            @Nullable Subject checker) {}

    @GetMapping("/{id}")
    TopUpJson show(@PathVariable String id) {
        TopUp topUp = find(id);
        return new TopUpJson(
                topUp.id(),
                topUp.rail(),
                topUp.reference(),
                topUp.amount(),
                topUp.status(),
                topUp.maker(),
                topUp.checker());
    }

    @PostMapping
    ResponseEntity<TopUpJson> announce(Write write, @RequestBody NewTopUp body) {
        if (!rails.has(body.rail()))
            throw ProblemException.at("/rail", "bad-value", "This is one of " + rails.names() + ".");
        String given = Texts.optionalIdentifier("/reference", body.reference(), 200);
        String reference = given == null ? write.key() : given;
        TopUpId id = TopUpId.of(body.rail(), reference);
        write.send(new AnnounceTopUp(
                FundingPoolId.of(body.rail(), body.amount().currency()),
                id,
                reference,
                body.amount(),
                write.caller().subject(),
                write.now()));
        write.awaitViews();
        return ResponseEntity.created(URI.create("/api/v1/funding/" + id.value()))
                .body(show(id.value()));
    }

    @PostMapping("/{id}/confirm")
    TopUpJson confirm(Write write, @PathVariable String id) {
        TopUp topUp = find(id);
        write.send(new ConfirmTopUp(
                FundingPoolId.of(topUp.rail(), topUp.amount().currency()),
                topUp.id(),
                write.caller().subject(),
                write.now()));
        carriers.forEach(carrier -> carrier.carry(topUp.rail(), topUp.amount(), topUp.reference()));
        write.awaitViews();
        return show(id);
    }

    private TopUp find(String id) {
        try {
            return funding.topUp(new TopUpId(id)).orElseThrow(() -> ProblemException.notFound("top-up"));
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("top-up");
        }
    }
}
