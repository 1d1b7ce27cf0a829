package io.daybook.architecture.canary.timesheet;

import com.stripe.model.Payout;

record UsesStripe(Payout payout) {}
