/** Contractors and their engagements over HTTP. */
@NullMarked
package io.daybook.api.http.people;

import org.jspecify.annotations.NullMarked;
