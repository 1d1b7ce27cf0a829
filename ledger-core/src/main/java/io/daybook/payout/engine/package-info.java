/** Carries released batches out through a rail: every intent recorded before its call, every answer after it, nothing twice. */
@NullMarked
package io.daybook.payout.engine;

import org.jspecify.annotations.NullMarked;
