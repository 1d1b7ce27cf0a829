/** One hour of work followed through the whole program, from outside, in the order of the document that tells of it. */
@NullMarked
package io.daybook.api.walk;

import org.jspecify.annotations.NullMarked;
