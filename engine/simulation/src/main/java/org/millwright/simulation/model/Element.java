// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

/** A part of the line that items pass, or that holds a fluid. */
public sealed interface Element permits ItemElement, Tank, Flow {

  String id();

  /** The word that names its kind in a model file. */
  String type();
}
