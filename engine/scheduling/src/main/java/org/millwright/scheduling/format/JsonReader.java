// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.format;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.model.Refusal;
import org.millwright.scheduling.problem.Calendar;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Machine;
import org.millwright.scheduling.problem.Material;
import org.millwright.scheduling.problem.Objective;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.problem.Resource;
import org.millwright.scheduling.problem.Setups;
import org.millwright.scheduling.problem.Span;
import org.millwright.scheduling.problem.Tariff;
import org.millwright.scheduling.problem.TimeScale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON format, described by the resource {@code problem.schema.json} beside this class.
 */
final class JsonReader {

  /** A year of minutes: as far as weekly shifts are laid out when no horizon is given. */
  private static final Duration DEFAULT_HORIZON = Duration.ofDays(366);

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final List<Refusal> faults = new ArrayList<>();
  private final Index families = new Index("family");
  private final Index machineNames = new Index("machine");
  private final Index resourceNames = new Index("resource");
  private final Index materialNames = new Index("material");

  private JsonReader() {}

  static Reading read(String name, String text) {
    JsonNode tree;
    try {
      tree = MAPPER.readTree(text);
    } catch (JacksonException malformed) {
      String place =
          malformed.getLocation() == null
              ? ""
              : "line "
                  + malformed.getLocation().getLineNr()
                  + " column "
                  + malformed.getLocation().getColumnNr();
      return new Reading.Refused(
          List.of(Refusal.of("SCHEDULE-JSON", place, malformed.getOriginalMessage() + ".")));
    }
    JsonReader reader = new JsonReader();
    Problem problem = reader.problem(name, new Cursor(tree, "", reader.faults));
    return reader.faults.isEmpty()
        ? new Reading.Accepted(problem)
        : new Reading.Refused(reader.faults);
  }

  private Problem problem(String name, Cursor root) {
    TimeScale scale = scale(root);
    long year = scale.dated() ? scale.ticks(DEFAULT_HORIZON) : Problem.MAX_HORIZON;
    int horizon = root.time("horizon", scale, (int) Math.min(year, Problem.MAX_HORIZON));
    List<String> names = root.texts("families");
    names.forEach(families::intern);
    Map<String, Setups> setups = setups(root, scale, names);
    List<Machine> machines = machines(root, scale, horizon, setups);
    List<Resource> resources = resources(root);
    List<Material> materials = materials(root, scale);
    JobReader jobs = new JobReader(scale, families, machineNames, resourceNames, materialNames);
    Index jobNames = new Index("job");
    List<Job> orders = new ArrayList<>();
    for (Cursor at : root.list("jobs")) {
      orders.add(jobs.read(at, jobNames));
    }
    Problem problem =
        new Problem(
            root.textOr("name", name),
            scale,
            horizon,
            names,
            machines,
            resources,
            materials,
            orders,
            tariff(root, scale),
            root.flag("sameSequence"),
            objective(root),
            null);
    root.textOr("$schema", "");
    root.expectNoMore();
    return problem;
  }

  private static TimeScale scale(Cursor root) {
    try {
      Duration tick = Duration.parse(root.textOr("tick", "PT1M"));
      if (tick.toMillis() < 1) {
        root.fault("SCHEDULE-TIME", "tick", "A tick is at least a millisecond.");
        return TimeScale.BARE;
      }
      String origin = root.textOr("origin", "");
      return origin.isEmpty()
          ? new TimeScale(TimeScale.BARE.origin(), tick, false)
          : new TimeScale(OffsetDateTime.parse(origin).toInstant(), tick, true);
    } catch (DateTimeException unreadable) {
      root.fault("SCHEDULE-TIME", "", "\"origin\" is an ISO-8601 instant, \"tick\" a duration.");
      return TimeScale.BARE;
    }
  }

  private Objective objective(Cursor root) {
    String text = root.textOr("objective", "tardiness,makespan");
    return Objective.parse(text)
        .orElseGet(() -> {
          root.fault("SCHEDULE-OBJECTIVE", "objective", "\"" + text + "\" is no objective.");
          return Objective.of(Criterion.TARDINESS);
        });
  }

  private Map<String, Setups> setups(Cursor root, TimeScale scale, List<String> names) {
    Map<String, Setups> byName = new HashMap<>();
    for (Cursor at : root.list("setups")) {
      int count = names.size();
      int standard = at.span("standard", scale, 0, 0);
      int[][] between = new int[count][count];
      int[] initial = new int[count];
      for (int f = 0; f < count; f++) {
        java.util.Arrays.fill(between[f], standard);
        between[f][f] = 0;
        initial[f] = standard;
      }
      for (Cursor time : at.list("times")) {
        int to = families.find(time, "to");
        int ticks = time.span("time", scale, 0, null);
        int[] row = initial;
        if (time.has("from")) {
          int from = families.find(time, "from");
          row = from < count ? between[from] : initial;
        }
        if (to < count) {
          row[to] = ticks;
        }
        time.expectNoMore();
      }
      byName.put(at.text("id"), new Setups(between, initial));
      at.expectNoMore();
    }
    return byName;
  }

  private List<Machine> machines(
      Cursor root, TimeScale scale, int horizon, Map<String, Setups> setups) {
    CalendarReader reader = new CalendarReader(scale, horizon);
    Map<String, Calendar> calendars = new HashMap<>();
    for (Cursor at : root.list("calendars")) {
      Calendar calendar = reader.read(at);
      if (calendars.put(calendar.id(), calendar) != null) {
        at.fault("SCHEDULE-DUPLICATE", "id", "There are two calendars of this name.");
      }
    }
    List<Machine> machines = new ArrayList<>();
    for (Cursor at : root.list("machines")) {
      String id = at.text("id");
      machineNames.add(at, id);
      Calendar calendar = named(at, "calendar", calendars, Calendar.ALWAYS);
      machines.add(
          new Machine(
              id,
              maintained(at, calendar, reader, horizon),
              at.time("availableFrom", scale, 0),
              named(at, "setups", setups, Setups.NONE),
              at.has("initialFamily") ? families.find(at, "initialFamily") : -1,
              at.flag("blocking"),
              (int) at.whole("batchCapacity", 1, Integer.MAX_VALUE, 0L),
              at.number("power", 0)));
      at.expectNoMore();
    }
    return machines;
  }

  private static <T> T named(Cursor at, String property, Map<String, T> byName, T otherwise) {
    if (!at.has(property)) {
      return otherwise;
    }
    T value = byName.get(at.text(property));
    if (value == null) {
      at.fault("SCHEDULE-UNKNOWN", property, "Nothing of this name is defined in the problem.");
      return otherwise;
    }
    return value;
  }

  private static Calendar maintained(
      Cursor at, Calendar calendar, CalendarReader reader, int horizon) {
    List<Span> closed = CalendarReader.union(reader.spans(at, "maintenance"));
    if (closed.isEmpty()) {
      return calendar;
    }
    List<Span> all = calendar.isAlways() ? List.of(new Span(0, horizon)) : calendar.working();
    List<Span> open = CalendarReader.subtract(all, closed);
    if (open.isEmpty()) {
      at.fault("SCHEDULE-CALENDAR", "maintenance", "It leaves no working time.");
      return calendar;
    }
    return new Calendar(calendar.id(), open);
  }

  private List<Resource> resources(Cursor root) {
    List<Resource> resources = new ArrayList<>();
    for (Cursor at : root.list("resources")) {
      String id = at.text("id");
      resourceNames.add(at, id);
      resources.add(new Resource(id, (int) at.whole("capacity", 1, Integer.MAX_VALUE, null)));
      at.expectNoMore();
    }
    return resources;
  }

  private List<Material> materials(Cursor root, TimeScale scale) {
    List<Material> materials = new ArrayList<>();
    for (Cursor at : root.list("materials")) {
      String id = at.text("id");
      materialNames.add(at, id);
      List<Material.Receipt> receipts = new ArrayList<>();
      for (Cursor receipt : at.list("receipts")) {
        int when = receipt.time("at", scale, null);
        receipts.add(
            new Material.Receipt(when, receipt.whole("quantity", 1, Integer.MAX_VALUE, null)));
        receipt.expectNoMore();
      }
      receipts.sort(java.util.Comparator.comparingInt(Material.Receipt::at));
      materials.add(new Material(id, at.whole("stock", 0, Integer.MAX_VALUE, 0L), receipts));
      at.expectNoMore();
    }
    return materials;
  }

  private static Tariff tariff(Cursor root, TimeScale scale) {
    List<Tariff.Step> steps = new ArrayList<>();
    for (Cursor at : root.list("tariff")) {
      steps.add(new Tariff.Step(at.time("from", scale, null), at.number("price", 0)));
      at.expectNoMore();
    }
    steps.sort(java.util.Comparator.comparingInt(Tariff.Step::from));
    return new Tariff(steps);
  }
}
