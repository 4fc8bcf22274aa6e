// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

import java.util.List;

/**
 * A recipe as a table of numbers.
 *
 * @param columns their names
 * @param rows each as long as the columns
 */
public record Table(List<String> columns, List<List<Double>> rows) {}
