// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KpiCatalogueTest {

  @Test
  void holdsAllThirtyFourAndTeep() {
    TreeSet<Integer> numbers = new TreeSet<>();
    KpiCatalogue.all().forEach(kpi -> numbers.add(kpi.number()));
    assertThat(numbers).containsExactlyElementsOf(IntStream.rangeClosed(0, 34).boxed().toList());
  }

  /**
   * The worked example that Vorne's "OEE calculation" page and most textbooks use: 8 h shift, 60
   * min breaks, 47 min down, 19,271 items of which 423 rejects, 1.0 s ideal cycle.
   */
  @Test
  void reproducesTheTextbookExample() {
    Elements shift =
        Elements.of(
            Map.of(
                Element.PBT, 420 * 60.0,
                Element.APT, 373 * 60.0,
                Element.PRI, 1.0,
                Element.PQ, 19_271.0,
                Element.GQ, 18_848.0));
    assertThat(value("AVAILABILITY", shift)).isCloseTo(0.8881, within(5e-5));
    assertThat(value("EFFECTIVENESS", shift)).isCloseTo(0.8611, within(5e-5));
    assertThat(value("QUALITY_RATIO", shift)).isCloseTo(0.9780, within(5e-5));
    assertThat(value("OEE", shift)).isCloseTo(0.7479, within(5e-5));
    assertThat(value("OEE", shift)).isCloseTo(18_848.0 / (420 * 60), within(1e-12));
    assertThat(value("TEEP", shift.with(Element.CALENDAR, 86_400)))
        .isCloseTo(18_848.0 / 86_400, within(1e-12));
  }

  @Test
  void meanTimesDivideByFailuresOrByFailuresAndOne() {
    Elements week =
        Elements.of(
            Map.of(
                Element.FE,
                4.0,
                Element.TTR,
                7_200.0,
                Element.TTF,
                100_000.0,
                Element.TBF,
                107_200.0));
    assertThat(value("MTTR", week)).isEqualTo(1_440);
    assertThat(KpiCatalogue.find("MTTR", KpiCatalogue.PER_FAILURE).orElseThrow().value(week))
        .hasValue(1_800);
    assertThat(KpiCatalogue.find("MOTBF", KpiCatalogue.PER_FAILURE).orElseThrow().value(week))
        .hasValue(26_800);
    assertThat(KpiCatalogue.find("MTTF", KpiCatalogue.PER_SPAN).orElseThrow().value(week))
        .hasValue(20_000);
  }

  @Test
  void capabilityFollowsTheTextbook() {
    Elements run =
        Elements.of(
            Map.of(
                Element.USL,
                74.05,
                Element.LSL,
                73.95,
                Element.MEAN,
                74.001,
                Element.MACHINE_SIGMA,
                0.0099,
                Element.PROCESS_MEAN,
                74.001,
                Element.PROCESS_SIGMA,
                0.0099));
    assertThat(value("CP", run)).isCloseTo(1.68, within(0.005));
    assertThat(value("CMK", run)).isCloseTo(0.049 / 0.0297, within(1e-9));
    assertThat(value("CPK", run)).isLessThan(value("CP", run));
  }

  @Test
  void saysWhichInputsAreMissingInsteadOfGuessing() {
    Kpi.Result result =
        KpiCatalogue.find("WORKER_EFFICIENCY").orElseThrow().explain(Elements.of(Map.of()));
    assertThat(result.value()).isEmpty();
    assertThat(result.missing()).containsExactly(Element.APWT, Element.APAT);
  }

  @Test
  void aUnitThatMadeNothingInPlannedTimeHasAnOeeOfZeroAndOneNeverPlannedHasNone() {
    assertThat(
            value(
                "OEE",
                Elements.of(
                    Map.of(Element.PBT, 60.0, Element.PQ, 0.0, Element.GQ, 0.0, Element.APT, 0.0))))
        .isZero();
    assertThat(
            KpiCatalogue.find("OEE")
                .orElseThrow()
                .value(Elements.of(Map.of(Element.PBT, 0.0, Element.PQ, 0.0, Element.GQ, 0.0))))
        .isEmpty();
  }

  @Test
  void ratesOfDigitalControlAndConnectionCountProductionEquipmentOnly() {
    ConnectedShare share =
        ConnectedShare.of(
            java.util.List.of(
                new ConnectedShare.Equipment(true, true, true),
                new ConnectedShare.Equipment(true, true, false),
                new ConnectedShare.Equipment(true, false, false),
                new ConnectedShare.Equipment(true, false, true),
                new ConnectedShare.Equipment(false, true, true)));
    assertThat(share.digitalRate()).hasValue(0.75);
    assertThat(share.connectedRate()).hasValue(0.5);
    assertThat(ConnectedShare.of(java.util.List.of()).connectedRate()).isEmpty();
  }

  private static double value(String id, Elements elements) {
    return KpiCatalogue.find(id).orElseThrow().value(elements).orElseThrow();
  }
}
