/** Tests of the rail to Stripe, over HTTP and against Stripe's published interface. */
@NullMarked
package io.daybook.rail.stripe;

import org.jspecify.annotations.NullMarked;
