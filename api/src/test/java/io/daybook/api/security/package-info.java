/** Tests of who may do what. */
@NullMarked
package io.daybook.api.security;

import org.jspecify.annotations.NullMarked;
