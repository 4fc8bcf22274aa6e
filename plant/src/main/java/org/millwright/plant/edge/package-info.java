// SPDX-License-Identifier: Apache-2.0

/**
 * Lines as Sparkplug B edge nodes over MQTT: channels, credentials, connections, the running plant.
 */
@NullMarked
package org.millwright.plant.edge;

import org.jspecify.annotations.NullMarked;
