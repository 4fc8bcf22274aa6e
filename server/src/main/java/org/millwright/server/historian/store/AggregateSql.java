// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

/**
 * {@link Part} in SQL. Both queries give its columns, sorted by tag and time, {@code time} being
 * the step's start.
 */
final class AggregateSql {

  private AggregateSql() {}

  /** Minutes from samples, which are unique by tag and time. */
  static String minutes(String samples) {
    return """
    SELECT tag, step AS time, count(v) AS count, min(v) AS min, max(v) AS max, coalesce(sum(v), 0) AS sum,
           arg_min_null(v, time) AS first, min(time) AS first_time,
           arg_max_null(v, time) AS last, max(time) AS last_time,
           coalesce(sum(CASE WHEN v IS NOT NULL THEN next - time END), 0)::DOUBLE AS covered,
           coalesce(sum(v * (next - time)), 0) AS integral, max(quality) AS quality
    FROM (SELECT tag, time, quality, step, v,
                 lead(time) OVER (PARTITION BY tag, step ORDER BY time) AS next
          FROM (SELECT tag, time, quality, time - ((time %% 60000) + 60000) %% 60000 AS step,
                       CASE WHEN isfinite(value) THEN value END AS v
                FROM %s
                WHERE value IS NOT NULL OR text IS NULL))
    GROUP BY tag, step ORDER BY tag, step\
    """
        .formatted(samples);
  }

  /** Hours from the minutes of one file, which do not interleave. */
  static String hours(String minutes) {
    return """
    SELECT tag, step AS time, sum(count)::BIGINT AS count, min(min) AS min, max(max) AS max, sum(sum) AS sum,
           arg_min_null(first, first_time) AS first, min(first_time) AS first_time,
           arg_max_null(last, last_time) AS last, max(last_time) AS last_time,
           sum(covered + CASE WHEN last IS NULL OR next IS NULL THEN 0 ELSE next - last_time END) AS covered,
           sum(integral + CASE WHEN last IS NULL OR next IS NULL THEN 0 ELSE last * (next - last_time) END)
             AS integral,
           max(quality) AS quality
    FROM (SELECT *, lead(first_time) OVER (PARTITION BY tag, step ORDER BY first_time) AS next
          FROM (SELECT *, time - ((time %% 3600000) + 3600000) %% 3600000 AS step FROM %s))
    GROUP BY tag, step ORDER BY tag, step\
    """
        .formatted(minutes);
  }
}
