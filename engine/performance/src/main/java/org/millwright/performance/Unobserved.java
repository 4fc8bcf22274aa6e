// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

/** What time that nobody saw means for planned busy time. ISO 22400-2 does not say. */
public enum Unobserved {
  /** It is neither planned nor lost: figures speak of the time that was seen. */
  LEFT_OUT,
  /** It is planned time in which nothing was made, so that unplugging a machine hides nothing. */
  COUNTED_AS_LOSS
}
