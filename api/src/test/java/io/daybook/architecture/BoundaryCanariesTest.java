package io.daybook.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** A rule that cannot go red guards nothing: each is held against a little house that breaks it. */
class BoundaryCanariesTest {
    private static final JavaClasses CANARIES = House.canaries();
    private final Boundaries boundaries = new Boundaries(House.CANARY);
    private final Habits habits = new Habits(House.CANARY);

    @Test
    void a_kernel_that_leans_on_a_framework_is_seen() {
        assertSeen(boundaries.kernelAndMoneyUseOnlyTheJdk(), "KernelWithSpring");
    }

    @Test
    void a_verifier_that_leans_on_the_ledger_is_seen() {
        assertSeen(boundaries.auditUsesOnlyTheJdk(), "LeansOnTheLedger");
    }

    @Test
    void axon_outside_the_shell_is_seen() {
        assertSeen(boundaries.onlyShellsImportAxon(), "AxonOutsideTheShell");
    }

    @Test
    void each_framework_in_the_domain_is_seen() {
        assertSeen(boundaries.theDomainImportsNoFramework(), "UsesSpring", "UsesStripe", "UsesServlets", "UsesJackson");
    }

    @Test
    void sql_outside_a_table_is_seen() {
        assertSeen(boundaries.onlyTablesSpeakSql(), "QueriesByItself");
    }

    @Test
    void stripe_outside_its_adapter_or_shown_by_it_is_seen() {
        assertSeen(boundaries.stripeStaysInItsAdapter(), "UsesStripe", "ShowsStripe.payouts()");
    }

    @Test
    void an_adapter_that_sees_a_feature_or_another_adapter_is_seen() {
        assertSeen(boundaries.adaptersSeeOnlyThePort(), "SeesTheTimesheet", "LeansOnAnother");
    }

    @Test
    void a_controller_that_decides_or_pays_is_seen() {
        assertSeen(boundaries.controllersSendCommandsAndReadViews(), "DecidingController", "PayingController");
    }

    @Test
    void a_cycle_of_features_is_seen() {
        assertSeen(boundaries.featuresFormNoCycle(), "KnowsTheAccount", "KnowsTheTimesheet");
    }

    @Test
    void a_feature_that_knows_how_another_decides_is_seen() {
        assertSeen(boundaries.featuresShareOnlyTheirWords(), "DecidesForOthers");
    }

    @Test
    void a_decider_that_asks_a_helper_for_the_time_is_seen() {
        assertSeen(habits.rulesArePure(), "TimesheetDecider reaches", "TimesheetState reaches");
    }

    @Test
    void open_commands_and_facts_that_are_no_records_are_seen() {
        assertSeen(habits.wordsAreSealedRecords(), "TimesheetCommand", "TimesheetEvent");
    }

    @Test
    void a_public_table_is_seen() {
        assertSeen(habits.shellsAreHidden(), "TimesheetTable");
    }

    @Test
    void a_policy_that_writes_a_table_is_seen() {
        assertSeen(boundaries.policiesTouchNoTable(), "WhenPaidWriteTable");
    }

    @Test
    void a_floating_bare_or_outdated_amount_is_seen() {
        assertSeen(habits.moneyIsNeverFloating(), "HalfPay.half", "BarePay.amount", "DatedPay");
    }

    @Test
    void a_table_written_beside_the_one_place_is_seen() {
        assertSeen(boundaries.csvIsWrittenInOnePlace(), "WritesCells");
    }

    @Test
    void an_injected_field_and_a_printed_line_are_seen() {
        assertSeen(habits.noFieldIsInjectedAndNothingPrints(), "InjectedField.injected", "Printer.print");
    }

    private static void assertSeen(ArchRule rule, String... offenders) {
        assertThat(String.join("\n", rule.evaluate(CANARIES).getFailureReport().getDetails()))
                .contains(offenders);
    }
}
