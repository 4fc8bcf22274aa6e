// SPDX-License-Identifier: Apache-2.0

/** Drawings of charts and studies as SVG, in restrained colours: red is kept for violations. */
@NullMarked
package org.millwright.quality.svg;

import org.jspecify.annotations.NullMarked;
