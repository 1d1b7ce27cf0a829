/** What admins decide: whose access is withdrawn or given, and which keys services have. */
@NullMarked
package io.daybook.api.access;

import org.jspecify.annotations.NullMarked;
