package io.daybook.architecture.canary.api;

import io.daybook.architecture.canary.rail.PayoutRail;

final class PayingController {
    static void pay(PayoutRail rail) {
        rail.submit();
    }
}
