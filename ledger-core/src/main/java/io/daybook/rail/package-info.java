/** The port through which money leaves. Every rail answers it alike; ledger-core owns it. */
@NullMarked
package io.daybook.rail;

import org.jspecify.annotations.NullMarked;
