/** A whole Daybook in one thread, with everything around it decided by chance, and books beside it that notice a cent. */
@NullMarked
package io.daybook.simulation;

import org.jspecify.annotations.NullMarked;
