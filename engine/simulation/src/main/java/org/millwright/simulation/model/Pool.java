// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

import java.util.Optional;

/** People or tools shared by stations: operators, repair crews, fixtures. */
public record Pool(String id, int count, Optional<String> calendar) {}
