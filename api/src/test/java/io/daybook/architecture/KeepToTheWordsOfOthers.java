package io.daybook.architecture;

import static io.daybook.architecture.House.named;
import static io.daybook.architecture.House.policies;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Of another feature one may know commands, events, ids, values and views; never how it decides, stores or reacts. */
final class KeepToTheWordsOfOthers extends ArchCondition<JavaClass> {
    private final House house;
    private final DescribedPredicate<JavaClass> insides;

    KeepToTheWordsOfOthers(House house) {
        super("know only the commands, events, ids and views of other features");
        this.house = house;
        this.insides = house.features()
                .and(named("Decider", "State", "Aggregate", "Projection", "Table", "Module")
                        .or(policies()));
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            if (insides.test(target) && !house.room(target).equals(house.room(type)))
                events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
        }
    }
}
