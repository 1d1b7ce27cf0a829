/** Tests of the server Daybook brings along, and the database that every other test of this module uses. */
@NullMarked
package io.daybook.api.postgres;

import org.jspecify.annotations.NullMarked;
