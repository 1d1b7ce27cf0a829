/** Tests of what admins decide. */
@NullMarked
package io.daybook.api.access;

import org.jspecify.annotations.NullMarked;
