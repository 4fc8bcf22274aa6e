// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.server.RefusalException;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Permission;
import org.millwright.server.identity.Requires;
import org.millwright.server.telemetry.MappedSample;
import org.millwright.server.telemetry.MessageMapper.Mapping;
import org.millwright.server.telemetry.RawMessage;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mapping rules of plain MQTT over HTTP, with a preview on what was really received. */
@RestController
@RequestMapping("/api/mappings")
@Requires(Permission.ENGINEER)
class MappingController {

  private static final int PREVIEW_MESSAGES = 5;

  /** One message and what a rule makes of it. */
  record Preview(
      String source,
      String topic,
      Instant arrival,
      String payload,
      List<Sample> samples,
      @Nullable Refusal refusal) {}

  record Sample(
      String edgeNode,
      String device,
      String metric,
      Instant time,
      @Nullable Double value,
      @Nullable String text,
      String unit) {

    static Sample of(MappedSample sample) {
      return new Sample(
          sample.address().edgeNode(),
          sample.address().device(),
          sample.address().metric(),
          Instant.ofEpochMilli(sample.time()),
          Double.isNaN(sample.value()) ? null : sample.value(),
          sample.text(),
          sample.unit());
    }
  }

  private final Mappings mappings;
  private final BrokerLinks links;
  private final LastMessages lastMessages;

  MappingController(Mappings mappings, BrokerLinks links, LastMessages lastMessages) {
    this.mappings = mappings;
    this.links = links;
    this.lastMessages = lastMessages;
  }

  @GetMapping
  List<MappingRule> all() {
    return mappings.all();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  List<MappingRule> add(@RequestBody MappingRule rule) {
    return save(rule, 0);
  }

  @PutMapping("/{id}")
  List<MappingRule> change(@PathVariable long id, @RequestBody MappingRule rule) {
    return save(rule, id);
  }

  private List<MappingRule> save(MappingRule rule, long id) {
    CurrentUser user = CurrentUser.get();
    user.require(Permission.ENGINEER, "");
    refuseFaults(rule);
    mappings.save(
        new MappingRule(
            id,
            rule.position(),
            rule.source(),
            rule.topic(),
            rule.edgeNode(),
            rule.device(),
            rule.metric(),
            rule.pointer(),
            rule.timePointer(),
            rule.timeFormat(),
            rule.unit(),
            rule.enabled()),
        user.name());
    return mappings.all();
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable long id) {
    CurrentUser user = CurrentUser.get();
    user.require(Permission.ENGINEER, "");
    if (!mappings.delete(id, user.name())) {
      throw new RefusalException(
          HttpStatus.NOT_FOUND,
          Refusal.of("MAPPING-UNKNOWN", "id", "There is no rule " + id + "."));
    }
  }

  /** What a rule, stored or not, makes of the last messages on its topic. */
  @PostMapping("/preview")
  List<Preview> preview(@RequestBody MappingRule rule) {
    CurrentUser.get().require(Permission.ENGINEER, "");
    refuseFaults(rule);
    CompiledRule compiled = CompiledRule.of(rule);
    List<Preview> previews = new ArrayList<>();
    for (BrokerLink link : links.all()) {
      for (RawMessage message :
          lastMessages.plain(link.source(), compiled.topic(), PREVIEW_MESSAGES)) {
        Map<String, String> named = compiled.match(message);
        if (named != null) {
          previews.add(preview(message, compiled.apply(message, named)));
        }
      }
    }
    return previews;
  }

  private static Preview preview(RawMessage message, Mapping mapping) {
    return new Preview(
        message.source(),
        message.topic(),
        Instant.ofEpochMilli(message.arrival()),
        new String(message.payload(), StandardCharsets.UTF_8),
        mapping instanceof Mapping.Samples(List<MappedSample> samples)
            ? samples.stream().map(Sample::of).toList()
            : List.of(),
        mapping instanceof Mapping.Refused(Refusal refusal) ? refusal : null);
  }

  private static void refuseFaults(MappingRule rule) {
    List<Refusal> faults = CompiledRule.faults(rule);
    if (!faults.isEmpty()) {
      throw new RefusalException(HttpStatus.UNPROCESSABLE_CONTENT, faults);
    }
  }
}
