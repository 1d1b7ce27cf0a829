package io.daybook.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.daybook.api.Daybook;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.stereotype.Component;

/** Whoever is a component is where the root of the wiring looks for components. */
class ComponentsFoundTest {
    private static final List<String> LOOKED_IN =
            List.of(Daybook.class.getAnnotation(SpringBootApplication.class).scanBasePackages());

    private final JavaClasses shipped =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("io.daybook.api");

    @Test
    void every_component_is_in_a_package_that_is_looked_in() {
        allAreIn(LOOKED_IN).check(shipped);
    }

    @Test
    void one_package_left_out_is_noticed() {
        for (String forgotten : LOOKED_IN)
            assertThatThrownBy(() -> allAreIn(LOOKED_IN.stream()
                                    .filter(looked -> !looked.equals(forgotten))
                                    .toList())
                            .check(shipped))
                    .as(forgotten)
                    .isInstanceOf(AssertionError.class);
    }

    private static ArchRule allAreIn(List<String> packages) {
        String[] trees = packages.stream().map(name -> name + "..").toArray(String[]::new);
        return classes()
                .that()
                .areMetaAnnotatedWith(Component.class)
                .and()
                .doNotBelongToAnyOf(Daybook.class)
                .should()
                .resideInAnyPackage(trees)
                .as("components are in one of " + Arrays.toString(trees));
    }
}
