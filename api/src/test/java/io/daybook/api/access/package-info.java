/** Who may do what, tried on every route as everybody, who sees whose, and what admins decide. */
@NullMarked
package io.daybook.api.access;

import org.jspecify.annotations.NullMarked;
