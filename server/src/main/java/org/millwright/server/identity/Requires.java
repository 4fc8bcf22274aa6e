// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission a request handler needs. A handler without this annotation, or {@link Anyone}, is
 * denied to everyone.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

  /** The permission. */
  Permission value();

  /**
   * Query parameter that names the node at which the permission is needed. When it is absent from
   * the request, or empty here, holding the permission anywhere lets the request in, and the
   * handler narrows what it shows or changes with {@link CurrentUser}.
   */
  String node() default "node";
}
