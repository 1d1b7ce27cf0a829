package io.daybook.kernel;

import java.util.List;

/**
 * One feature as the wiring sees it.
 *
 * @param aggregates the Axon shells, one class per kind of stream
 * @param readModels what it shows
 * @param policies what it does when others' facts arrive
 */
public record Feature(List<Class<?>> aggregates, List<ReadModel<?>> readModels, List<Policy> policies) {
    public Feature {
        aggregates = List.copyOf(aggregates);
        readModels = List.copyOf(readModels);
        policies = List.copyOf(policies);
    }
}
