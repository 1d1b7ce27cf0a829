/** Who is paid: their details, what blocks a payout to them, and where their money goes. */
@NullMarked
package io.daybook.contractor;

import org.jspecify.annotations.NullMarked;
