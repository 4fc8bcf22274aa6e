// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import org.jspecify.annotations.Nullable;
import org.millwright.simulation.kernel.Archive;
import org.millwright.simulation.model.Condition;
import org.millwright.simulation.model.Interruption.JobRule;
import org.millwright.simulation.statistics.ConditionRecord;

/**
 * A machine or work place.
 *
 * <p>A job goes through its steps by {@link #proceed}: it waits until the station is open, its way
 * out reserved (if the station blocks before service), its volumes drawn and its workers there;
 * then it is set up and worked on; then its item waits for room behind.
 */
class StationNode extends Node implements Stoppable, Claimant {

  private static final int TIMER = 0;

  final ConditionRecord conditions;
  final Place[] places;
  final QualityCheck quality;
  private final Router[] exits;
  private final JobTimes times;
  private final Workers workers;
  private final TankLinks tanks;
  private final Preempted preempted;
  private final boolean blocksBefore;
  private final int makes;
  private @Nullable Stoppages stoppages;
  private int free;
  private int busy;
  private int processing;
  private long activePeriods;

  StationNode(Line line, int index, String id, StationParts parts) {
    super(line, index, id);
    this.exits = parts.exits();
    this.times = parts.times();
    this.quality = parts.quality();
    this.workers = parts.workers();
    this.tanks = parts.tanks();
    this.blocksBefore = parts.blocksBefore();
    this.makes = parts.makes();
    this.preempted = new Preempted(parts.preemption(), parts.productPriority());
    places = new Place[parts.places()];
    for (int i = 0; i < places.length; i++) {
      places[i] = new Place(i);
    }
    free = places.length;
    conditions = new ConditionRecord(places.length, Condition.STARVED);
  }

  /** Puts in the reasons to stop and registers the claims; called once, at building. */
  final void install(Stoppages built) {
    stoppages = built;
    for (Place place : places) {
      place.claim = workers.register(this, place.index);
    }
  }

  final Stoppages stoppages() {
    Stoppages installed = stoppages;
    if (installed == null) {
      throw new IllegalStateException("Station " + id + " was used before it was built.");
    }
    return installed;
  }

  @Override
  final void start() {
    stoppages().start();
  }

  @Override
  final void handle(int kind, int argument) {
    if (kind == TIMER) {
      stepDone(places[argument]);
    } else {
      stoppages().handle(kind, argument);
    }
  }

  @Override
  boolean hasRoom(int item, Node from) {
    return stoppages().isOpen()
        && (free > reserved || preempted.victim(line.items, places, item) != null);
  }

  @Override
  boolean isOpen() {
    return stoppages().isOpen() && (free > reserved || preempted.isPossible());
  }

  @Override
  void receive(int item, Node from) {
    if (free == 0) {
      Place victim = preempted.victim(line.items, places, item);
      if (victim == null) {
        throw new IllegalStateException("Station " + id + " took an item without room.");
      }
      stepAside(victim);
    }
    load(item);
  }

  /** Puts an item into a free place and starts on it as soon as possible. */
  final void load(int item) {
    Place place = freePlace();
    place.item = item;
    place.step = Place.Step.LOADED;
    place.exit = QualityCheck.PASS;
    free--;
    proceed(place);
  }

  private Place freePlace() {
    for (Place place : places) {
      if (place.step == Place.Step.EMPTY) {
        return place;
      }
    }
    throw new IllegalStateException("Station " + id + " has no free place.");
  }

  final boolean hasFreePlace() {
    return free > reserved;
  }

  private void stepAside(Place victim) {
    pause(victim);
    preempted.add(
        line.items, victim.item, preempted.repeats() ? victim.duration : victim.remaining);
    victim.item = Items.NONE;
    victim.step = Place.Step.EMPTY;
    free++;
  }

  /** Takes a loaded job as far as it can go now. */
  private void proceed(Place place) {
    if (!stoppages().isOpen()) {
      show(place, stoppages().condition());
    } else if (!hasWayOut(place)) {
      show(place, Condition.BLOCKED);
    } else if (!isFilled(place)) {
      show(place, Condition.STARVED);
    } else if (!isManned(place)) {
      show(place, Condition.WAITING_OPERATOR);
    } else {
      begin(place);
    }
  }

  private boolean hasWayOut(Place place) {
    if (blocksBefore && !place.hasWay) {
      place.hasWay = exits[QualityCheck.PASS].reserve(place.item, this);
    }
    return !blocksBefore || place.hasWay;
  }

  private boolean isFilled(Place place) {
    if (!place.filled) {
      place.filled = tanks.take(this);
    }
    return place.filled;
  }

  private boolean isManned(Place place) {
    if (!workers.areNeeded() || place.manned) {
      return true;
    }
    if (!place.asking) {
      place.manned = workers.request(place.claim);
      place.asking = !place.manned;
    }
    return place.manned;
  }

  @Override
  public final void granted(int argument) {
    Place place = places[argument];
    place.asking = false;
    place.manned = true;
    proceed(place);
  }

  private void begin(Place place) {
    int product = line.items.product[place.item];
    long setup = times.changeover(place.lastProduct, product);
    place.lastProduct = product;
    if (setup > 0) {
      run(place, Place.Step.SETUP, setup);
    } else {
      run(place, Place.Step.PROCESS, times.next(product));
    }
  }

  private void run(Place place, Place.Step step, long duration) {
    place.step = step;
    place.duration = duration;
    place.remaining = duration;
    resume(place);
  }

  private void resume(Place place) {
    place.running = true;
    place.end = line.now() + place.remaining;
    place.timer = line.loop().queue().schedule(place.end, ENDING, index, TIMER, place.index);
    busy++;
    if (place.step == Place.Step.PROCESS) {
      processing++;
      show(place, Condition.RUNNING);
      stoppages().workStarts(place.end);
    } else {
      show(place, Condition.SETUP);
    }
  }

  private void halt(Place place) {
    place.running = false;
    busy--;
    if (place.step == Place.Step.PROCESS && --processing == 0) {
      stoppages().workStops();
    }
  }

  private void pause(Place place) {
    line.loop().queue().cancel(place.timer);
    place.remaining = place.end - line.now();
    halt(place);
  }

  private void stepDone(Place place) {
    halt(place);
    if (place.step == Place.Step.SETUP) {
      run(place, Place.Step.PROCESS, times.next(line.items.product[place.item]));
      return;
    }
    dismiss(place);
    place.filled = false;
    place.exit = quality.judge(place.item, line.items);
    if (makes >= 0) {
      line.items.product[place.item] = makes;
    }
    place.step = Place.Step.DONE;
    worked(place);
    stoppages().jobFinished();
    deliver(place);
  }

  /** Changes the item of a finished job before it leaves. */
  void worked(Place place) {}

  private void dismiss(Place place) {
    if (place.manned) {
      place.manned = false;
      workers.release(place.claim);
    }
  }

  private void deliver(Place place) {
    if (tanks.give(this) && handOn(place)) {
      emptied(place);
    } else {
      show(place, stoppages().isStopped() ? stoppages().condition() : Condition.BLOCKED);
      stoppages().idle();
    }
  }

  /** Hands the finished item on; false when it has to wait. */
  boolean handOn(Place place) {
    if (place.hasWay) {
      place.hasWay = false;
      exits[QualityCheck.PASS].deliver(place.item, this);
      return true;
    }
    return exits[place.exit].send(place.item, this);
  }

  private void emptied(Place place) {
    place.item = Items.NONE;
    place.step = Place.Step.EMPTY;
    free++;
    fillOrRest(place);
    announce();
  }

  private void fillOrRest(Place place) {
    if (stoppages().isOpen() && !preempted.isEmpty()) {
      place.item = preempted.removeFirst();
      free--;
      place.step = Place.Step.PROCESS;
      place.duration = line.items.work[place.item];
      place.remaining = place.duration;
      resume(place);
    } else {
      show(place, stoppages().isOpen() ? Condition.STARVED : stoppages().condition());
      stoppages().idle();
    }
  }

  @Override
  final void retry(Node at) {
    for (Place place : places) {
      retry(place);
    }
  }

  /** Tries again whatever a place waits for. */
  final void retry(Place place) {
    if (place.step == Place.Step.DONE) {
      deliver(place);
    } else if (place.step == Place.Step.LOADED && !place.asking) {
      proceed(place);
    }
  }

  @Override
  final boolean isActive() {
    return busy > 0 || stoppages().isStopped() || workers.areNeeded() || tanks.isLinked();
  }

  @Override
  final int ready() {
    int ready = 0;
    for (Place place : places) {
      ready += place.step == Place.Step.DONE ? 1 : 0;
    }
    return ready;
  }

  @Override
  final int mostReady() {
    return places.length;
  }

  private void show(Place place, Condition condition) {
    if (place.condition != condition) {
      if (isWaiting(place.condition) && !isWaiting(condition)) {
        activePeriods++;
      }
      conditions.change(line.now(), place.condition, condition);
      place.condition = condition;
    }
  }

  private static boolean isWaiting(Condition condition) {
    return condition == Condition.STARVED || condition == Condition.BLOCKED;
  }

  /** Spans without waiting for a neighbour that began since the last restart. */
  final long activePeriods() {
    return activePeriods;
  }

  @Override
  public final int handler() {
    return index;
  }

  @Override
  public final String name() {
    return id;
  }

  @Override
  public final boolean isBusy() {
    return busy > 0;
  }

  @Override
  public final void freeze(JobRule rule) {
    for (Place place : places) {
      if (place.running) {
        pause(place);
        if (rule == JobRule.REPEAT) {
          place.remaining = place.duration;
        } else if (rule == JobRule.SCRAP) {
          scrap(place);
        }
      }
    }
  }

  private void scrap(Place place) {
    int item = place.item;
    if (place.hasWay) {
      place.hasWay = false;
      exits[QualityCheck.PASS].cancelReservation(item);
    }
    dismiss(place);
    place.filled = false;
    place.item = Items.NONE;
    place.step = Place.Step.EMPTY;
    free++;
    leave(item);
    line.scrap(item, index);
  }

  @Override
  public final void showStop() {
    for (Place place : places) {
      if (!place.running) {
        show(place, stoppages().condition());
      }
    }
  }

  @Override
  public final void thaw() {
    if (!stoppages().isOpen()) {
      stoppages().startWhatIsForced();
    }
    if (stoppages().isStopped()) {
      return;
    }
    for (Place place : places) {
      goOn(place);
    }
    announce();
  }

  private void goOn(Place place) {
    switch (place.step) {
      case EMPTY -> fillOrRest(place);
      case LOADED -> proceed(place);
      case SETUP, PROCESS -> resume(place);
      case DONE -> show(place, Condition.BLOCKED);
    }
  }

  @Override
  public final void reopen() {
    for (Place place : places) {
      if (!place.running) {
        goOn(place);
      }
    }
    announce();
  }

  @Override
  void restartStatistics(long now) {
    super.restartStatistics(now);
    conditions.restart(now);
    quality.restart();
    activePeriods = 0;
    stoppages().restartStatistics();
  }

  @Override
  void exchange(Archive archive) {
    super.exchange(archive);
    for (Place place : places) {
      place.exchange(archive);
    }
    for (Router exit : exits) {
      exit.exchange(archive);
    }
    conditions.exchange(archive);
    times.exchange(archive);
    quality.exchange(archive);
    preempted.exchange(archive);
    stoppages().exchange(archive);
    free = archive.exchange(free);
    busy = archive.exchange(busy);
    processing = archive.exchange(processing);
    activePeriods = archive.exchange(activePeriods);
  }
}
