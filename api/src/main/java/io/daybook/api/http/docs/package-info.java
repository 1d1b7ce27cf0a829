/** The API document as a page for people, made on the server: no script is needed to read it. */
@NullMarked
package io.daybook.api.http.docs;

import org.jspecify.annotations.NullMarked;
