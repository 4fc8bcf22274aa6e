// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.scheduling;

import picocli.CommandLine.Mixin;

/** A command about a problem. */
abstract class SchedulingCommand extends CommandWithRefusals {

  @Mixin ProblemFile input = new ProblemFile();
}
