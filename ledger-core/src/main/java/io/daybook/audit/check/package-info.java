/** Whether the log still is what was sealed of it: its rows against its tree, and both against what lies outside the database. */
@NullMarked
package io.daybook.audit.check;

import org.jspecify.annotations.NullMarked;
