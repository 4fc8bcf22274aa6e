// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.load;

/** The broker could not be reached, or refused an edge node. */
public final class LoadFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LoadFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
