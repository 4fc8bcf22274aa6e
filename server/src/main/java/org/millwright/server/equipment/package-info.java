// SPDX-License-Identifier: Apache-2.0

/**
 * What there is: the ISA-95 hierarchy, classes with their templates, products, and where data comes
 * from.
 */
@NullMarked
package org.millwright.server.equipment;

import org.jspecify.annotations.NullMarked;
