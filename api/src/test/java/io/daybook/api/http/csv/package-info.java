/** Tests of what people open in a spreadsheet. */
@NullMarked
package io.daybook.api.http.csv;

import org.jspecify.annotations.NullMarked;
