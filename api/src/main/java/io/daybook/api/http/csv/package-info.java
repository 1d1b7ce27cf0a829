/** Tables that people open in a spreadsheet: the only place that writes them. */
@NullMarked
package io.daybook.api.http.csv;

import org.jspecify.annotations.NullMarked;
