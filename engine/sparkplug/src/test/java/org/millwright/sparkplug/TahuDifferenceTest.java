// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.tahu.message.SparkplugBPayloadDecoder;
import org.eclipse.tahu.message.SparkplugBPayloadEncoder;
import org.eclipse.tahu.message.model.DataSetDataType;
import org.eclipse.tahu.message.model.File;
import org.eclipse.tahu.message.model.Metric.MetricBuilder;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.Parameter;
import org.eclipse.tahu.message.model.ParameterDataType;
import org.eclipse.tahu.message.model.Row;
import org.eclipse.tahu.message.model.SparkplugBPayload.SparkplugBPayloadBuilder;
import org.eclipse.tahu.protobuf.SparkplugBProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Eclipse Tahu, the reference implementation, on the other side of the codec. */
class TahuDifferenceTest {

  /** Not VARINT: the fast path of Google's library lets some numbers of eleven bytes pass. */
  private static final Set<Fault> WIRE_FAULTS = Set.of(Fault.TRUNCATED, Fault.TAG);

  @Provide
  Arbitrary<Payload> payloads() {
    return Payloads.payloads();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void writesTheSameBytesAsGooglesLibrary(@ForAll("payloads") Payload payload)
      throws InvalidProtocolBufferException {
    byte[] bytes = Payloads.encode(payload);
    SparkplugBProto.Payload parsed = SparkplugBProto.Payload.parseFrom(bytes);

    assertThat(parsed.toByteArray()).isEqualTo(bytes);
    assertThat(parsed.getUnknownFields().asMap()).isEmpty();
    assertThat(parsed.getMetricsCount()).isEqualTo(payload.metrics().size());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void findsBrokenWireOnlyWhereGooglesLibraryDoes(
      @ForAll("payloads") Payload payload, @ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = Payloads.encode(payload);
    for (int round = 0; round < 20 && bytes.length > 0; round++) {
      byte[] spoilt = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
      spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
      PayloadReader reader = new PayloadReader();
      boolean sound = reader.open(spoilt, 0, spoilt.length) && reader.check();
      if (googleReads(spoilt)) {
        assertThat(sound || !WIRE_FAULTS.contains(reader.fault())).isTrue();
      }
    }
  }

  private static boolean googleReads(byte[] bytes) {
    try {
      SparkplugBProto.Payload.parseFrom(bytes);
      return true;
    } catch (InvalidProtocolBufferException broken) {
      return false;
    }
  }

  static Stream<Arguments> values() {
    Date date = new Date(1_700_000_000_123L);
    return Stream.of(
        value(MetricDataType.Int8, (byte) -5, new Value.Whole(DataType.INT8, -5)),
        value(MetricDataType.Int16, (short) -300, new Value.Whole(DataType.INT16, -300)),
        value(MetricDataType.Int32, -70_000, new Value.Whole(DataType.INT32, -70_000)),
        value(MetricDataType.Int64, -1L << 40, new Value.Whole(DataType.INT64, -1L << 40)),
        value(MetricDataType.UInt8, (short) 200, new Value.Whole(DataType.UINT8, 200)),
        value(MetricDataType.UInt16, 60_000, new Value.Whole(DataType.UINT16, 60_000)),
        value(
            MetricDataType.UInt32,
            4_000_000_000L,
            new Value.Whole(DataType.UINT32, 4_000_000_000L)),
        value(
            MetricDataType.UInt64,
            new BigInteger("18446744073709551610"),
            new Value.Whole(DataType.UINT64, -6)),
        value(MetricDataType.Float, 1.1f, new Value.Real(DataType.FLOAT, 1.1f)),
        value(MetricDataType.Double, Math.PI, new Value.Real(DataType.DOUBLE, Math.PI)),
        value(MetricDataType.Boolean, true, new Value.Bool(true)),
        value(MetricDataType.String, "转速", new Value.Text(DataType.STRING, "转速")),
        value(MetricDataType.DateTime, date, new Value.Time(date.getTime())),
        value(MetricDataType.Text, "t", new Value.Text(DataType.TEXT, "t")),
        value(MetricDataType.UUID, "u-1", new Value.Text(DataType.UUID, "u-1")),
        value(
            MetricDataType.Bytes,
            new byte[] {1, 2},
            new Value.Binary(DataType.BYTES, new byte[] {1, 2})),
        value(
            MetricDataType.Int8Array,
            new Byte[] {-1, 2},
            new Value.WholeArray(DataType.INT8_ARRAY, new long[] {-1, 2})),
        value(
            MetricDataType.Int16Array,
            new Short[] {-1, 300},
            new Value.WholeArray(DataType.INT16_ARRAY, new long[] {-1, 300})),
        value(
            MetricDataType.Int32Array,
            new Integer[] {-1, 70_000},
            new Value.WholeArray(DataType.INT32_ARRAY, new long[] {-1, 70_000})),
        value(
            MetricDataType.Int64Array,
            new Long[] {-1L, 1L << 40},
            new Value.WholeArray(DataType.INT64_ARRAY, new long[] {-1, 1L << 40})),
        // Tahu 1.0.19 writes elements above 127 rightly but reads them back as negative.
        value(
            MetricDataType.UInt8Array,
            new Short[] {100, 1},
            new Value.WholeArray(DataType.UINT8_ARRAY, new long[] {100, 1})),
        value(
            MetricDataType.UInt16Array,
            new Integer[] {60_000, 1},
            new Value.WholeArray(DataType.UINT16_ARRAY, new long[] {60_000, 1})),
        value(
            MetricDataType.UInt32Array,
            new Long[] {4_000_000_000L, 1L},
            new Value.WholeArray(DataType.UINT32_ARRAY, new long[] {4_000_000_000L, 1})),
        value(
            MetricDataType.UInt64Array,
            new BigInteger[] {new BigInteger("18446744073709551610"), BigInteger.ONE},
            new Value.WholeArray(DataType.UINT64_ARRAY, new long[] {-6, 1})),
        value(
            MetricDataType.FloatArray,
            new Float[] {1.5f, -2.25f},
            new Value.RealArray(DataType.FLOAT_ARRAY, new double[] {1.5, -2.25})),
        value(
            MetricDataType.DoubleArray,
            new Double[] {1.5, Math.E},
            new Value.RealArray(DataType.DOUBLE_ARRAY, new double[] {1.5, Math.E})),
        value(
            MetricDataType.BooleanArray,
            new Boolean[] {true, false, true, true, false, false, false, true, true},
            new Value.BoolArray(
                new boolean[] {true, false, true, true, false, false, false, true, true})),
        value(
            MetricDataType.StringArray,
            new String[] {"ab", "c"},
            new Value.TextArray(List.of("ab", "c"))),
        value(
            MetricDataType.DateTimeArray,
            new Date[] {date},
            new Value.WholeArray(DataType.DATE_TIME_ARRAY, new long[] {date.getTime()})));
  }

  private static Arguments value(MetricDataType type, Object tahu, Value ours) {
    return Arguments.of(type, tahu, ours);
  }

  @ParameterizedTest
  @MethodSource("values")
  void readsWhatTahuWritesAndTahuReadsWhatWeWrite(MetricDataType type, Object tahu, Value ours)
      throws Exception {
    byte[] theirs =
        tahuBytes(new MetricBuilder("m", type, tahu).timestamp(new Date(5)).createMetric());
    Payload decoded = Payloads.decode(theirs);
    assertThat(decoded.seq()).isEqualTo(7);
    assertThat(decoded.metrics()).containsExactly(Metric.of("m", 5, ours));

    byte[] written = Payloads.encode(Payload.of(9, 7L, List.of(Metric.of("m", 5, ours))));
    var read = new SparkplugBPayloadDecoder().buildFromByteArray(written, null);
    assertThat(read.getSeq()).isEqualTo(7);
    assertThat(read.getMetrics().getFirst().getDataType()).isEqualTo(type);
    assertThat(read.getMetrics().getFirst().getValue()).isEqualTo(tahu);
  }

  @Test
  void readsATableAFileAndATemplateOfTahu() throws Exception {
    var table =
        new org.eclipse.tahu.message.model.DataSet.DataSetBuilder(2)
            .addColumnNames(List.of("n", "ok"))
            .addTypes(List.of(DataSetDataType.Int32, DataSetDataType.Boolean))
            .addRow(
                new Row(
                    List.of(
                        new org.eclipse.tahu.message.model.Value<>(DataSetDataType.Int32, -1),
                        new org.eclipse.tahu.message.model.Value<>(DataSetDataType.Boolean, true))))
            .createDataSet();
    var template =
        new org.eclipse.tahu.message.model.Template.TemplateBuilder()
            .version("2")
            .definition(true)
            .addParameter(new Parameter("p", ParameterDataType.Double, 0.5))
            .addMetric(
                new MetricBuilder("x", MetricDataType.Int64, 3L)
                    .timestamp(new Date(5))
                    .createMetric())
            .createTemplate();

    assertThat(
            Payloads.decode(
                    tahuBytes(new MetricBuilder("m", MetricDataType.DataSet, table).createMetric()))
                .metrics()
                .getFirst()
                .value())
        .isEqualTo(
            new DataSet(
                List.of(
                    new DataSet.Column("n", DataType.INT32),
                    new DataSet.Column("ok", DataType.BOOLEAN)),
                List.of(List.of(new Value.Whole(DataType.INT32, -1), new Value.Bool(true)))));
    assertThat(
            Payloads.decode(
                    tahuBytes(
                        new MetricBuilder("m", MetricDataType.Template, template).createMetric()))
                .metrics()
                .getFirst()
                .value())
        .isEqualTo(
            new Template(
                "2",
                null,
                true,
                List.of(new Template.Parameter("p", new Value.Real(DataType.DOUBLE, 0.5))),
                List.of(Metric.of("x", 5, new Value.Whole(DataType.INT64, 3)))));
    assertThat(
            Payloads.decode(
                    tahuBytes(
                        new MetricBuilder("m", MetricDataType.File, new File("f", new byte[] {9}))
                            .createMetric()))
                .metrics()
                .getFirst()
                .value())
        .isEqualTo(new Value.Binary(DataType.FILE, new byte[] {9}));
  }

  private static byte[] tahuBytes(org.eclipse.tahu.message.model.Metric metric) throws Exception {
    var payload =
        new SparkplugBPayloadBuilder()
            .setTimestamp(new Date(9))
            .setSeq(7L)
            .addMetric(metric)
            .createPayload();
    return new SparkplugBPayloadEncoder().getBytes(payload, false);
  }
}
