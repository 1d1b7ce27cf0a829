package io.daybook.contractor;

import static io.daybook.contractor.BlockingReason.DESTINATION_COOLDOWN;
import static io.daybook.contractor.BlockingReason.KYC;
import static io.daybook.contractor.BlockingReason.MANUAL_HOLD;
import static io.daybook.contractor.BlockingReason.PAYOUT_DESTINATION;
import static io.daybook.contractor.BlockingReason.SANCTIONS;
import static io.daybook.contractor.BlockingReason.TAX_FORM;

import io.daybook.contractor.ContractorCommand.ApprovePayoutDestination;
import io.daybook.contractor.ContractorCommand.ChangeContractorDetails;
import io.daybook.contractor.ContractorCommand.LiftHold;
import io.daybook.contractor.ContractorCommand.PlaceHold;
import io.daybook.contractor.ContractorCommand.RegisterContractor;
import io.daybook.contractor.ContractorCommand.SetPayoutDestination;
import io.daybook.contractor.ContractorCommand.UpdateRequirements;
import io.daybook.contractor.ContractorEvent.BlockingReasonCleared;
import io.daybook.contractor.ContractorEvent.BlockingReasonRaised;
import io.daybook.contractor.ContractorEvent.ContractorDetailsChanged;
import io.daybook.contractor.ContractorEvent.ContractorRegistered;
import io.daybook.contractor.ContractorEvent.HoldLifted;
import io.daybook.contractor.ContractorEvent.HoldPlaced;
import io.daybook.contractor.ContractorEvent.PayoutDestinationApproved;
import io.daybook.contractor.ContractorEvent.PayoutDestinationProposed;
import io.daybook.contractor.ContractorEvent.PayoutDestinationSet;
import io.daybook.contractor.ContractorRejection.NeedsSecondPerson;
import io.daybook.contractor.ContractorRejection.NotARequirement;
import io.daybook.contractor.ContractorRejection.OwnBenefit;
import io.daybook.contractor.ContractorRejection.StaleProposal;
import io.daybook.contractor.ContractorRejection.UnknownContractor;
import io.daybook.kernel.Findable;
import io.daybook.kernel.Plain;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Spec;
import io.daybook.kernel.Subject;
import io.daybook.money.Currencies;
import io.daybook.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContractorDeciderTest {
    static final ContractorId ANA = ContractorId.of("ana");
    static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    static final Duration COOL_DOWN = Duration.ofHours(72);
    static final Findable NAME = text("Ana");
    static final Findable EMAIL = text("ana@example.org");
    static final Sealed COUNTRY = Plain.sealed(ANA.person(), "PT");
    static final Sealed WHY = Plain.sealed(ANA.person(), "asked by the bank");
    static final Actor MAKER = Actor.staff(new Subject("maker"));
    static final Actor CHECKER = Actor.staff(new Subject("checker"));
    static final Actor SELF = new Actor(new Subject("ana"), ANA);
    static final HoldId HOLD = HoldId.of("first");
    static final HoldId OTHER_HOLD = HoldId.of("second");
    static final ContractorRegistered REGISTERED =
            new ContractorRegistered(ANA, "ana", NAME, EMAIL, COUNTRY, Currencies.of("USD"), NOW);
    static final PayoutDestinationSet FIRST = new PayoutDestinationSet(ANA, text("acct_1"), 1, NOW, NOW);
    static final BlockingReasonRaised HELD = new BlockingReasonRaised(ANA, MANUAL_HOLD, NOW);

    final Spec<ContractorCommand, ContractorState, ContractorEvent> contractor = new Spec<>(ContractorDecider.DECIDER);

    @Test
    void a_registration_records_what_is_known_and_asserted() {
        contractor
                .given()
                .when(register(NAME, text("acct_1"), Set.of(KYC, TAX_FORM)))
                .then(
                        REGISTERED,
                        FIRST,
                        new BlockingReasonCleared(ANA, KYC, NOW),
                        new BlockingReasonCleared(ANA, TAX_FORM, NOW));
    }

    @Test
    void registering_again_changes_nothing_and_under_another_name_is_refused() {
        var registered = contractor.given(REGISTERED, FIRST);
        registered.when(register(NAME, text("acct_1"), Set.of())).thenNothing();
        registered.when(register(NAME, null, Set.of())).thenNothing();
        registered.when(register(text("Bea"), null, Set.of())).thenRejected("reference-taken");
    }

    @Test
    void registering_again_with_another_destination_or_currency_is_refused() {
        var registered = contractor.given(REGISTERED, FIRST);
        registered.when(register(NAME, text("acct_2"), Set.of())).thenRejected("reference-taken");
        contractor
                .given(REGISTERED)
                .when(register(NAME, text("acct_1"), Set.of()))
                .thenRejected("reference-taken");
        registered
                .when(new RegisterContractor(
                        ANA, "ana", NAME, EMAIL, COUNTRY, Currencies.of("EUR"), null, Set.of(), NOW))
                .thenRejected("reference-taken");
    }

    @Test
    void a_derived_reason_is_no_requirement() {
        contractor
                .given()
                .when(register(NAME, null, Set.of(MANUAL_HOLD)))
                .thenRejected(new NotARequirement(MANUAL_HOLD));
        contractor
                .given(REGISTERED)
                .when(update(Set.of(), Set.of(DESTINATION_COOLDOWN)))
                .thenRejected(new NotARequirement(DESTINATION_COOLDOWN));
    }

    @Test
    void nothing_can_be_done_to_an_unknown_contractor() {
        contractor.given().when(update(Set.of(KYC), Set.of())).thenRejected(new UnknownContractor(ANA));
        contractor.given().when(new LiftHold(ANA, HOLD, MAKER, NOW)).thenRejected(new UnknownContractor(ANA));
    }

    @Test
    void details_change_and_decide_what_counts_as_the_same_registration() {
        var married = new ContractorDetailsChanged(ANA, text("Ana Bell"), EMAIL, COUNTRY, NOW);
        contractor
                .given(REGISTERED)
                .when(new ChangeContractorDetails(ANA, text("Ana Bell"), EMAIL, COUNTRY, NOW))
                .then(married)
                .when(register(text("Ana Bell"), null, Set.of()))
                .thenNothing();
    }

    @Test
    void requirements_are_raised_and_cleared_once() {
        contractor
                .given(REGISTERED)
                .when(update(Set.of(SANCTIONS, KYC), Set.of(TAX_FORM)))
                .then(new BlockingReasonCleared(ANA, TAX_FORM, NOW), new BlockingReasonRaised(ANA, SANCTIONS, NOW))
                .when(update(Set.of(SANCTIONS), Set.of(TAX_FORM)))
                .thenNothing();
    }

    @Test
    void a_missing_destination_cannot_be_waved_through() {
        contractor
                .given(REGISTERED)
                .when(update(Set.of(), Set.of(PAYOUT_DESTINATION)))
                .thenRejected("illegal-state");
    }

    @Test
    void the_first_destination_starts_no_cool_down_whoever_sets_it() {
        contractor.given(REGISTERED).when(set("acct_1", MAKER)).then(FIRST);
        contractor.given(REGISTERED).when(set("acct_1", SELF)).then(FIRST);
    }

    @Test
    void a_contractor_changes_their_own_destination_at_once_and_it_cools_down() {
        contractor
                .given(REGISTERED, FIRST)
                .when(set("acct_2", SELF))
                .then(new PayoutDestinationSet(ANA, text("acct_2"), 2, NOW.plus(COOL_DOWN), NOW));
    }

    @Test
    void a_change_by_staff_counts_after_a_second_person_approves() {
        contractor
                .given(REGISTERED, FIRST)
                .when(set("acct_2", MAKER))
                .then(proposed(1, "acct_2", MAKER))
                .when(approve(1, CHECKER))
                .then(
                        new PayoutDestinationApproved(ANA, 1, CHECKER.subject(), NOW),
                        new PayoutDestinationSet(ANA, text("acct_2"), 2, NOW.plus(COOL_DOWN), NOW))
                .when(approve(1, CHECKER))
                .thenRejected("illegal-state");
    }

    @Test
    void neither_the_proposer_nor_the_contractor_approves() {
        var waiting = contractor.given(REGISTERED, FIRST, proposed(1, "acct_2", MAKER));
        waiting.when(approve(1, MAKER)).thenRejected(new NeedsSecondPerson(ANA));
        waiting.when(approve(1, SELF)).thenRejected(new NeedsSecondPerson(ANA));
    }

    @Test
    void a_newer_proposal_makes_the_older_approval_stale() {
        var waiting = contractor
                .given(REGISTERED, FIRST, proposed(1, "acct_2", MAKER))
                .when(set("acct_3", CHECKER))
                .then(proposed(2, "acct_3", CHECKER));
        waiting.when(approve(1, MAKER)).thenRejected(new StaleProposal(ANA, 2));
        waiting.when(set("acct_3", CHECKER)).thenNothing();
    }

    @Test
    void confirming_the_destination_clears_what_a_failed_payout_raised() {
        contractor
                .given(REGISTERED, FIRST)
                .when(update(Set.of(PAYOUT_DESTINATION), Set.of()))
                .then(new BlockingReasonRaised(ANA, PAYOUT_DESTINATION, NOW))
                .when(set("acct_1", MAKER))
                .then(new BlockingReasonCleared(ANA, PAYOUT_DESTINATION, NOW))
                .when(set("acct_1", MAKER))
                .thenNothing();
    }

    @Test
    void holds_without_an_amount_block_until_the_last_is_lifted() {
        contractor
                .given(REGISTERED)
                .when(hold(HOLD, null))
                .then(new HoldPlaced(ANA, HOLD, null, WHY, NOW), HELD)
                .when(hold(OTHER_HOLD, null))
                .then(new HoldPlaced(ANA, OTHER_HOLD, null, WHY, NOW))
                .when(new LiftHold(ANA, HOLD, MAKER, NOW))
                .then(new HoldLifted(ANA, HOLD, null, NOW))
                .when(new LiftHold(ANA, OTHER_HOLD, MAKER, NOW))
                .then(new HoldLifted(ANA, OTHER_HOLD, null, NOW), new BlockingReasonCleared(ANA, MANUAL_HOLD, NOW));
    }

    @Test
    void a_hold_with_an_amount_blocks_nothing_here() {
        Money fifty = Money.of(50_00, "USD");
        contractor
                .given(REGISTERED)
                .when(hold(HOLD, fifty))
                .then(new HoldPlaced(ANA, HOLD, fifty, WHY, NOW))
                .when(hold(HOLD, fifty))
                .thenNothing()
                .when(new LiftHold(ANA, HOLD, MAKER, NOW))
                .then(new HoldLifted(ANA, HOLD, fifty, NOW));
        contractor.given(REGISTERED).when(hold(HOLD, Money.of(0, "USD"))).thenRejected("not-positive");
        contractor.given(REGISTERED).when(new LiftHold(ANA, HOLD, MAKER, NOW)).thenRejected("not-found");
    }

    static Findable text(String text) {
        return Plain.findable(ANA.person(), text);
    }

    static RegisterContractor register(Findable name, @Nullable Findable destination, Set<BlockingReason> met) {
        return new RegisterContractor(ANA, "ana", name, EMAIL, COUNTRY, Currencies.of("USD"), destination, met, NOW);
    }

    @Test
    void an_approval_that_names_no_proposal_is_not_of_one_that_took_the_place_of_another() {
        var swapped = contractor.given(
                REGISTERED,
                FIRST,
                proposed(1, "acct_2", MAKER),
                proposed(2, "acct_3", Actor.staff(new Subject("thief"))));
        swapped.when(new ApprovePayoutDestination(ANA, null, CHECKER, COOL_DOWN, NOW))
                .thenRejected(new StaleProposal(ANA, 2));
        swapped.when(approve(1, CHECKER)).thenRejected(new StaleProposal(ANA, 2));
        swapped.when(approve(2, CHECKER)).and();
    }

    @Test
    void a_local_command_is_no_second_person() {
        contractor
                .given(REGISTERED, FIRST, proposed(1, "acct_2", MAKER))
                .when(approve(1, Actor.staff(Subject.LOCAL_COMMAND)))
                .thenRejected(new NeedsSecondPerson(ANA));
    }

    @Test
    void nobody_lifts_what_keeps_their_own_money_back() {
        Actor anaAtWork = new Actor(new Subject("ana at work"), ANA);
        contractor
                .given(REGISTERED)
                .when(hold(HOLD, null))
                .and()
                .when(new LiftHold(ANA, HOLD, anaAtWork, NOW))
                .thenRejected(new OwnBenefit(ANA));
        contractor
                .given(REGISTERED)
                .when(new UpdateRequirements(ANA, Set.of(), Set.of(KYC), anaAtWork, NOW))
                .thenRejected(new OwnBenefit(ANA));
    }

    private static UpdateRequirements update(Set<BlockingReason> raised, Set<BlockingReason> cleared) {
        return new UpdateRequirements(ANA, raised, cleared, MAKER, NOW);
    }

    private static SetPayoutDestination set(String destination, Actor actor) {
        return new SetPayoutDestination(ANA, text(destination), actor, COOL_DOWN, NOW);
    }

    private static ApprovePayoutDestination approve(int proposal, Actor approver) {
        return new ApprovePayoutDestination(ANA, proposal, approver, COOL_DOWN, NOW);
    }

    private static PayoutDestinationProposed proposed(int proposal, String destination, Actor proposer) {
        return new PayoutDestinationProposed(ANA, proposal, text(destination), proposer.subject(), NOW);
    }

    private static PlaceHold hold(HoldId hold, @Nullable Money amount) {
        return new PlaceHold(ANA, hold, amount, WHY, NOW);
    }
}
