package io.daybook.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.RecordComponent;

/** A record's component that is called an amount is no bare number: a number alone has lost its currency. */
final class CarryAmountsAsMoney extends ArchCondition<JavaClass> {
    CarryAmountsAsMoney() {
        super("carry amounts as Money");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!type.isRecord()) return;
        for (RecordComponent component : type.reflect().getRecordComponents())
            if (isAmount(component.getName()) && isNumber(component.getType()))
                events.add(SimpleConditionEvent.violated(
                        type, type.getName() + "." + component.getName() + " is a bare number"));
    }

    private static boolean isAmount(String name) {
        return name.equals("amount") || name.endsWith("Amount") || name.equals("balance") || name.equals("fee");
    }

    private static boolean isNumber(Class<?> type) {
        return type.isPrimitive() || Number.class.isAssignableFrom(type);
    }
}
