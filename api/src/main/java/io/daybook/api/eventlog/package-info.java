/** The event log on PostgreSQL: how facts are written, read, decoded and followed. */
@NullMarked
package io.daybook.api.eventlog;

import org.jspecify.annotations.NullMarked;
