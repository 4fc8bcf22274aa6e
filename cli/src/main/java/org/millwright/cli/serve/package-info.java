// SPDX-License-Identifier: Apache-2.0

/** The command that starts the platform. */
@NullMarked
package org.millwright.cli.serve;

import org.jspecify.annotations.NullMarked;
