/** What every rail must do, and the rails that are held to it. */
@NullMarked
package io.daybook.rail;

import org.jspecify.annotations.NullMarked;
