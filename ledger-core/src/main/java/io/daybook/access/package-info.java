/** What a person or a key may do beyond and below what their token says: withdrawn by one admin, given by two. */
@NullMarked
package io.daybook.access;

import org.jspecify.annotations.NullMarked;
