// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

import java.util.List;
import org.millwright.model.Refusal;

/**
 * What an import did, or would do.
 *
 * @param part the table
 * @param dryRun true when nothing was to be stored
 * @param encoding the encoding found
 * @param rows rows read
 * @param added rows that were not known before
 * @param changed rows that differ from what was known
 * @param unchanged rows that were known as they are
 * @param stored true when the rows are in the catalogue now
 * @param refusals every error by line; nothing is stored when there is one
 */
public record ImportReport(
    String part,
    boolean dryRun,
    String encoding,
    int rows,
    int added,
    int changed,
    int unchanged,
    boolean stored,
    List<Refusal> refusals) {

  static ImportReport refused(String part, boolean dryRun, List<Refusal> refusals) {
    return new ImportReport(part, dryRun, "", 0, 0, 0, 0, false, refusals);
  }
}
