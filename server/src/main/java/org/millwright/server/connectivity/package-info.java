// SPDX-License-Identifier: Apache-2.0

/**
 * Everything from the socket to the ingest queue: brokers, credentials, STATE, commands, mappings
 * of plain MQTT, and the register of devices.
 */
@NullMarked
package org.millwright.server.connectivity;

import org.jspecify.annotations.NullMarked;
