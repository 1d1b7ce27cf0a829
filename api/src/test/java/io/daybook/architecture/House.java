package io.daybook.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;

/** The rooms of a tree of packages laid out as ours is: the real one, or the little one that breaks every rule. */
record House(String root) {
    static final House OURS = new House("io.daybook");
    static final House CANARY = new House("io.daybook.architecture.canary");

    /** What we ship, read once for all tests: no test class, neither from a folder nor from a test jar. */
    static JavaClasses shipped() {
        return Shipped.CLASSES;
    }

    private static final class Shipped {
        static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages(OURS.root());
    }

    static JavaClasses canaries() {
        return new ClassFileImporter().importPackages(CANARY.root());
    }

    DescribedPredicate<JavaClass> in(String... rooms) {
        return resideInAnyPackage(
                Arrays.stream(rooms).map(room -> root + "." + room + "..").toArray(String[]::new));
    }

    DescribedPredicate<JavaClass> anywhere() {
        return resideInAPackage(root + "..");
    }

    /** One folder per rail lies below the port's own package. */
    DescribedPredicate<JavaClass> adapters() {
        return resideInAPackage(root + ".rail.*..").as("rail adapters");
    }

    DescribedPredicate<JavaClass> core() {
        return anywhere().and(not(in("api"))).and(not(adapters())).as("classes of ledger-core");
    }

    /** Features only: not the words they share, nor the port. */
    DescribedPredicate<JavaClass> features() {
        return core().and(not(in("kernel", "money", "shell", "rail"))).as("features");
    }

    /** The package right below the root. */
    String room(JavaClass type) {
        String below = type.getPackageName().substring(root.length());
        if (below.isEmpty()) return "";
        int end = below.indexOf('.', 1);
        return end < 0 ? below.substring(1) : below.substring(1, end);
    }

    /** Judged by the file's own class, so that what is nested or anonymous in a {@code FooTable} counts as a table. */
    static DescribedPredicate<JavaClass> named(String... endings) {
        return describe(
                "named *" + String.join("/*", endings),
                type -> Arrays.stream(endings).anyMatch(outermost(type)::endsWith));
    }

    static DescribedPredicate<JavaClass> policies() {
        return describe(
                "policies",
                type -> outermost(type).matches("When[A-Z].*")
                        || !type.isInterface() && type.isAssignableTo("io.daybook.kernel.Policy"));
    }

    private static String outermost(JavaClass type) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
