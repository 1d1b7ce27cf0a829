/** The transparency log as arithmetic: leaves, the RFC 6962 tree, its proofs and tiles. The JDK and nothing else. */
@NullMarked
package io.daybook.audit;

import org.jspecify.annotations.NullMarked;
