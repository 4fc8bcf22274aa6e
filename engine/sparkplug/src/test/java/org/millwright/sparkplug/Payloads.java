// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary payloads over every data type. */
final class Payloads {

  private static final List<DataType> SCALARS =
      Stream.of(DataType.values()).filter(type -> type.isNumeric() || type.isText()).toList();
  private static final List<DataType> ARRAYS =
      Stream.of(DataType.values()).filter(DataType::isArray).toList();

  private Payloads() {}

  static Arbitrary<Payload> payloads() {
    return Combinators.combine(
            longs().injectNull(0.1),
            Arbitraries.longs().between(0, 255).injectNull(0.1),
            metrics(2).list().ofMaxSize(8),
            texts().injectNull(0.8),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(20).injectNull(0.8))
        .as(Payload::new);
  }

  static Arbitrary<Metric> metrics(int depth) {
    return Combinators.combine(
            texts().injectNull(0.3),
            longs().injectNull(0.3),
            longs().injectNull(0.3),
            values(depth),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            metadata().injectNull(0.8),
            propertySets(depth).injectNull(0.6))
        .as((name, alias, time, value, historical, passing, metadata, properties) ->
            new Metric(name, alias, time, value, true, historical, passing, metadata, properties));
  }

  static Arbitrary<Value> values(int depth) {
    Arbitrary<Value> flat = Arbitraries.oneOf(scalars(), binaries(), arrays(), dataSets());
    return depth == 0 ? flat : Arbitraries.oneOf(flat, templates(depth - 1));
  }

  static Arbitrary<Value> scalars() {
    return Arbitraries.of(SCALARS).flatMap(Payloads::scalar);
  }

  static Arbitrary<Value> scalar(DataType type) {
    Arbitrary<Value> absent = Arbitraries.just(new Value.Absent(type));
    Arbitrary<Value> present;
    if (type.isWhole()) {
      present = longs().map(bits -> new Value.Whole(type, bits));
    } else if (type.isReal()) {
      present = doubles().map(real -> new Value.Real(type, real));
    } else if (type == DataType.BOOLEAN) {
      present = Arbitraries.of(true, false).map(Value.Bool::new);
    } else if (type == DataType.DATE_TIME) {
      present = longs().map(Value.Time::new);
    } else {
      present = texts().map(text -> new Value.Text(type, text));
    }
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(1, absent), net.jqwik.api.Tuple.of(9, present));
  }

  static Arbitrary<Value> binaries() {
    return Combinators.combine(
            Arbitraries.of(DataType.BYTES, DataType.FILE),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(300))
        .as(Value.Binary::new);
  }

  static Arbitrary<Value> arrays() {
    return Arbitraries.of(ARRAYS).flatMap(Payloads::array);
  }

  private static Arbitrary<Value> array(DataType type) {
    DataType element = type.element();
    if (element.isReal()) {
      boolean narrow = element == DataType.FLOAT;
      return doubles()
          .map(real -> narrow ? (double) (float) (double) real : real)
          .array(double[].class)
          .ofMaxSize(20)
          .map(reals -> new Value.RealArray(type, reals));
    }
    return switch (element) {
      case BOOLEAN ->
          Arbitraries.of(true, false)
              .array(boolean[].class)
              .ofMaxSize(40)
              .map(Value.BoolArray::new);
      case STRING ->
          texts()
              .map(text -> text.replace("\0", ""))
              .list()
              .ofMaxSize(10)
              .map(Value.TextArray::new);
      default ->
          longs()
              .map(element::extend)
              .array(long[].class)
              .ofMaxSize(20)
              .map(wholes -> new Value.WholeArray(type, wholes));
    };
  }

  static Arbitrary<DataSet> dataSets() {
    return Combinators.combine(texts(), Arbitraries.of(SCALARS))
        .as(DataSet.Column::new)
        .list()
        .ofMaxSize(4)
        .flatMap(
            columns -> row(columns).list().ofMaxSize(4).map(rows -> new DataSet(columns, rows)));
  }

  private static Arbitrary<List<Value>> row(List<DataSet.Column> columns) {
    return Combinators.combine(columns.stream().map(column -> scalar(column.type())).toList())
        .as(cells -> cells);
  }

  static Arbitrary<Template> templates(int depth) {
    Arbitrary<Template.Parameter> parameters =
        Combinators.combine(texts(), scalars()).as(Template.Parameter::new);
    return Combinators.combine(
            texts().injectNull(0.5),
            texts().injectNull(0.5),
            Arbitraries.of(true, false),
            parameters.list().ofMaxSize(3),
            metrics(depth).list().ofMaxSize(3))
        .as(Template::new);
  }

  static Arbitrary<PropertySet> propertySets(int depth) {
    Arbitrary<Value> values = scalars();
    if (depth > 0) {
      values =
          Arbitraries.oneOf(
              values,
              propertySets(depth - 1),
              propertySets(depth - 1).list().ofMaxSize(3).map(PropertySetList::new));
    }
    return Combinators.combine(texts(), values)
        .as(PropertySet.Property::new)
        .list()
        .ofMaxSize(3)
        .map(PropertySet::new);
  }

  static Arbitrary<MetaData> metadata() {
    return Combinators.combine(
            Arbitraries.of(true, false).injectNull(0.3),
            texts().injectNull(0.3),
            longs().injectNull(0.3),
            longs().injectNull(0.3),
            texts().injectNull(0.3),
            texts().injectNull(0.3),
            texts().injectNull(0.3),
            texts().injectNull(0.3))
        .as(MetaData::new);
  }

  static Arbitrary<Long> longs() {
    return Arbitraries.oneOf(Arbitraries.longs(), Arbitraries.longs().between(-300, 300));
  }

  static Arbitrary<Double> doubles() {
    return Arbitraries.oneOf(
        Arbitraries.doubles(),
        Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0));
  }

  /** Without lone surrogates, which UTF-8 cannot carry. */
  static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .ofMaxLength(12)
        .map(text ->
            new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.nio.charset.StandardCharsets.UTF_8));
  }

  static byte[] encode(Payload payload) {
    PayloadWriter writer = new PayloadWriter();
    writer.payload(payload);
    return writer.toByteArray();
  }

  static Payload decode(byte[] bytes) {
    return switch (new PayloadDecoder().decode(bytes)) {
      case Decoded.Good<Payload>(Payload payload) -> payload;
      case Decoded.Refused<Payload>(var refusal) ->
          throw new AssertionError(refusal + " in " + Arrays.toString(bytes));
    };
  }
}
