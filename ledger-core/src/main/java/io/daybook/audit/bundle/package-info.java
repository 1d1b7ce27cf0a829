/** Evidence to take home, as a zip, and its verifier, which needs no network, no database, and nothing but the JDK. */
@NullMarked
package io.daybook.audit.bundle;

import org.jspecify.annotations.NullMarked;
