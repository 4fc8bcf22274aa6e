// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.distribution;

import org.millwright.simulation.random.RandomStream;

/**
 * How a duration or a count varies. Values are in the unit of the model that uses them.
 *
 * <p>Where the inverse distribution function has a closed form a value uses exactly one uniform
 * number and grows with it, so that common random numbers stay in step and antithetic runs mirror
 * each other.
 */
public sealed interface Distribution
    permits Constant,
        ContinuousDistribution,
        DiscreteValues,
        Empirical,
        Erlang,
        Geometric,
        Hyperexponential,
        MarkovModulated,
        Mixture,
        Normal,
        Pareto,
        Sequence,
        Shifted,
        Triangular,
        Truncated,
        Uniform {

  /** A sampler that draws from a stream it alone uses. */
  Sampler sampler(RandomStream stream);

  /** The mean, positive infinity when there is none. */
  double mean();

  /** The greatest lower bound of the values. */
  double lowest();
}
