/** Leans on what a verifier does not have. */
@NullMarked
package io.daybook.architecture.canary.audit;

import org.jspecify.annotations.NullMarked;
