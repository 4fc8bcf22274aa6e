// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PayloadJsonTest {

  @Test
  void showsAPayloadInTheWordsOfTheSpecification() {
    Metric metric =
        Metric.of("Speed", 1000, new Value.Real(DataType.FLOAT, 0.1))
            .withAlias(7)
            .withProperties(
                new PropertySet(
                    List.of(
                        new PropertySet.Property(
                            "engUnit", new Value.Text(DataType.STRING, "m/s")))));

    assertThat(PayloadJson.render(Payload.of(0, 3L, List.of(metric))))
        .isEqualTo(
            "{\"timestamp\":\"1970-01-01T00:00:00Z\",\"seq\":3,\"metrics\":[{\"name\":\"Speed\","
                + "\"alias\":7,\"timestamp\":\"1970-01-01T00:00:01Z\",\"type\":\"Float\","
                + "\"value\":0.1,\"properties\":{\"engUnit\":\"m/s\"}}]}");
  }

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(new Value.Whole(DataType.UINT64, -1), "\"18446744073709551615\""),
        Arguments.of(new Value.Whole(DataType.INT64, Long.MIN_VALUE), "\"-9223372036854775808\""),
        Arguments.of(new Value.Whole(DataType.INT64, 1L << 53), "9007199254740992"),
        Arguments.of(new Value.Real(DataType.DOUBLE, Double.NaN), "\"NaN\""),
        Arguments.of(new Value.Absent(DataType.DOUBLE), "null"),
        Arguments.of(new Value.Time(0), "\"1970-01-01T00:00:00Z\""),
        Arguments.of(new Value.Binary(DataType.BYTES, new byte[] {1, 2}), "\"AQI=\""),
        Arguments.of(new Value.BoolArray(new boolean[] {true, false}), "[true,false]"),
        Arguments.of(
            new DataSet(
                List.of(new DataSet.Column("a", DataType.INT8)),
                List.of(List.of(new Value.Whole(DataType.INT8, -1)))),
            "{\"columns\":[{\"name\":\"a\",\"type\":\"Int8\"}],\"rows\":[[-1]]}"),
        Arguments.of(
            new Template(
                "1",
                "Motor",
                false,
                List.of(new Template.Parameter("poles", new Value.Whole(DataType.INT32, 4))),
                List.of()),
            "{\"template\":\"Motor\",\"version\":\"1\",\"definition\":false,"
                + "\"parameters\":{\"poles\":4},\"metrics\":[]}"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void showsEachKindOfValue(Value value, String json) {
    Payload payload = Payload.of(0, null, List.of(Metric.of("v", 0, value)));
    assertThat(PayloadJson.render(payload)).contains("\"value\":" + json + "}");
  }
}
