/**
 * A whole Daybook in one thread: the real rules, policies, engine and folds on a clock, a log, a provider and nodes that
 * chance decides about, and books kept beside them that notice the first cent that goes wrong.
 */
@NullMarked
package io.daybook.simulation;

import org.jspecify.annotations.NullMarked;
