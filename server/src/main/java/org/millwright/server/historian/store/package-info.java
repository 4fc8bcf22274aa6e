// SPDX-License-Identifier: Apache-2.0

/**
 * The historian's core, without Spring: open blocks, the Parquet folder, sealing, merging and
 * reading.
 */
@NullMarked
package org.millwright.server.historian.store;

import org.jspecify.annotations.NullMarked;
