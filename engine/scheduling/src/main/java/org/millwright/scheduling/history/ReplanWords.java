// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.history;

import java.util.List;

/** The words of a report in one language. */
record ReplanWords(
    String language,
    String title,
    String finishes,
    String actualFinish,
    String plannedFinish,
    String openOrders,
    String day,
    String busiest,
    String log,
    String plan,
    List<String> figures,
    String faults,
    List<String> faultColumns,
    String used,
    String leftOut,
    String activities,
    List<String> activityColumns,
    String unknownTitle,
    List<String> unknown) {

  static final ReplanWords ENGLISH =
      new ReplanWords(
          "en",
          "What happened, planned again",
          "Finish of each order (blue: the plan is no later)",
          "actual finish, day of the log",
          "planned finish, day of the log",
          "Orders in the shop",
          "day of the log",
          "Busiest resources, hours with work",
          "log",
          "plan",
          List.of(
              "Rows in the log",
              "Rows used",
              "Orders",
              "Steps",
              "Mean flow time, log (h)",
              "Mean flow time, plan (h)",
              "Orders no later than they were",
              "Last finish, log",
              "Last finish, plan",
              "Steps without a place"),
          "Rows that cannot be right",
          List.of("Line", "What", "Used", "Why"),
          "yes",
          "no",
          "Activities",
          List.of("Activity", "Steps", "Able resources", "Median (min)", "90 % (min)"),
          "What the log does not know",
          List.of(
              "The plan knew every order's steps and minutes beforehand; the shop did not. Part of"
                  + " the difference is that knowledge.",
              "Calendars: a resource counts as present where its rows are, pauses up to four hours"
                  + " bridged; after the last row it works round the clock, so finishes after the"
                  + " end of the log are optimistic.",
              "Lot sizes and rework: a step keeps the minutes the log has of it, also on another"
                  + " resource, and rework is planned like any other step.",
              "Due dates: there are none, so the plan keeps the sum of flow times small.",
              "Resources: many were on several orders at once. What one did at once for more than"
                  + " a twentieth of its time it may do in the plan. A resource is able if it did"
                  + " an activity three times or more.",
              "Waiting that no row shows (transport, cooling, missing papers or material) does not"
                  + " happen in the plan.",
              "Orders cut off at either edge of the log are planned as far as the log has them."));

  static final ReplanWords CHINESE =
      new ReplanWords(
          "zh-CN",
          "按实际记录重新排产",
          "各订单完工（蓝色：计划不晚于实际）",
          "实际完工（日志第几天）",
          "计划完工（日志第几天）",
          "在制订单数",
          "日志第几天",
          "最忙的资源（有活的小时数）",
          "日志",
          "计划",
          List.of(
              "日志行数",
              "采用行数",
              "订单数",
              "工序数",
              "平均流程时间，日志（小时）",
              "平均流程时间，计划（小时）",
              "不晚于实际的订单",
              "最后完工，日志",
              "最后完工，计划",
              "排不下的工序"),
          "不可能正确的行",
          List.of("行号", "问题", "采用", "原因"),
          "是",
          "否",
          "活动",
          List.of("活动", "工序数", "可用资源", "中位数（分钟）", "90 % 分位（分钟）"),
          "日志里没有的",
          List.of(
              "计划事先知道每个订单的工序和工时，当时的车间并不知道，差距有一部分来自这里。",
              "日历：资源在有记录的时段视为在岗，四小时以内的间隔算连续；日志结束之后按全天在岗计，因此日志结束后的完工时间偏乐观。",
              "批量与返工：工序沿用日志里的工时，换资源也不变；返工按普通工序排。",
              "交期：日志里没有，计划以流程时间之和最小为目标。",
              "资源：许多资源同时做几个订单。占其时间二十分之一以上的并行数，计划里也允许；做过某活动三次以上才算可用。",
              "日志没有记录的等待（搬运、冷却、缺单缺料）在计划里不会发生。",
              "日志首尾被截断的订单，只按日志里有的部分排。"));
}
