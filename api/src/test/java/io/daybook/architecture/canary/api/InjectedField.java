package io.daybook.architecture.canary.api;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

final class InjectedField {
    @Autowired
    private @Nullable String injected;

    @Nullable
    String injected() {
        return injected;
    }
}
