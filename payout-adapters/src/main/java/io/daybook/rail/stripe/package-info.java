/** The rail to Stripe Connect. The only package that names Stripe's own classes, and none of them outside of it. */
@NullMarked
package io.daybook.rail.stripe;

import org.jspecify.annotations.NullMarked;
