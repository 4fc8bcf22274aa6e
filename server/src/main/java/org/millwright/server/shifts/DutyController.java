// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.shifts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Permission;
import org.millwright.server.identity.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Crews, the people on duty, and planned stops. */
@RestController
@RequestMapping("/api/shifts")
class DutyController {

  /**
   * Who is there.
   *
   * @param onShift the shift with its people, null when none runs
   * @param duties the entries for single persons at this node, now and later
   */
  record DutyView(@Nullable OnShift onShift, List<Duty> duties) {}

  private final ShiftCalendars calendars;
  private final ShiftRecords records;
  private final Clock clock;

  DutyController(ShiftCalendars calendars, ShiftRecords records, Clock clock) {
    this.calendars = calendars;
    this.records = records;
    this.clock = clock;
  }

  /** Who is on duty at a node, now or at an instant. */
  @GetMapping("/duty")
  @Requires(Permission.VIEW)
  DutyView duty(@RequestParam String node, @RequestParam(required = false) @Nullable Instant at) {
    Instant when = at == null ? clock.instant() : at;
    List<Duty> duties =
        records.duties().stream()
            .filter(duty -> duty.node().equals(node) && duty.to().isAfter(when))
            .toList();
    return new DutyView(calendars.onShift(node, when).orElse(null), duties);
  }

  @PostMapping("/duty")
  @Requires(Permission.MANAGE_SHIFTS)
  @ResponseStatus(HttpStatus.CREATED)
  Duty add(@RequestBody Duty duty) {
    CurrentUser.get().require(Permission.MANAGE_SHIFTS, duty.node());
    Requested.period(duty.from(), duty.to());
    if (duty.person().isBlank()) {
      throw Requested.refused("SHIFT-PERSON", "person", "A duty needs a person.");
    }
    var stored =
        new Duty(
            Requested.id(duty.id()),
            duty.node(),
            duty.from(),
            duty.to(),
            duty.person(),
            duty.note());
    change("shifts.duty", stored.node(), stored.toString(), to -> to.save(stored));
    return stored;
  }

  @DeleteMapping("/duty/{id}")
  @Requires(Permission.MANAGE_SHIFTS)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteDuty(@PathVariable String id) {
    Requested.requireAt(records.duties(), each -> each.id().equals(id), Duty::node, id);
    change("shifts.duty.delete", id, "", to -> to.deleteDuty(id));
  }

  @GetMapping("/crews")
  @Requires(Permission.VIEW)
  List<Crew> crews() {
    return records.crews();
  }

  @PostMapping("/crews")
  @Requires(Permission.MANAGE_SHIFTS)
  @ResponseStatus(HttpStatus.CREATED)
  Crew add(@RequestBody Crew crew) {
    return save(new Crew(Requested.id(crew.id()), crew.node(), crew.name(), crew.members()));
  }

  @PutMapping("/crews/{id}")
  @Requires(Permission.MANAGE_SHIFTS)
  Crew replace(@PathVariable String id, @RequestBody Crew crew) {
    Requested.requireAt(records.crews(), each -> each.id().equals(id), Crew::node, id);
    return save(new Crew(id, crew.node(), crew.name(), crew.members()));
  }

  private Crew save(Crew crew) {
    CurrentUser.get().require(Permission.MANAGE_SHIFTS, crew.node());
    if (crew.name().isBlank()) {
      throw Requested.refused("SHIFT-CREW", "name", "A crew needs the name that patterns use.");
    }
    change("shifts.crew", crew.node(), crew.toString(), to -> to.save(crew));
    return crew;
  }

  @DeleteMapping("/crews/{id}")
  @Requires(Permission.MANAGE_SHIFTS)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteCrew(@PathVariable String id) {
    Requested.requireAt(records.crews(), each -> each.id().equals(id), Crew::node, id);
    change("shifts.crew.delete", id, "", to -> to.deleteCrew(id));
  }

  @GetMapping("/planned-stops")
  @Requires(Permission.VIEW)
  List<StopEntry> stops() {
    return records.stops();
  }

  @PostMapping("/planned-stops")
  @Requires(Permission.MANAGE_SHIFTS)
  @ResponseStatus(HttpStatus.CREATED)
  StopEntry add(@RequestBody StopEntry stop) {
    return save(stop, Requested.id(stop.id()));
  }

  @PutMapping("/planned-stops/{id}")
  @Requires(Permission.MANAGE_SHIFTS)
  StopEntry replace(@PathVariable String id, @RequestBody StopEntry stop) {
    Requested.requireAt(records.stops(), each -> each.id().equals(id), StopEntry::node, id);
    return save(stop, id);
  }

  private StopEntry save(StopEntry stop, String id) {
    CurrentUser.get().require(Permission.MANAGE_SHIFTS, stop.node());
    Requested.period(stop.from(), stop.to());
    var stored = new StopEntry(id, stop.node(), stop.from(), stop.to(), stop.reason(), stop.note());
    change("shifts.stop", stored.node(), stored.toString(), to -> to.save(stored));
    return stored;
  }

  @DeleteMapping("/planned-stops/{id}")
  @Requires(Permission.MANAGE_SHIFTS)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteStop(@PathVariable String id) {
    Requested.requireAt(records.stops(), each -> each.id().equals(id), StopEntry::node, id);
    change("shifts.stop.delete", id, "", to -> to.deleteStop(id));
  }

  private void change(
      String action, String subject, String detail, Consumer<ShiftRecords> changes) {
    calendars.change(CurrentUser.get().name(), action, subject, detail, changes);
  }
}
