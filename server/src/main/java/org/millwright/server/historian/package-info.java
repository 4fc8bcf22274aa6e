// SPDX-License-Identifier: Apache-2.0

/**
 * Samples and their aggregates: an open block in memory, closed periods sorted and sealed as
 * Parquet, queried by DuckDB.
 */
@NullMarked
package org.millwright.server.historian;

import org.jspecify.annotations.NullMarked;
