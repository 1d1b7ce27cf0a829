/** Keys of services: made by an admin who answers for them, approved by another, with a secret that is shown once. */
@NullMarked
package io.daybook.access.key;

import org.jspecify.annotations.NullMarked;
