// SPDX-License-Identifier: Apache-2.0

/**
 * Tables people bring as files: their encoding, delimiter and columns found, every error named by
 * its line.
 */
@NullMarked
package org.millwright.server.csv;

import org.jspecify.annotations.NullMarked;
