// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

import org.millwright.model.Name;

/**
 * Something that is made.
 *
 * @param code its identity, as machines and orders name it
 * @param unit what one of it is, such as {@code coil}
 */
public record Product(String code, Name name, String unit) {}
