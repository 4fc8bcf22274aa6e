// SPDX-License-Identifier: Apache-2.0

/** The platform: one Spring Boot application, one Spring Modulith module a package. */
@NullMarked
package org.millwright.server;

import org.jspecify.annotations.NullMarked;
