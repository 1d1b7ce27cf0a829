/** The API document: complete, without blemish, true of every answer, and a page whose commands run. */
@NullMarked
package io.daybook.api.document;

import org.jspecify.annotations.NullMarked;
