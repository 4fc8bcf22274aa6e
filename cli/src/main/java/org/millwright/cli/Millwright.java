// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli;

import org.millwright.cli.plant.PlantCommand;
import org.millwright.cli.quality.CapabilityCommand;
import org.millwright.cli.quality.GaugeCommand;
import org.millwright.cli.quality.MonitorCommand;
import org.millwright.cli.quality.SampleCommand;
import org.millwright.cli.quality.SpcCommand;
import org.millwright.cli.scheduling.CheckCommand;
import org.millwright.cli.scheduling.ExplainCommand;
import org.millwright.cli.scheduling.RepairCommand;
import org.millwright.cli.scheduling.ReplanCommand;
import org.millwright.cli.scheduling.ScheduleCommand;
import org.millwright.cli.serve.ServeCommand;
import org.millwright.cli.simulation.BacktestCommand;
import org.millwright.cli.simulation.ExperimentCommand;
import org.millwright.cli.simulation.FitCommand;
import org.millwright.cli.simulation.SimulateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line of the built program.
 *
 * <p>Results go to standard output, progress and refusals to standard error. Exit codes: 0 done, 1
 * a bug or an outage, 2 the input was refused.
 */
@Command(
    name = "millwright",
    description = "One program for a factory and for the city around it.",
    mixinStandardHelpOptions = true,
    version = "Millwright 0.1.0",
    subcommands = {
      ServeCommand.class,
      PlantCommand.class,
      SpcCommand.class,
      CapabilityCommand.class,
      GaugeCommand.class,
      MonitorCommand.class,
      SampleCommand.class,
      ScheduleCommand.class,
      CheckCommand.class,
      ExplainCommand.class,
      RepairCommand.class,
      ReplanCommand.class,
      SimulateCommand.class,
      ExperimentCommand.class,
      FitCommand.class,
      BacktestCommand.class
    })
public final class Millwright {

  private Millwright() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Millwright()).execute(arguments));
  }
}
