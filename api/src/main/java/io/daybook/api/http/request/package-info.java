/** What controllers take and give beside bodies: a write with its key, a page of a list, times and positions. */
@NullMarked
package io.daybook.api.http.request;

import org.jspecify.annotations.NullMarked;
