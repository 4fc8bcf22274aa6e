// SPDX-License-Identifier: Apache-2.0

/** What the virtual plant is made of: the records of {@code archetypes.json}. */
@NullMarked
package org.millwright.plant.archetype;

import org.jspecify.annotations.NullMarked;
