/** JSON as the contract writes it: strict in what is read, whole minor units, times with their offset. */
@NullMarked
package io.daybook.api.http.json;

import org.jspecify.annotations.NullMarked;
