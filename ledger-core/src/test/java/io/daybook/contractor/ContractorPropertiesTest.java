package io.daybook.contractor;

import static io.daybook.contractor.ContractorDeciderTest.ANA;
import static io.daybook.contractor.ContractorDeciderTest.CHECKER;
import static io.daybook.contractor.ContractorDeciderTest.COOL_DOWN;
import static io.daybook.contractor.ContractorDeciderTest.MAKER;
import static io.daybook.contractor.ContractorDeciderTest.NAME;
import static io.daybook.contractor.ContractorDeciderTest.NOW;
import static io.daybook.contractor.ContractorDeciderTest.SELF;
import static io.daybook.contractor.ContractorDeciderTest.WHY;
import static io.daybook.contractor.ContractorDeciderTest.register;
import static io.daybook.contractor.ContractorDeciderTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.contractor.ContractorCommand.ApprovePayoutDestination;
import io.daybook.contractor.ContractorCommand.LiftHold;
import io.daybook.contractor.ContractorCommand.PlaceHold;
import io.daybook.contractor.ContractorCommand.SetPayoutDestination;
import io.daybook.contractor.ContractorCommand.UpdateRequirements;
import io.daybook.contractor.ContractorEvent.PayoutDestinationApproved;
import io.daybook.contractor.ContractorEvent.PayoutDestinationProposed;
import io.daybook.contractor.ContractorEvent.PayoutDestinationSet;
import io.daybook.contractor.ContractorRows.Block;
import io.daybook.kernel.Decision.Accepted;
import io.daybook.kernel.Recorded;
import io.daybook.kernel.Seeds;
import io.daybook.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever is ordered in whatever order about a contractor. */
class ContractorPropertiesTest {
    private static final int RUNS = 1_000;

    @Test
    void holds_that_hold_everything_and_the_reason_stand_together() {
        Seeds.forEach(RUNS, seeds -> {
            ContractorState state = replay(anyLog(seeds));
            assertThat(state.raised().contains(BlockingReason.MANUAL_HOLD)).isEqualTo(state.holdsEverything());
        });
    }

    @Test
    void a_missing_destination_always_blocks() {
        Seeds.forEach(RUNS, seeds -> {
            ContractorState state = replay(anyLog(seeds));
            if (state.registered() && state.destination() == null)
                assertThat(state.raised()).contains(BlockingReason.PAYOUT_DESTINATION);
        });
    }

    @Test
    void destinations_are_counted_and_what_staff_proposed_a_second_person_approved() {
        Seeds.forEach(RUNS, seeds -> {
            int destinations = 0;
            Optional<PayoutDestinationProposed> proposed = Optional.empty();
            for (ContractorEvent fact : anyLog(seeds)) {
                if (fact instanceof PayoutDestinationProposed waiting) proposed = Optional.of(waiting);
                if (fact instanceof PayoutDestinationApproved approved)
                    assertThat(approved.approver())
                            .isNotEqualTo(proposed.orElseThrow().proposer())
                            .isNotEqualTo(SELF.subject());
                if (fact instanceof PayoutDestinationSet set)
                    assertThat(set.version()).isEqualTo(++destinations);
            }
        });
    }

    @Test
    void the_view_of_a_log_agrees_with_the_state_it_leads_to() {
        Seeds.forEach(RUNS, seeds -> {
            List<ContractorEvent> log = anyLog(seeds);
            ContractorState state = replay(log);
            ContractorRows rows = new ContractorProjection().fold(recorded(log));
            for (BlockingReason reason : BlockingReason.values())
                assertThat(rows.blocks.getOrDefault(new Block(ANA, reason), false))
                        .isEqualTo(state.raised().contains(reason));
            assertThat(rows.holds.values().stream().flatMap(Optional::stream))
                    .hasSize(state.holds().size());
            assertThat(rows.proposals.getOrDefault(ANA, Optional.empty()).isPresent())
                    .isEqualTo(state.proposal() != null);
        });
    }

    private static List<Recorded> recorded(List<ContractorEvent> log) {
        return IntStream.range(0, log.size())
                .mapToObj(i -> new Recorded(i + 1L, "e" + i, ANA.value(), i, NOW, log.get(i), "tester", null))
                .toList();
    }

    private static List<ContractorEvent> anyLog(Seeds seeds) {
        List<ContractorEvent> log = new ArrayList<>();
        ContractorState state = ContractorState.UNKNOWN;
        for (int i = 0; i < 40; i++)
            if (ContractorDecider.decide(state, anyOrder(seeds))
                    instanceof Accepted<ContractorEvent>(List<ContractorEvent> facts)) {
                log.addAll(facts);
                for (ContractorEvent fact : facts) state = ContractorDecider.evolve(state, fact);
            }
        return log;
    }

    private static ContractorState replay(List<ContractorEvent> log) {
        ContractorState state = ContractorState.UNKNOWN;
        for (ContractorEvent fact : log) state = ContractorDecider.evolve(state, fact);
        return state;
    }

    private static ContractorCommand anyOrder(Seeds seeds) {
        var hold = HoldId.of("hold " + seeds.between(1, 3));
        var actor = seeds.oneOf(List.of(SELF, MAKER, CHECKER));
        return switch (seeds.between(0, 6)) {
            case 0 -> register(NAME, seeds.oneIn(2) ? text("acct_1") : null, Set.of(BlockingReason.KYC));
            case 1 -> new PlaceHold(ANA, hold, seeds.oneIn(2) ? Money.of(5, "USD") : null, WHY, NOW);
            case 2 -> new LiftHold(ANA, hold, actor, NOW);
            case 3 -> new UpdateRequirements(ANA, anyReasons(seeds), anyReasons(seeds), actor, NOW);
            case 4 -> new ApprovePayoutDestination(ANA, null, actor, COOL_DOWN, NOW);
            default -> new SetPayoutDestination(ANA, text("acct_" + seeds.between(1, 3)), actor, COOL_DOWN, NOW);
        };
    }

    private static Set<BlockingReason> anyReasons(Seeds seeds) {
        var settable = List.of(
                BlockingReason.KYC,
                BlockingReason.TAX_FORM,
                BlockingReason.SANCTIONS,
                BlockingReason.PAYOUT_DESTINATION,
                BlockingReason.MANUAL_HOLD);
        return seeds.oneIn(3) ? Set.of() : Set.of(seeds.oneOf(settable));
    }
}
