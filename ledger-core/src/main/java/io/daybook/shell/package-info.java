/** The thin layer between pure rules and Axon: carries out decisions, resolves targets, and holds no rule. */
@NullMarked
package io.daybook.shell;

import org.jspecify.annotations.NullMarked;
