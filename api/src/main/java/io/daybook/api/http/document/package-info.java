/** The OpenAPI document: what springdoc finds in the controllers, and what the conventions add to every path. */
@NullMarked
package io.daybook.api.http.document;

import org.jspecify.annotations.NullMarked;
