// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

import org.jspecify.annotations.Nullable;
import org.millwright.plant.archetype.MachineSpec;
import org.millwright.plant.archetype.PhysicsSpec;
import org.millwright.plant.archetype.ProductSpec;

/**
 * One machine: PackML's states, speed, pieces, stops. Within a step, its own events happen at their
 * exact times; it sees its neighbours' buffers as they are at the step's beginning.
 */
public final class Machine implements MachineView {

  private static final double STARTUP_SECONDS = 60;

  private final MachineSpec spec;
  private final PhysicsSpec physics;
  private final @Nullable Buffer in;
  private final @Nullable Buffer out;
  private final LineListener listener;
  private final Draws draws;
  private final FailureClocks failures;
  private final Tool tool;
  private final SpeedControl speed;
  private final Tally tally = new Tally();
  private final ProcessModel process;

  private ProductSpec product;
  private int productIndex;
  private PackMlState state = PackMlState.EXECUTE;
  private @Nullable StopCause cause;
  private int waitReason;
  private double phaseSeconds;
  private double now;
  private double progress;
  private double runSeconds;
  private long unitsThisStep;
  private long clockMillis;

  Machine(
      MachineSpec spec,
      @Nullable Buffer in,
      @Nullable Buffer out,
      ProductSpec product,
      ProcessModel process,
      LineListener listener,
      long seed,
      String name) {
    this.spec = spec;
    this.physics = spec.physics();
    this.in = in;
    this.out = out;
    this.product = product;
    this.process = process;
    this.listener = listener;
    draws = Draws.of(seed, name + "/units");
    failures = new FailureClocks(physics.failures(), Draws.of(seed, name + "/failures"));
    tool = new Tool(physics.tool(), Draws.of(seed, name + "/tool"));
    speed = new SpeedControl(physics, product.rateShare(), Draws.of(seed, name + "/speed"));
  }

  /** What it is. */
  public MachineSpec spec() {
    return spec;
  }

  /** PackML's state. */
  public PackMlState state() {
    return state;
  }

  /** Why it does not run, 0 when it does. */
  public int reason() {
    return cause != null ? cause.reason() : waitReason;
  }

  /** Whether a person has taken it over: for repair or set-up (PackML's unit mode manual, 3). */
  public boolean manual() {
    return cause != null && cause.kind() != StopCause.Kind.MINOR && phaseSeconds > 5;
  }

  /** Counts and meters. */
  public Tally tally() {
    return tally;
  }

  /** Speed and its set point. */
  public SpeedControl speedControl() {
    return speed;
  }

  /** The buffer in front, null for the first machine. */
  public @Nullable Buffer buffer() {
    return in;
  }

  int productIndex() {
    return productIndex;
  }

  @Override
  public boolean running() {
    return state == PackMlState.EXECUTE;
  }

  @Override
  public double speed() {
    return running() ? speed.actual() : 0;
  }

  @Override
  public double speedShare() {
    return speed() / physics.ratePerMinute();
  }

  @Override
  public ProductSpec product() {
    return product;
  }

  @Override
  public long total() {
    return tally.good() + tally.reject();
  }

  @Override
  public long unitsThisStep() {
    return unitsThisStep;
  }

  @Override
  public double wear() {
    return tool.wear();
  }

  @Override
  public int toolNumber() {
    return tool.number();
  }

  @Override
  public double progress() {
    return progress;
  }

  @Override
  public long clockMillis() {
    return clockMillis;
  }

  /** Lets time pass from {@code fromSeconds} on. */
  void step(double fromSeconds, double seconds, long endMillis) {
    now = fromSeconds;
    unitsThisStep = 0;
    clockMillis = endMillis;
    double end = fromSeconds + seconds;
    while (end - now > 1e-9) {
      double before = now;
      double slice = advance(end - now);
      now = before + slice;
      tally.elapse(physics, slice, running() ? speedShare() : 0);
    }
  }

  /** Whether it could begin a changeover or a planned stop now. */
  boolean interruptible() {
    return state == PackMlState.EXECUTE || state == PackMlState.SUSPENDED;
  }

  /** Ends the present product and sets up for the next. */
  void changeTo(int nextIndex, ProductSpec next) {
    productIndex = nextIndex;
    product = next;
    progress = 0;
    speed.setProduct(next.rateShare());
    double seconds = physics.changeoverMinutes() * 60 * (0.75 + 0.5 * draws.uniform());
    if (in != null) {
      in.changeTo(nextIndex);
    }
    // Complete is reached from Execute only: a suspended machine goes through Unsuspending first,
    // which passes in no time worth showing.
    if (state == PackMlState.SUSPENDED) {
      enter(PackMlState.UNSUSPENDING, 0);
      enter(PackMlState.EXECUTE, 0);
    }
    cause = new StopCause(StopCause.CHANGEOVER, StopCause.Kind.CHANGEOVER, seconds);
    enter(PackMlState.COMPLETING, 2);
  }

  /** Stops as planned. */
  void planStop(int reason, double seconds) {
    cause = new StopCause(reason, StopCause.Kind.PLANNED, seconds);
    enter(PackMlState.STOPPING, 2);
  }

  private double advance(double left) {
    return switch (state) {
      case EXECUTE -> execute(left);
      case SUSPENDED -> wait(left);
      default -> pass(left);
    };
  }

  private double execute(double left) {
    if (starved() || blocked()) {
      suspend(starved() ? StopCause.STARVED : StopCause.BLOCKED);
      return 0;
    }
    double slice = Math.min(left, failures.secondsUntilNext());
    long units = produce(slice);
    now += slice;
    StopCause toolChange = tool.use(units);
    StopCause failure = failures.run(slice);
    if (failure != null) {
      stop(failure);
    } else if (toolChange != null) {
      stop(toolChange);
    }
    return slice;
  }

  private double wait(double left) {
    boolean over =
        (in == null || in.refilled(physics.piecesIn()))
            && (out == null || out.relieved(physics.piecesOut(), productIndex));
    if (over) {
      enter(PackMlState.UNSUSPENDING, 1);
      return 0;
    }
    if (waitReason == StopCause.STARVED && !starved()) {
      waitReason = blocked() ? StopCause.BLOCKED : StopCause.STARVED;
    }
    speed.stand(left);
    return left;
  }

  private double pass(double left) {
    speed.stand(Math.min(left, phaseSeconds));
    if (phaseSeconds > left) {
      phaseSeconds -= left;
      return left;
    }
    double slice = phaseSeconds;
    now += slice;
    PackMlState next = state.next();
    if (next == PackMlState.EXECUTE) {
      cause = null;
      waitReason = 0;
      runSeconds = 0;
    }
    enter(next, duration(next));
    return slice;
  }

  private double duration(PackMlState entered) {
    StopCause.Kind kind = cause == null ? null : cause.kind();
    double causeSeconds = cause == null ? 0 : cause.seconds();
    return switch (entered) {
      case ABORTED, HELD -> causeSeconds;
      case STOPPED -> kind == StopCause.Kind.PLANNED ? causeSeconds : 1;
      case IDLE -> kind == StopCause.Kind.CHANGEOVER ? causeSeconds : 1;
      case STARTING -> physics.startSeconds();
      case RESETTING -> 3;
      case CLEARING -> 2;
      default -> 1;
    };
  }

  private boolean starved() {
    return in != null && in.level() < physics.piecesIn();
  }

  private boolean blocked() {
    return out != null && out.room(productIndex) < physics.piecesOut();
  }

  private void suspend(int reason) {
    waitReason = reason;
    enter(PackMlState.SUSPENDING, 0.5);
  }

  private void stop(StopCause due) {
    cause = due;
    boolean breakdown = due.kind() == StopCause.Kind.BREAKDOWN;
    enter(breakdown ? PackMlState.ABORTING : PackMlState.HOLDING, 0.5);
  }

  private long produce(double seconds) {
    double rate = speed.run(seconds);
    runSeconds += seconds;
    progress += rate * seconds / 60;
    long units = (long) progress;
    if (in != null) {
      units = Math.min(units, in.level() / physics.piecesIn());
    }
    if (out != null) {
      units = Math.min(units, out.room(productIndex) / physics.piecesOut());
    }
    progress = Math.min(progress - units, 1);
    if (units > 0) {
      finish(units);
    }
    return units;
  }

  private void finish(long units) {
    double startup = physics.startup() == null ? 1 : physics.startup();
    double factor = 1 + (startup - 1) * Math.max(0, 1 - runSeconds / STARTUP_SECONDS);
    long rejected = process.judge(this, units, factor * physics.rejectShare(), draws);
    tally.count(units - rejected, rejected);
    unitsThisStep += units;
    if (in != null) {
      in.take(Math.toIntExact(units * physics.piecesIn()));
    }
    if (out != null) {
      out.put(Math.toIntExact((units - rejected) * physics.piecesOut()));
    }
  }

  private void enter(PackMlState next, double seconds) {
    PackMlState left = state;
    state = next;
    phaseSeconds = seconds;
    listener.stateChanged(
        new LineEvent(now, spec.id(), left, next, reason(), tally.good(), tally.reject()));
  }
}
