// SPDX-License-Identifier: Apache-2.0
package org.millwright.model;

/**
 * Time in which the equipment is meant to stand: planned downtime (ISO 22400-2).
 *
 * @param id unique among the stops of a calendar
 * @param period when
 * @param reasonCode code of the reason, such as planned maintenance
 * @param note what a person wrote about it, empty when nothing
 */
public record PlannedStop(String id, Period period, String reasonCode, String note) {}
