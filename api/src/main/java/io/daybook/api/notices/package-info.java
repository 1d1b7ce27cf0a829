/** Notices to contractors: listed, and sent by mail where a mail server is configured. */
@NullMarked
package io.daybook.api.notices;

import org.jspecify.annotations.NullMarked;
