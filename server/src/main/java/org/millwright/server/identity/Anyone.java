// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a handler that needs no permission: the login itself, and what a logged-in user does to
 * their own session.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Anyone {

  /** True when even a request without a login is served. */
  boolean withoutLogin() default false;
}
