package io.daybook.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/** Neither the class nor any helper of ours that it leads to asks for the time, chance, the machine or the outside. */
final class ReachNothingImpure extends ArchCondition<JavaClass> {
    private static final Set<String> TYPES = Set.of(
            "java.lang.System",
            "java.lang.Runtime",
            "java.lang.Thread",
            "java.time.Clock",
            "java.time.InstantSource",
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom");
    private static final Set<String> PACKAGES = Set.of(
            "java.sql",
            "javax.sql",
            "java.net",
            "java.net.http",
            "java.nio.file",
            "java.util.logging",
            "java.util.random",
            "org.slf4j");
    private static final Set<String> CALLS = Set.of("now", "randomUUID", "random", "systemDefault");

    private final House house;

    ReachNothingImpure(House house) {
        super("reach no clock, random, logger, System or query, not even through a helper");
        this.house = house;
    }

    @Override
    public void check(JavaClass start, ConditionEvents events) {
        for (JavaClass reached : reachedFrom(start)) {
            for (Dependency dependency : reached.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                if (TYPES.contains(target.getName()) || PACKAGES.contains(target.getPackageName()))
                    violated(start, dependency.getDescription(), events);
            }
            for (JavaMethodCall call : reached.getMethodCallsFromSelf())
                if (call.getTargetOwner().getPackageName().startsWith("java.") && CALLS.contains(call.getName()))
                    violated(start, call.getDescription(), events);
        }
    }

    private Set<JavaClass> reachedFrom(JavaClass start) {
        Set<JavaClass> reached = new LinkedHashSet<>(Set.of(start));
        Deque<JavaClass> open = new ArrayDeque<>(reached);
        while (!open.isEmpty())
            for (Dependency dependency : open.pop().getDirectDependenciesFromSelf()) {
                JavaClass next = dependency.getTargetClass().getBaseComponentType();
                if (house.core().test(next) && reached.add(next)) open.push(next);
            }
        return reached;
    }

    private static void violated(JavaClass start, String how, ConditionEvents events) {
        events.add(SimpleConditionEvent.violated(start, start.getSimpleName() + " reaches: " + how));
    }
}
