// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.millwright.simulation.distribution.Constant;
import org.millwright.simulation.distribution.DiscreteValues;
import org.millwright.simulation.distribution.Distribution;
import org.millwright.simulation.distribution.Empirical;
import org.millwright.simulation.distribution.Erlang;
import org.millwright.simulation.distribution.Exponential;
import org.millwright.simulation.distribution.Gamma;
import org.millwright.simulation.distribution.Geometric;
import org.millwright.simulation.distribution.Hyperexponential;
import org.millwright.simulation.distribution.LogLogistic;
import org.millwright.simulation.distribution.Lognormal;
import org.millwright.simulation.distribution.MarkovModulated;
import org.millwright.simulation.distribution.Mixture;
import org.millwright.simulation.distribution.Normal;
import org.millwright.simulation.distribution.Pareto;
import org.millwright.simulation.distribution.Sequence;
import org.millwright.simulation.distribution.Shifted;
import org.millwright.simulation.distribution.Triangular;
import org.millwright.simulation.distribution.Truncated;
import org.millwright.simulation.distribution.Uniform;
import org.millwright.simulation.distribution.Weibull;

/** Reads distributions: a bare number is a constant, an object names its {@code type}. */
final class DistributionReader {

  private static final double SUM_TOLERANCE = 1e-6;
  private static final int DEEPEST = 16;

  private static final Map<String, Function<Cursor, Distribution>> SIMPLE =
      Map.ofEntries(
          Map.entry("constant", at -> new Constant(at.number("value", Range.ANY))),
          Map.entry("uniform", DistributionReader::uniform),
          Map.entry("triangular", DistributionReader::triangular),
          Map.entry("exponential", DistributionReader::exponential),
          Map.entry("erlang", DistributionReader::erlang),
          Map.entry("gamma", DistributionReader::gamma),
          Map.entry("weibull", DistributionReader::weibull),
          Map.entry("lognormal", DistributionReader::lognormal),
          Map.entry("loglogistic", DistributionReader::logLogistic),
          Map.entry("normal", DistributionReader::normal),
          Map.entry("pareto", DistributionReader::pareto),
          Map.entry("geometric", DistributionReader::geometric),
          Map.entry("hyperexponential", DistributionReader::hyperexponential),
          Map.entry("empirical", DistributionReader::empirical),
          Map.entry("discrete", DistributionReader::discrete),
          Map.entry("sequence", DistributionReader::sequence),
          Map.entry("markov-modulated", DistributionReader::markovModulated));

  private static final List<String> NESTED = List.of("mixture", "truncated", "shifted");

  private DistributionReader() {}

  /** A duration: its mean exists and no value is negative. */
  static Distribution duration(Cursor parent, String field) {
    if (!parent.has(field)) {
      parent.missing(field);
      return new Constant(1);
    }
    return parent.child(field).map(DistributionReader::duration).orElseGet(() -> new Constant(1));
  }

  /** A duration that may be absent. */
  static Optional<Distribution> optionalDuration(Cursor parent, String field) {
    return parent.child(field).map(DistributionReader::duration);
  }

  static Distribution duration(Cursor at) {
    int before = at.faults().count();
    Distribution read = read(at, 0);
    if (at.faults().count() > before) {
      return new Constant(1);
    }
    if (read.lowest() < 0) {
      at.faults()
          .add(
              "SIM-DISTRIBUTION-NEGATIVE",
              at.pointer(),
              "A duration may not be negative, and this one may.",
              "wrap it: {\"type\": \"truncated\", \"of\": ..., \"min\": 0}.");
    } else if (Double.isNaN(read.mean()) || Double.isInfinite(read.mean())) {
      at.faults()
          .add(
              "SIM-DISTRIBUTION-MEAN",
              at.pointer(),
              "This distribution has no mean.",
              "raise its shape above 1 or truncate it.");
    }
    return read;
  }

  private static Distribution read(Cursor at, int depth) {
    if (at.value().isNumber()) {
      return new Constant(at.number(Range.ANY));
    }
    if (depth > DEEPEST) {
      at.fault("SIM-DISTRIBUTION", "Distributions are nested more than 16 deep.");
      return new Constant(1);
    }
    if (!at.isObject()) {
      return new Constant(1);
    }
    String type = at.text("type");
    Function<Cursor, Distribution> simple = SIMPLE.get(type);
    Distribution read = simple != null ? simple.apply(at) : nested(type, at, depth);
    at.refuseUnknown();
    return read;
  }

  private static Distribution nested(String type, Cursor at, int depth) {
    return switch (type) {
      case "mixture" -> mixture(at, depth);
      case "truncated" -> truncated(at, depth);
      case "shifted" -> new Shifted(inner(at, "of", depth), at.number("by", Range.ANY));
      default -> {
        List<String> all =
            Stream.concat(SIMPLE.keySet().stream(), NESTED.stream()).sorted().toList();
        if (!type.isEmpty()) {
          at.fault(
              "SIM-CHOICE",
              "type",
              "\"%s\" is no distribution; there are %s.".formatted(type, String.join(", ", all)),
              Names.suggestion(type, all));
        }
        at.fields();
        yield new Constant(1);
      }
    };
  }

  private static Distribution inner(Cursor at, String field, int depth) {
    if (!at.has(field)) {
      at.missing(field);
    }
    return at.child(field).map(of -> read(of, depth + 1)).orElseGet(() -> new Constant(1));
  }

  private static Distribution uniform(Cursor at) {
    double min = at.number("min", Range.ANY);
    double max = at.number("max", Range.ANY);
    ordered(at, min, max);
    return new Uniform(min, max);
  }

  private static void ordered(Cursor at, double low, double high) {
    if (low > high) {
      at.fault("SIM-RANGE", "The bounds %s and %s are out of order.".formatted(low, high));
    }
  }

  private static Distribution triangular(Cursor at) {
    double min = at.number("min", Range.ANY);
    double mode = at.number("mode", Range.ANY);
    double max = at.number("max", Range.ANY);
    ordered(at, min, mode);
    ordered(at, mode, max);
    return min == max ? new Constant(min) : new Triangular(min, mode, max);
  }

  private static Distribution exponential(Cursor at) {
    return new Exponential(meanOrRate(at));
  }

  private static double meanOrRate(Cursor at) {
    return at.has("rate") && !at.has("mean")
        ? 1 / at.number("rate", Range.POSITIVE)
        : at.number("mean", Range.POSITIVE);
  }

  private static Distribution erlang(Cursor at) {
    if (!at.has("phases")) {
      at.missing("phases");
    }
    return new Erlang(at.count("phases", 1, Range.FROM_ONE), meanOrRate(at));
  }

  private static Distribution gamma(Cursor at) {
    double shape = at.number("shape", Range.POSITIVE);
    return at.has("mean")
        ? new Gamma(shape, at.number("mean", Range.POSITIVE) / shape)
        : new Gamma(shape, at.number("scale", Range.POSITIVE));
  }

  private static Distribution weibull(Cursor at) {
    double shape = at.number("shape", Range.POSITIVE);
    return at.has("mean")
        ? new Weibull(shape, at.number("mean", Range.POSITIVE) / new Weibull(shape, 1).mean())
        : new Weibull(shape, at.number("scale", Range.POSITIVE));
  }

  private static Distribution lognormal(Cursor at) {
    return at.has("mean")
        ? Lognormal.ofMean(at.number("mean", Range.POSITIVE), at.number("cv", Range.POSITIVE))
        : new Lognormal(at.number("mu", Range.ANY), at.number("sigma", Range.POSITIVE));
  }

  private static Distribution logLogistic(Cursor at) {
    return new LogLogistic(at.number("shape", Range.POSITIVE), at.number("scale", Range.POSITIVE));
  }

  private static Distribution normal(Cursor at) {
    return new Normal(at.number("mean", Range.ANY), at.number("sd", Range.NOT_NEGATIVE));
  }

  private static Distribution pareto(Cursor at) {
    return new Pareto(at.number("shape", Range.POSITIVE), at.number("scale", Range.POSITIVE));
  }

  private static Distribution geometric(Cursor at) {
    double p =
        at.has("mean")
            ? 1 / at.number("mean", Range.FROM_ONE)
            : at.number("probability", Range.PROBABILITY);
    if (p <= 0) {
      at.fault("SIM-DISTRIBUTION-MEAN", "A success that never comes has no mean waiting time.");
    }
    return new Geometric(p);
  }

  private static Distribution hyperexponential(Cursor at) {
    if (at.has("mean")) {
      double scv = at.number("scv", new Range(1, Double.POSITIVE_INFINITY, true, "above 1", 2));
      return Hyperexponential.balanced(at.number("mean", Range.POSITIVE), scv);
    }
    List<Double> probabilities = at.numbers("probabilities", Range.PROBABILITY);
    List<Double> means = at.numbers("means", Range.POSITIVE);
    checkWeights(at, "probabilities", probabilities, means.size());
    return new Hyperexponential(probabilities, means);
  }

  private static void checkWeights(Cursor at, String field, List<Double> weights, int count) {
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    if (weights.isEmpty() || weights.size() != count) {
      at.fault("SIM-LENGTH", field, "Each value needs exactly one probability.", "");
    } else if (Math.abs(sum - 1) > SUM_TOLERANCE) {
      at.fault(
          "SIM-PROBABILITY-SUM",
          field,
          "The probabilities sum to %s, not to 1.".formatted(sum),
          "");
    }
  }

  private static List<Double> values(Cursor at) {
    List<Double> values = at.numbers("values", Range.ANY);
    if (values.isEmpty()) {
      at.fault("SIM-LENGTH", "values", "At least one value is needed.", "");
      return List.of(1.0);
    }
    return values;
  }

  private static Distribution empirical(Cursor at) {
    return new Empirical(values(at), at.flag("interpolated", false));
  }

  private static Distribution discrete(Cursor at) {
    List<Double> values = values(at);
    List<Double> probabilities = at.numbers("probabilities", Range.PROBABILITY);
    checkWeights(at, "probabilities", probabilities, values.size());
    return new DiscreteValues(values, probabilities);
  }

  private static Distribution sequence(Cursor at) {
    return new Sequence(values(at));
  }

  private static Distribution markovModulated(Cursor at) {
    List<Double> rates = at.numbers("rates", Range.NOT_NEGATIVE);
    List<List<Double>> generator = new ArrayList<>();
    for (Cursor row : at.children("generator")) {
      List<Double> entries = new ArrayList<>();
      for (int i = 0; row.value().isArray() && i < row.value().size(); i++) {
        Cursor entry = new Cursor(row.value().get(i), row.pointer() + "/" + i, at.faults());
        entries.add(entry.number(i == generator.size() ? Range.ANY : Range.NOT_NEGATIVE));
      }
      generator.add(entries);
    }
    boolean square =
        generator.size() == rates.size()
            && generator.stream().allMatch(row -> row.size() == rates.size());
    if (rates.isEmpty() || !square) {
      at.fault("SIM-LENGTH", "generator", "A row and a column for each rate are needed.", "");
      return new Exponential(1);
    }
    return new MarkovModulated(rates, generator);
  }

  private static Distribution mixture(Cursor at, int depth) {
    List<Double> weights = new ArrayList<>();
    List<Distribution> parts = new ArrayList<>();
    for (Cursor part : at.children("parts")) {
      if (part.isObject()) {
        weights.add(part.number("probability", Range.PROBABILITY));
        parts.add(inner(part, "of", depth));
        part.refuseUnknown();
      }
    }
    checkWeights(at, "parts", weights, parts.size());
    return parts.isEmpty() ? new Constant(1) : new Mixture(weights, parts);
  }

  private static Distribution truncated(Cursor at, int depth) {
    int before = at.faults().count();
    Distribution of = inner(at, "of", depth);
    double min = at.number("min", Double.NEGATIVE_INFINITY, Range.ANY);
    double max = at.number("max", Double.POSITIVE_INFINITY, Range.ANY);
    ordered(at, min, max);
    Truncated truncated = new Truncated(of, min, max);
    if (at.faults().count() == before && !truncated.isReachable()) {
      at.fault("SIM-DISTRIBUTION", "No value of the distribution lies within the bounds.");
      return new Constant(1);
    }
    return truncated;
  }
}
