/** PostgreSQL as Daybook needs it: the server it brings along, the migrations, and the checks before anything runs. */
@NullMarked
package io.daybook.api.postgres;

import org.jspecify.annotations.NullMarked;
