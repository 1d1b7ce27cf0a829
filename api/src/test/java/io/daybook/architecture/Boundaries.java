package io.daybook.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.daybook.architecture.House.named;
import static io.daybook.architecture.House.policies;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import io.daybook.kernel.ProjectionTable;
import io.daybook.kernel.ReadModel;
import io.daybook.kernel.RiderTable;

/** Who may know whom, as rules over any tree laid out like ours. */
record Boundaries(House house) {
    ArchRule kernelAndMoneyUseOnlyTheJdk() {
        return classes()
                .that(house.in("kernel", "money"))
                .should()
                .onlyDependOnClassesThat(
                        house.in("kernel", "money").or(resideInAnyPackage("java..", "org.jspecify..")));
    }

    /** What verifies is handed to strangers, who have a JDK and nothing of ours. */
    ArchRule auditUsesOnlyTheJdk() {
        DescribedPredicate<JavaClass> jdk =
                resideInAnyPackage("java..", "org.jspecify..").and(not(resideInAnyPackage("java.sql..")));
        return classes()
                .that(house.in("audit"))
                .should()
                .onlyDependOnClassesThat(house.in("audit").or(jdk));
    }

    ArchRule onlyShellsImportAxon() {
        return noClasses()
                .that(house.core().and(not(house.in("shell"))).and(not(named("Aggregate"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..");
    }

    ArchRule theDomainImportsNoFramework() {
        return noClasses()
                .that(house.core())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "com.stripe..",
                        "jakarta.servlet..",
                        "tools.jackson..",
                        "com.fasterxml.jackson..");
    }

    /**
     * The kernel's three types are the words that tables are written with. In api three packages are the log, the
     * server and the wiring themselves.
     */
    ArchRule onlyTablesSpeakSql() {
        return noClasses()
                .that(house.anywhere()
                        .and(not(named("Table")))
                        .and(not(belongToAnyOf(ProjectionTable.class, RiderTable.class, ReadModel.class)))
                        .and(not(house.in("inbox", "api.inbox", "api.wiring", "api.eventlog", "api.postgres"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.sql");
    }

    ArchRule stripeStaysInItsAdapter() {
        ArchRule elsewhere = noClasses()
                .that(house.anywhere().and(not(house.in("rail.stripe"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.stripe..");
        return CompositeArchRule.of(elsewhere)
                .and(classes().that(house.in("rail.stripe")).should(new HideFromCallers("com.stripe")));
    }

    /** The simulator plays Stripe's part and reads its messages as the adapter does; no other adapter knows another. */
    ArchRule adaptersSeeOnlyThePort() {
        DescribedPredicate<JavaClass> port = resideInAPackage(house.root() + ".rail");
        ArchRule inward = classes()
                .that(house.adapters())
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage(House.OURS.root() + ".."))
                        .or(port)
                        .or(house.adapters())
                        .or(house.in("kernel", "money")));
        return CompositeArchRule.of(inward)
                .and(slices().matching(house.root() + ".rail.(*)..")
                        .should()
                        .notDependOnEachOther()
                        .ignoreDependency(house.in("rail.simulator"), house.in("rail.stripe")));
    }

    ArchRule controllersSendCommandsAndReadViews() {
        DescribedPredicate<JavaClass> rail =
                describe("the port", type -> type.getName().equals(house.root() + ".rail.PayoutRail"));
        return noClasses()
                .that(house.in("api").and(named("Controller")))
                .should()
                .dependOnClassesThat(house.features()
                        .and(named("Decider", "State", "Aggregate", "Projection", "Table"))
                        .or(rail));
    }

    /** A cell that was not made harmless runs on the machine of whoever opens the file. */
    ArchRule csvIsWrittenInOnePlace() {
        return noClasses()
                .that(house.anywhere().and(not(house.in("api.http.csv"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("de.siegmar.fastcsv.writer..");
    }

    ArchRule featuresFormNoCycle() {
        return slices().assignedFrom(new Rooms(house)).should().beFreeOfCycles();
    }

    /** The compiler keeps what is package-private; this keeps what a test or a second package once made public. */
    ArchRule featuresShareOnlyTheirWords() {
        return classes().that(house.features()).should(new KeepToTheWordsOfOthers(house));
    }

    ArchRule policiesTouchNoTable() {
        return noClasses()
                .that(house.core().and(policies()))
                .should()
                .dependOnClassesThat(named("Table").or(resideInAnyPackage("java.sql", "javax.sql")));
    }
}
