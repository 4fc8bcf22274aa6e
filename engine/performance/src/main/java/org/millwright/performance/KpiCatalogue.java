// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import static org.millwright.performance.Element.*;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The 34 KPIs of ISO 22400-2:2014 (GB/T 34044.2-2017 is identical) by their numbers, and TEEP.
 *
 * <p>The standard's own text was not at hand. Numbers 1–17, 19–23 and 34 agree in all sources that
 * quote it. Sources disagree on 18 and 24–33: there each reading is a variant with a name, and the
 * first listed is used unless another is asked for.
 */
public final class KpiCatalogue {

  private KpiCatalogue() {}

  /** Divides by the failures and the one time span that has not ended in a failure. */
  public static final String PER_SPAN = "FE+1";

  /** Divides by the failures; what maintenance people usually mean by MTBF and MTTR. */
  public static final String PER_FAILURE = "FE";

  private static final List<Kpi> ALL =
      List.of(
          ratio("WORKER_EFFICIENCY", 1, "Worker efficiency", "人员效率", APWT, APAT),
          ratio("ALLOCATION_RATIO", 2, "Allocation ratio", "分配率", AUBT, AOET),
          kpi(
              "THROUGHPUT_RATE",
              3,
              "",
              "Throughput rate",
              "产出率",
              "1/s",
              "PQ / AOET",
              List.of(PQ, AOET),
              e -> e.value(PQ) / e.value(AOET)),
          ratio("ALLOCATION_EFFICIENCY", 4, "Allocation efficiency", "分配效率", AUBT, PBT),
          ratio("UTILIZATION_EFFICIENCY", 5, "Utilization efficiency", "利用效率", APT, AUBT),
          kpi(
              "OEE",
              6,
              "",
              "Overall equipment effectiveness",
              "设备综合效率",
              "1",
              "(APT / PBT) × (PRI × PQ / APT) × (GQ / PQ)",
              List.of(APT, PBT, PRI, PQ, GQ),
              KpiCatalogue::oee),
          kpi(
              "NEE",
              7,
              "",
              "Net equipment effectiveness",
              "设备净效率",
              "1",
              "(AUPT / PBT) × (PRI × PQ / APT) × (GQ / PQ)",
              List.of(AUPT, PBT, PRI, PQ, APT, GQ),
              e ->
                  orZero(
                      e, e.value(AUPT) / e.value(PBT) * e.value(PRI) * e.value(GQ) / e.value(APT))),
          ratio("AVAILABILITY", 8, "Availability", "可用性", APT, PBT),
          kpi(
              "EFFECTIVENESS",
              9,
              "",
              "Effectiveness",
              "有效性",
              "1",
              "PRI × PQ / APT",
              List.of(PRI, PQ, APT),
              e -> e.value(PRI) * e.value(PQ) / e.value(APT)),
          ratio("QUALITY_RATIO", 10, "Quality ratio", "质量率", GQ, PQ),
          ratio("SETUP_RATIO", 11, "Setup ratio", "设置率", AUST, AUPT),
          kpi(
              "TECHNICAL_EFFICIENCY",
              12,
              "",
              "Technical efficiency",
              "技术效率",
              "1",
              "APT / (APT + ADET)",
              List.of(APT, ADET),
              e -> e.value(APT) / (e.value(APT) + e.value(ADET))),
          ratio("PRODUCTION_PROCESS_RATIO", 13, "Production process ratio", "生产过程率", APT, AOET),
          ratio(
              "ACTUAL_TO_PLANNED_SCRAP", 14, "Actual to planned scrap ratio", "实际与计划报废率", SQ, PSQ),
          ratio("FIRST_PASS_YIELD", 15, "First pass yield", "一次合格率", GP, IP),
          ratio("SCRAP_RATIO", 16, "Scrap ratio", "报废率", SQ, PQ),
          ratio("REWORK_RATIO", 17, "Rework ratio", "返工率", RQ, PQ),
          ratio("FALL_OFF_RATIO", 18, "Fall-off ratio", "衰减率", SQ, PQ_FIRST),
          kpi(
              "CM",
              19,
              "",
              "Machine capability index",
              "设备能力指数",
              "1",
              "(USL − LSL) / 6σ",
              List.of(USL, LSL, MACHINE_SIGMA),
              e -> spread(e, MACHINE_SIGMA)),
          kpi(
              "CMK",
              20,
              "",
              "Critical machine capability index",
              "临界设备能力指数",
              "1",
              "min(USL − x̄, x̄ − LSL) / 3σ",
              List.of(USL, LSL, MEAN, MACHINE_SIGMA),
              e -> centred(e, MEAN, MACHINE_SIGMA)),
          kpi(
              "CP",
              21,
              "",
              "Process capability index",
              "过程能力指数",
              "1",
              "(USL − LSL) / 6σ̂",
              List.of(USL, LSL, PROCESS_SIGMA),
              e -> spread(e, PROCESS_SIGMA)),
          kpi(
              "CPK",
              22,
              "",
              "Critical process capability index",
              "临界过程能力指数",
              "1",
              "min(USL − x̿, x̿ − LSL) / 3σ̂",
              List.of(USL, LSL, PROCESS_MEAN, PROCESS_SIGMA),
              e -> centred(e, PROCESS_MEAN, PROCESS_SIGMA)),
          kpi(
              "COMPREHENSIVE_ENERGY",
              23,
              "",
              "Comprehensive energy consumption",
              "综合能耗",
              "kWh",
              "Σ E / PQ",
              List.of(ENERGY, PQ),
              e -> e.value(ENERGY) / e.value(PQ)),
          ratio("INVENTORY_TURNS", 24, "Inventory turns", "库存周转率", THROUGHPUT, AVERAGE_INVENTORY),
          ratio("FINISHED_GOODS_RATIO", 25, "Finished goods ratio", "成品率", GQ, CM),
          ratio("INTEGRATED_GOODS_RATIO", 26, "Integrated goods ratio", "综合成品率", IGQ, CM),
          ratio("PRODUCTION_LOSS_RATIO", 27, "Production loss ratio", "生产损失率", PL, CM),
          ratio(
              "STORAGE_TRANSPORT_LOSS_RATIO",
              28,
              "Storage and transportation loss ratio",
              "储运损失率",
              STL,
              CM),
          ratio("OTHER_LOSS_RATIO", 29, "Other loss ratio", "其他损失率", OL, CM),
          kpi(
              "EQUIPMENT_LOAD_RATIO",
              30,
              "PQ/EPC",
              "Equipment load ratio",
              "设备负荷率",
              "1",
              "PQ / EPC",
              List.of(PQ, EPC),
              e -> e.value(PQ) / e.value(EPC)),
          kpi(
              "EQUIPMENT_LOAD_RATIO",
              30,
              "AUPT/POT",
              "Equipment load ratio",
              "设备负荷率",
              "1",
              "AUPT / POT",
              List.of(AUPT, POT),
              e -> e.value(AUPT) / e.value(POT)),
          mean("MOTBF", 31, PER_SPAN, "Mean operating time between failures", "平均故障间隔运行时间", TBF),
          mean("MOTBF", 31, PER_FAILURE, "Mean operating time between failures", "平均故障间隔运行时间", TBF),
          mean("MTTF", 32, PER_SPAN, "Mean time to failure", "平均失效前时间", TTF),
          mean("MTTF", 32, PER_FAILURE, "Mean time to failure", "平均失效前时间", TTF),
          mean("MTTR", 33, PER_SPAN, "Mean time to repair", "平均修复时间", TTR),
          mean("MTTR", 33, PER_FAILURE, "Mean time to repair", "平均修复时间", TTR),
          kpi(
              "CORRECTIVE_MAINTENANCE_RATIO",
              34,
              "",
              "Corrective maintenance ratio",
              "纠正性维护率",
              "1",
              "CMT / (CMT + PMT)",
              List.of(CMT, PMT),
              e -> e.value(CMT) / (e.value(CMT) + e.value(PMT))),
          kpi(
              "TEEP",
              0,
              "",
              "Total effective equipment performance",
              "设备完全有效生产率",
              "1",
              "OEE × PBT / calendar time",
              List.of(APT, PBT, PRI, PQ, GQ, CALENDAR),
              e -> oee(e) * e.value(PBT) / e.value(CALENDAR)));

  /** All KPIs in order of their numbers, the usual variant of each first. */
  public static List<Kpi> all() {
    return ALL;
  }

  /** The usual variant of a KPI. */
  public static Optional<Kpi> find(String id) {
    return ALL.stream().filter(kpi -> kpi.id().equals(id)).findFirst();
  }

  /** A named variant of a KPI. */
  public static Optional<Kpi> find(String id, String variant) {
    return ALL.stream()
        .filter(kpi -> kpi.id().equals(id) && kpi.variant().equals(variant))
        .findFirst();
  }

  /** The product of the three factors, in which APT and PQ cancel: PRI × GQ / PBT. */
  private static double oee(Elements e) {
    return orZero(e, e.value(PRI) * e.value(GQ) / e.value(PBT));
  }

  /** A unit that made nothing in planned time was not effective at all, whatever 0/0 says. */
  private static double orZero(Elements e, double value) {
    return e.value(PQ) == 0 && e.value(PBT) > 0 ? 0 : value;
  }

  private static double spread(Elements e, Element sigma) {
    return (e.value(USL) - e.value(LSL)) / (6 * e.value(sigma));
  }

  private static double centred(Elements e, Element mean, Element sigma) {
    double above = e.value(USL) - e.value(mean);
    double below = e.value(mean) - e.value(LSL);
    return Math.min(above, below) / (3 * e.value(sigma));
  }

  private static Kpi ratio(
      String id, int number, String english, String chinese, Element part, Element whole) {
    return kpi(
        id,
        number,
        "",
        english,
        chinese,
        "1",
        part + " / " + whole,
        List.of(part, whole),
        e -> e.value(part) / e.value(whole));
  }

  private static Kpi mean(
      String id, int number, String variant, String english, String chinese, Element time) {
    int more = variant.equals(PER_SPAN) ? 1 : 0;
    return kpi(
        id,
        number,
        variant,
        english,
        chinese,
        "s",
        "Σ %s / %s".formatted(time, more == 1 ? "(FE + 1)" : "FE"),
        List.of(time, FE),
        e -> e.value(time) / (e.value(FE) + more));
  }

  private static Kpi kpi(
      String id,
      int number,
      String variant,
      String english,
      String chinese,
      String unit,
      String formula,
      List<Element> inputs,
      ToDoubleFunction<Elements> function) {
    return new Kpi(id, number, variant, english, chinese, unit, formula, inputs, function);
  }
}
