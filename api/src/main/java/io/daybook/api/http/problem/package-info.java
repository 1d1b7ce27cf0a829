/** How Daybook says no over HTTP: one shape for every refusal, one table of codes, never a word about its insides. */
@NullMarked
package io.daybook.api.http.problem;

import org.jspecify.annotations.NullMarked;
