package io.daybook.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;

/** The file reads as its table of contents, and a switch over it needs no default. */
final class BeSealedInterfacesOfRecords extends ArchCondition<JavaClass> {
    BeSealedInterfacesOfRecords() {
        super("be sealed interfaces of records");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!isSealedOfRecords(type.reflect()))
            events.add(SimpleConditionEvent.violated(type, type.getName() + " is no sealed interface of records"));
    }

    private static boolean isSealedOfRecords(Class<?> type) {
        return type.isInterface()
                && type.isSealed()
                && Arrays.stream(type.getPermittedSubclasses())
                        .allMatch(permitted -> permitted.isRecord() || isSealedOfRecords(permitted));
    }
}
