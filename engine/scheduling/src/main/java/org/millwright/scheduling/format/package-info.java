// SPDX-License-Identifier: Apache-2.0

/** Reading problems and plans, and writing plans: benchmark formats, the JSON format, pictures. */
@NullMarked
package org.millwright.scheduling.format;

import org.jspecify.annotations.NullMarked;
