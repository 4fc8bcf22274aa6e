// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.millwright.model.Refusal;
import org.millwright.server.historian.Quality;
import org.millwright.server.historian.TagAddress;
import org.millwright.server.telemetry.MappedSample;
import org.millwright.server.telemetry.MessageMapper.Mapping;
import org.millwright.server.telemetry.RawMessage;

class CompiledRuleTest {

  private static final long ARRIVAL = 1_700_000_000_000L;

  private static MappingRule rule(String pointer, String timePointer, String format) {
    return new MappingRule(
        0,
        1,
        "",
        "plant/{line}/{machine}",
        "{line}",
        "{machine}",
        "T",
        pointer,
        timePointer,
        format,
        "Cel",
        true);
  }

  private static Mapping map(MappingRule rule, String payload) {
    assertThat(CompiledRule.faults(rule)).isEmpty();
    CompiledRule compiled = CompiledRule.of(rule);
    var message =
        new RawMessage(
            "embedded", "plant/l1/saw", payload.getBytes(StandardCharsets.UTF_8), 1, ARRIVAL);
    Map<String, String> named = compiled.match(message);
    return compiled.apply(message, named);
  }

  private static TagAddress tag(String metric) {
    return new TagAddress("embedded", "l1", "saw", metric);
  }

  @Test
  void takesANumberWithItsTimeAndUnit() {
    assertThat(map(rule("/v/0", "/t", "ISO"), "{\"v\":[21.5],\"t\":\"2023-11-14T22:13:21Z\"}"))
        .isEqualTo(
            new Mapping.Samples(
                List.of(
                    new MappedSample(
                        tag("T"), 1_700_000_001_000L, 21.5, null, "Cel", Quality.GOOD))));
  }

  @Test
  void takesEveryMemberOfAnObject() {
    Mapping mapping =
        map(rule("/v", "", ""), "{\"v\":{\"a\":1,\"b\":true,\"c\":\"on\",\"d\":{},\"e\":null}}");

    assertThat(((Mapping.Samples) mapping).samples())
        .containsExactly(
            new MappedSample(tag("T/a"), ARRIVAL, 1, null, "Cel", Quality.GOOD),
            new MappedSample(tag("T/b"), ARRIVAL, 1, null, "Cel", Quality.GOOD),
            new MappedSample(tag("T/c"), ARRIVAL, Double.NaN, "on", "Cel", Quality.GOOD),
            new MappedSample(tag("T/e"), ARRIVAL, Double.NaN, null, "Cel", Quality.BAD));
  }

  @Test
  void takesAPayloadThatIsABareNumber() {
    assertThat(((Mapping.Samples) map(rule("", "", ""), "42")).samples())
        .extracting(MappedSample::value)
        .containsExactly(42.0);
  }

  @ParameterizedTest
  @CsvSource({
    "1700000000123, MILLIS, 1700000000123",
    "1700000000.5, SECONDS, 1700000000500",
    "'\"2023-11-15T06:13:20+08:00\"', ISO, 1700000000000",
    "'\"2023-11-14 22:13:20\"', yyyy-MM-dd HH:mm:ss, 1700000000000"
  })
  void readsTimesInEachFormat(String time, String format, long millis) {
    Mapping mapping = map(rule("/v", "/t", format), "{\"v\":1,\"t\":" + time + "}");

    assertThat(((Mapping.Samples) mapping).samples())
        .extracting(MappedSample::time)
        .containsExactly(millis);
  }

  static Stream<Arguments> badPayloads() {
    return Stream.of(
        Arguments.of("", "MAPPING-JSON"),
        Arguments.of("{\"v\":", "MAPPING-JSON"),
        Arguments.of("{\"w\":1}", "MAPPING-VALUE"),
        Arguments.of("{\"v\":1}", "MAPPING-TIME"),
        Arguments.of("{\"v\":1,\"t\":\"yesterday\"}", "MAPPING-TIME"));
  }

  @ParameterizedTest
  @MethodSource("badPayloads")
  void refusesWhatDoesNotFitTheRule(String payload, String code) {
    assertThat(map(rule("/v", "/t", "ISO"), payload))
        .isInstanceOfSatisfying(
            Mapping.Refused.class, refused -> assertThat(refused.refusal().code()).isEqualTo(code));
  }

  @Test
  void namesEveryFaultOfARule() {
    var bad = new MappingRule(0, 1, "", "a/#/b", "", "", "m", "no", "no", "no format", "", true);
    assertThat(CompiledRule.faults(bad))
        .extracting(Refusal::code)
        .containsExactly(
            "MAPPING-TOPIC", "MAPPING-EMPTY", "MAPPING-POINTER", "MAPPING-POINTER", "MAPPING-TIME");
    var unnamed = new MappingRule(0, 1, "", "a/{x}", "{y}", "", "{key}", "", "", "", "", true);
    assertThat(CompiledRule.faults(unnamed))
        .extracting(Refusal::code)
        .containsExactly("MAPPING-NAME");
    var sparkplug = new MappingRule(0, 1, "", "spBv1.0/#", "n", "", "m", "", "", "", "", true);
    assertThat(CompiledRule.faults(sparkplug))
        .extracting(Refusal::code)
        .containsExactly("MAPPING-TOPIC");
  }
}
