package io.daybook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Arrays;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.junit.jupiter.api.Test;

class AggregatesTest {
    /** Axon writes a first event under whatever identifier stands before it, unless there is none yet. */
    @Test
    void an_aggregate_has_no_identifier_before_its_first_fact() throws ReflectiveOperationException {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.daybook");
        for (JavaClass found : classes)
            if (found.getSimpleName().endsWith("Aggregate")) assertNoIdentifierYet(found.reflect());
    }

    private static void assertNoIdentifierYet(Class<?> aggregate) throws ReflectiveOperationException {
        Constructor<?> empty = aggregate.getDeclaredConstructor();
        empty.setAccessible(true);
        Field identifier = Arrays.stream(aggregate.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(AggregateIdentifier.class))
                .findFirst()
                .orElseThrow();
        identifier.setAccessible(true);
        assertThat(identifier.get(empty.newInstance())).as("%s", identifier).isNull();
    }
}
