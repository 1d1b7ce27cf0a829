@NullMarked
package io.daybook.bench;

import org.jspecify.annotations.NullMarked;
