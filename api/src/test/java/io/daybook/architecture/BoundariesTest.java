package io.daybook.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

class BoundariesTest {
    private static final JavaClasses SHIPPED = House.shipped();
    private final Boundaries boundaries = new Boundaries(House.OURS);
    private final Habits habits = new Habits(House.OURS);

    @Test
    void kernel_and_money_use_only_the_jdk_and_each_other() {
        boundaries.kernelAndMoneyUseOnlyTheJdk().check(SHIPPED);
    }

    @Test
    void what_verifies_the_log_uses_only_the_jdk() {
        boundaries.auditUsesOnlyTheJdk().check(SHIPPED);
    }

    @Test
    void in_the_domain_only_shells_import_axon() {
        boundaries.onlyShellsImportAxon().check(SHIPPED);
    }

    @Test
    void the_domain_imports_no_spring_stripe_servlet_or_jackson() {
        boundaries.theDomainImportsNoFramework().check(SHIPPED);
    }

    @Test
    void only_tables_the_inbox_and_the_wiring_speak_sql() {
        boundaries.onlyTablesSpeakSql().check(SHIPPED);
    }

    @Test
    void stripe_lives_in_its_adapter_and_shows_in_no_signature_of_it() {
        boundaries.stripeStaysInItsAdapter().check(SHIPPED);
    }

    @Test
    void rail_adapters_see_the_port_money_and_the_kernel_only() {
        boundaries.adaptersSeeOnlyThePort().check(SHIPPED);
    }

    @Test
    void controllers_send_commands_and_read_views() {
        boundaries.controllersSendCommandsAndReadViews().check(SHIPPED);
    }

    @Test
    void features_form_no_cycle() {
        boundaries.featuresFormNoCycle().check(SHIPPED);
    }

    @Test
    void features_share_only_commands_events_ids_and_views() {
        boundaries.featuresShareOnlyTheirWords().check(SHIPPED);
    }

    @Test
    void deciders_and_states_reach_no_clock_random_logger_or_system() {
        habits.rulesArePure().check(SHIPPED);
    }

    @Test
    void commands_events_rejections_and_results_are_sealed_interfaces_of_records() {
        habits.wordsAreSealedRecords().check(SHIPPED);
    }

    @Test
    void shell_classes_are_package_private() {
        habits.shellsAreHidden().check(SHIPPED);
    }

    @Test
    void policies_touch_no_table() {
        boundaries.policiesTouchNoTable().check(SHIPPED);
    }

    @Test
    void no_amount_is_floating_bare_or_dated_by_a_timestamp() {
        habits.moneyIsNeverFloating().check(SHIPPED);
    }

    @Test
    void csv_is_written_in_one_place() {
        boundaries.csvIsWrittenInOnePlace().check(SHIPPED);
    }

    @Test
    void no_field_is_injected_and_only_the_command_line_prints() {
        habits.noFieldIsInjectedAndNothingPrints().check(SHIPPED);
    }
}
