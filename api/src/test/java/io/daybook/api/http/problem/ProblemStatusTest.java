package io.daybook.api.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.daybook.kernel.Rejection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objenesis.ObjenesisStd;

class ProblemStatusTest {
    private static final List<Class<?>> REJECTIONS = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests()).importPackages("io.daybook").stream()
                    .filter(type -> type.isAssignableTo(Rejection.class) && type.isRecord())
                    .filter(type -> !type.getPackageName().equals("io.daybook.api.eventlog"))
                    .<Class<?>>map(JavaClass::reflect)
                    .toList();

    @Test
    void every_rejection_there_is_has_a_status() {
        assertThat(REJECTIONS).hasSizeGreaterThan(20);
        for (Class<?> type : REJECTIONS) {
            if (type.getSimpleName().equals("EntriesRefused")) continue;
            String code = ((Rejection) new ObjenesisStd().newInstance(type)).code();
            assertThat(ProblemStatus.find(code))
                    .as(type.getName() + ": " + code)
                    .isPresent();
        }
    }

    @Test
    void every_code_is_kebab_case_and_a_client_or_server_error() {
        for (String code : ProblemStatus.codes()) {
            assertThat(code).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(ProblemStatus.of(code)).isBetween(400, 599);
        }
    }
}
