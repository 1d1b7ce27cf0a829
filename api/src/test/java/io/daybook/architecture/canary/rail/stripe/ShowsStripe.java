package io.daybook.architecture.canary.rail.stripe;

import com.stripe.model.Payout;
import java.util.List;

/** Hands the library's own type to its callers. */
public final class ShowsStripe {
    private ShowsStripe() {}

    public static List<Payout> payouts() {
        return List.of();
    }
}
