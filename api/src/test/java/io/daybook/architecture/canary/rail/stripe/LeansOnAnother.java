package io.daybook.architecture.canary.rail.stripe;

import io.daybook.architecture.canary.rail.other.OtherRail;

final class LeansOnAnother {
    static String name() {
        return OtherRail.name();
    }
}
