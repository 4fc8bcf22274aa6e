// SPDX-License-Identifier: Apache-2.0

/** {@code millwright plant}: virtual machines for the demo, for tests and for load. */
@NullMarked
package org.millwright.cli.plant;

import org.jspecify.annotations.NullMarked;
