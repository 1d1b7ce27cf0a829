/** Tests of how what is written in bodies is read. */
@NullMarked
package io.daybook.api.http.json;

import org.jspecify.annotations.NullMarked;
