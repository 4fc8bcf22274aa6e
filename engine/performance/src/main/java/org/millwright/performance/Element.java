// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import java.util.EnumSet;
import java.util.Set;

/**
 * The elements that KPIs are made of (ISO 22400-2:2014, elements used in KPI descriptions;
 * identical in GB/T 34044.2-2017). Names are the fields' own, in both languages.
 */
public enum Element {
  CALENDAR("s", "Calendar time", "日历时间"),
  POT("s", "Planned operation time", "计划运行时间"),
  PBT("s", "Planned busy time", "计划忙碌时间"),
  AUBT("s", "Actual unit busy time", "实际单元忙碌时间"),
  AUPT("s", "Actual unit processing time", "实际单元处理时间"),
  APT("s", "Actual production time", "实际生产时间"),
  AUST("s", "Actual unit setup time", "实际单元设置时间"),
  ADET("s", "Actual unit delay time", "实际单元延迟时间"),
  ADOT("s", "Actual unit down time", "实际单元停机时间"),
  AOET("s", "Actual order execution time", "实际订单执行时间"),
  APWT("s", "Actual personnel work time", "实际人员工作时间"),
  APAT("s", "Actual personnel attendance time", "实际人员出勤时间"),
  PRI("s", "Planned run time per item", "单件计划运行时间"),
  FE("1", "Failure events", "故障次数"),
  TBF("s", "Operating time between failures", "故障间隔运行时间"),
  TTF("s", "Time to failure", "故障前时间"),
  TTR("s", "Time to repair", "修复时间"),
  CMT("s", "Corrective maintenance time", "纠正性维护时间"),
  PMT("s", "Preventive maintenance time", "预防性维护时间"),
  PQ("1", "Produced quantity", "生产数量"),
  GQ("1", "Good quantity", "合格数量"),
  SQ("1", "Scrap quantity", "报废数量"),
  PSQ("1", "Planned scrap quantity", "计划报废数量"),
  RQ("1", "Rework quantity", "返工数量"),
  GP("1", "Good parts at first pass", "一次合格件数"),
  IP("1", "Inspected parts", "检验件数"),
  PQ_FIRST("1", "Produced quantity of the first operation", "首道工序生产数量"),
  CM("1", "Consumed material", "消耗材料"),
  IGQ("1", "Integrated good quantity", "综合合格数量"),
  PL("1", "Production loss", "生产损失"),
  STL("1", "Storage and transportation loss", "储运损失"),
  OL("1", "Other loss", "其他损失"),
  EPC("1", "Equipment production capacity", "设备生产能力"),
  ENERGY("kWh", "Energy consumed", "能源消耗"),
  THROUGHPUT("1", "Quantity shipped", "出库数量"),
  AVERAGE_INVENTORY("1", "Average inventory", "平均库存"),
  USL("1", "Upper specification limit", "规格上限"),
  LSL("1", "Lower specification limit", "规格下限"),
  MEAN("1", "Arithmetic average", "算术平均值"),
  MACHINE_SIGMA("1", "Standard deviation of the machine's run", "设备标准差"),
  PROCESS_MEAN("1", "Average of averages", "总平均值"),
  PROCESS_SIGMA("1", "Estimated standard deviation of the process", "过程标准差估计值");

  private final String unit;
  private final String english;
  private final String chinese;

  Element(String unit, String english, String chinese) {
    this.unit = unit;
    this.english = english;
    this.chinese = chinese;
  }

  /** The uses of time it is the sum of; empty when it is not a time that intervals tell. */
  public Set<TimeUse> uses() {
    return switch (this) {
      case CALENDAR -> EnumSet.allOf(TimeUse.class);
      case POT -> EnumSet.complementOf(EnumSet.of(TimeUse.NOT_SCHEDULED));
      case PBT -> EnumSet.complementOf(EnumSet.of(TimeUse.NOT_SCHEDULED, TimeUse.PLANNED_DOWNTIME));
      case APT -> EnumSet.of(TimeUse.RUNNING, TimeUse.MINOR_STOP);
      case AUST -> EnumSet.of(TimeUse.SETUP);
      case AUPT, TTF -> EnumSet.of(TimeUse.RUNNING, TimeUse.MINOR_STOP, TimeUse.SETUP);
      case ADOT -> EnumSet.of(TimeUse.BREAKDOWN, TimeUse.UNCLASSIFIED);
      case ADET ->
          EnumSet.of(
              TimeUse.BREAKDOWN,
              TimeUse.UNCLASSIFIED,
              TimeUse.STARVED,
              TimeUse.BLOCKED,
              TimeUse.IDLE);
      case AUBT -> EnumSet.range(TimeUse.BREAKDOWN, TimeUse.RUNNING);
      case FE, TTR, CMT -> EnumSet.of(TimeUse.BREAKDOWN);
      case TBF -> EnumSet.of(TimeUse.RUNNING, TimeUse.MINOR_STOP, TimeUse.SETUP, TimeUse.BREAKDOWN);
      default -> EnumSet.noneOf(TimeUse.class);
    };
  }

  /** Whether it comes from count records. */
  public boolean isCounted() {
    return switch (this) {
      case PQ, GQ, SQ, RQ, GP, IP, PRI -> true;
      default -> false;
    };
  }

  /** Its unit; "1" for a count or a quantity in the product's own unit. */
  public String unit() {
    return unit;
  }

  /** What it is called in English. */
  public String english() {
    return english;
  }

  /** What it is called in Chinese. */
  public String chinese() {
    return chinese;
  }
}
