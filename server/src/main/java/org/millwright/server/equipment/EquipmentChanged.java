// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

/** The catalogue was replaced; published after the change is stored. */
public record EquipmentChanged(EquipmentCatalog catalog) {}
