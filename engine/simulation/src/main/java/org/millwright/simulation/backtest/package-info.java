// SPDX-License-Identifier: Apache-2.0

/**
 * Holds forecasts against what happened: predicted bands of hourly availability, and their
 * coverage.
 */
@NullMarked
package org.millwright.simulation.backtest;

import org.jspecify.annotations.NullMarked;
