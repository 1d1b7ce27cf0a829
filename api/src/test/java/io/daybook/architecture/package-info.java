/** The house rules, kept by tests: each rule here can go red, and the canaries show that it does. */
@NullMarked
package io.daybook.architecture;

import org.jspecify.annotations.NullMarked;
