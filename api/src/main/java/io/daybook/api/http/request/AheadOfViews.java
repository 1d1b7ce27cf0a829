package io.daybook.api.http.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A handler that does not wait for the views to show what this node has just acknowledged, as it asks nothing of them.
 * Where it writes, it answers from what was decided, and says so by {@link Write#leaveToViews}.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AheadOfViews {}
