// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.sampling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.quality.Outcome;
import org.millwright.quality.table.Table;
import org.millwright.quality.table.TableReader;

/** Double sampling plans of MIL-STD-105E / ANSI Z1.4, from the engine's data file. */
public final class DoublePlans {

  private static final String STANDARD = "MIL-STD-105E / ANSI Z1.4";
  private static final Map<String, SamplingPlan> PLANS = load();

  private DoublePlans() {}

  /**
   * The plan for a code letter and an AQL, arrows followed; where the standard has no double plan
   * (acceptance number 0) it refers to the single plan, which is then given with a note.
   */
  public static Outcome<SamplingPlan> find(char letter, double aql, Inspection inspection) {
    return Aql.number(aql)
        .then(number -> {
          double value = Aql.VALUES.get(number - 1);
          SamplingPlan plan = PLANS.get(key(inspection.key(), letter + "", value));
          return plan == null ? single(letter, aql, inspection) : Outcome.of(plan);
        });
  }

  private static Outcome<SamplingPlan> single(char letter, double aql, Inspection inspection) {
    return SinglePlans.find(letter, aql, inspection)
        .map(plan ->
            new SamplingPlan(
                plan.standard(),
                plan.letter(),
                plan.stages(),
                "there is no double plan here; the standard refers to the single plan"));
  }

  private static Map<String, SamplingPlan> load() {
    try (InputStream stream = DoublePlans.class.getResourceAsStream("double-plans-z14.csv")) {
      if (stream == null) {
        throw new IllegalStateException("double-plans-z14.csv is not on the class path");
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return switch (TableReader.parse(text, "double-plans-z14.csv")) {
        case Outcome.Done<Table>(Table table) -> plans(table);
        case Outcome.Refused<Table>(var refusal) ->
            throw new IllegalStateException(refusal.toString());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, SamplingPlan> plans(Table table) {
    Map<String, SamplingPlan> plans = new HashMap<>();
    for (List<String> row : table.rows()) {
      int[] numbers = row.subList(3, 8).stream().mapToInt(Integer::parseInt).toArray();
      SamplingPlan.Sample first = new SamplingPlan.Sample(numbers[0], numbers[1], numbers[2]);
      SamplingPlan.Sample second = new SamplingPlan.Sample(numbers[0], numbers[3], numbers[4]);
      String note =
          numbers[4] > numbers[3] + 1
              ? "between Ac and Re of the second sample: accept, and go back to normal inspection"
              : "";
      plans.put(
          key(row.get(0), row.get(1), Double.parseDouble(row.get(2))),
          new SamplingPlan(STANDARD, row.get(1), List.of(first, second), note));
    }
    return plans;
  }

  private static String key(String inspection, String letter, double aql) {
    return inspection + letter + aql;
  }
}
