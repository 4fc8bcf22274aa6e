// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian;

import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;

/**
 * How the historian is doing. Totals run since the start; {@code received = stored + duplicate +
 * waiting}.
 *
 * @param failure why nothing can be sealed or looked up at the moment; null when all is well
 * @param received samples handed over
 * @param stored samples stored
 * @param duplicate samples whose tag and time were stored already
 * @param late those of {@code stored} that came behind a later sample of their tag
 * @param waiting samples handed over, not yet stored
 * @param openRows samples in memory, not yet sealed
 * @param sealedRows samples sealed since the start
 * @param files sealed files
 * @param position everything up to here of the ingest journal is sealed, -1 for nothing
 */
public record HistorianStatus(
    @Nullable Refusal failure,
    long received,
    long stored,
    long duplicate,
    long late,
    long waiting,
    long openRows,
    long sealedRows,
    int files,
    long position) {}
