// SPDX-License-Identifier: Apache-2.0

/** What a line consists of, as data: the words of a model file. */
@NullMarked
package org.millwright.simulation.model;

import org.jspecify.annotations.NullMarked;
