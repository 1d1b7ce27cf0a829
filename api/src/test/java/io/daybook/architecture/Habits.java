package io.daybook.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static io.daybook.architecture.House.named;
import static io.daybook.architecture.House.policies;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.Set;

/** How code is written, as rules over any tree laid out like ours. */
record Habits(House house) {
    private static final Set<String> INJECTIONS = Set.of("Autowired", "Value", "Inject", "Resource");

    ArchRule rulesArePure() {
        return classes()
                .that(house.core().and(not(house.in("kernel"))).and(named("Decider", "State", "Evolution")))
                .should(new ReachNothingImpure(house));
    }

    /** The kernel's own three are what every feature's are made from. */
    ArchRule wordsAreSealedRecords() {
        return classes()
                .that(house.core()
                        .or(house.adapters())
                        .and(not(house.in("kernel")))
                        .and(named("Command", "Event", "Rejection", "Result"))
                        .and(describe("top-level", JavaClass::isTopLevelClass)))
                .should(new BeSealedInterfacesOfRecords());
    }

    ArchRule shellsAreHidden() {
        DescribedPredicate<JavaClass> shells =
                named("Aggregate", "Projection", "Table").or(policies());
        return classes()
                .that(house.features().and(shells).and(describe("top-level", JavaClass::isTopLevelClass)))
                .should()
                .bePackagePrivate();
    }

    /** On a rail's wire an amount is in the provider's own units, which Money cannot hold: bare numbers are right there. */
    ArchRule moneyIsNeverFloating() {
        DescribedPredicate<JavaClass> old = describe(
                "floating or outdated",
                type -> Set.of(
                                "java.lang.Double",
                                "java.lang.Float",
                                "java.util.Date",
                                "java.util.Calendar",
                                "java.sql.Date",
                                "java.sql.Timestamp")
                        .contains(type.getName()));
        DescribedPredicate<JavaClass> counted = house.core().or(house.adapters());
        return CompositeArchRule.of(noClasses().that(counted).should().dependOnClassesThat(old))
                .and(classes().that(counted).should(new ComputeWithoutFloatingPoint()))
                .and(classes().that(house.core()).should(new CarryAmountsAsMoney()));
    }

    /** Commands of the command line are the one place that prints. */
    ArchRule noFieldIsInjectedAndNothingPrints() {
        DescribedPredicate<JavaClass> printers = house.anywhere()
                .and(not(house.in("api.cli")))
                .and(not(describe("commands", type -> type.isAnnotatedWith("picocli.CommandLine$Command"))));
        return CompositeArchRule.of(noFields()
                        .that()
                        .areDeclaredInClassesThat(house.anywhere())
                        .should()
                        .beAnnotatedWith(describe(
                                "an injection",
                                annotation -> INJECTIONS.contains(
                                        annotation.getRawType().getSimpleName()))))
                .and(noClasses().that(printers).should().accessField(System.class, "out"))
                .and(noClasses().that(printers).should().accessField(System.class, "err"));
    }
}
