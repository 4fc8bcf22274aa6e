// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.util.List;
import org.millwright.model.Refusal;

/**
 * What an import did, or would do.
 *
 * @param encoding the encoding found
 * @param columns which column of the file each piece of information was taken from
 * @param rows rows read
 * @param added rows that were not known before
 * @param unchanged rows that were known already
 * @param stored true when the rows are stored now
 * @param refusals every error by line; nothing is stored when there is one
 * @param notes what a person should look at; it does not prevent storing
 */
record ImportReport(
    ImportKind kind,
    boolean dryRun,
    String encoding,
    List<String> columns,
    int rows,
    int added,
    int unchanged,
    boolean stored,
    List<Refusal> refusals,
    List<Refusal> notes) {}
