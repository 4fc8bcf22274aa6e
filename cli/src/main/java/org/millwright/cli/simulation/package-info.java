// SPDX-License-Identifier: Apache-2.0

/** The commands of the simulation engine. */
@NullMarked
package org.millwright.cli.simulation;

import org.jspecify.annotations.NullMarked;
