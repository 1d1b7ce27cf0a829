/** Tests of what contractors are told. */
@NullMarked
package io.daybook.api.notices;

import org.jspecify.annotations.NullMarked;
