// SPDX-License-Identifier: Apache-2.0

/** What a work unit did, and the ISO 22400 figures computed from it. */
@NullMarked
package org.millwright.performance;

import org.jspecify.annotations.NullMarked;
