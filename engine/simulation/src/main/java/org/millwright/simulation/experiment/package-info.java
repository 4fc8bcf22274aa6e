// SPDX-License-Identifier: Apache-2.0

/**
 * Designs, comparisons and searches over variants of a model; every answer carries its confidence.
 */
@NullMarked
package org.millwright.simulation.experiment;

import org.jspecify.annotations.NullMarked;
