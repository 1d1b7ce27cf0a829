/** What the log says of itself, as text that anybody can check: signed notes, checkpoints, proofs, as C2SP writes them. */
@NullMarked
package io.daybook.audit.note;

import org.jspecify.annotations.NullMarked;
