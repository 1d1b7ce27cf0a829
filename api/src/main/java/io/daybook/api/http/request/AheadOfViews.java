package io.daybook.api.http.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A handler that neither waits for what this node has just acknowledged nor lets its caller wait for the views.
 * It answers from what was decided, and says so by {@link Write#leaveToViews}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AheadOfViews {}
