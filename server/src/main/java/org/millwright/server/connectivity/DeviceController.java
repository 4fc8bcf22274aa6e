// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.server.RefusalException;
import org.millwright.server.equipment.DeviceAddress;
import org.millwright.server.equipment.Equipment;
import org.millwright.server.identity.Audit;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Permission;
import org.millwright.server.identity.Requires;
import org.millwright.sparkplug.DataType;
import org.millwright.sparkplug.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Edge nodes and devices over HTTP. */
@RestController
@RequestMapping("/api/devices")
class DeviceController {

  /**
   * A device with its last message.
   *
   * @param lastPayload the message decoded; null when none came since the start
   * @param metrics what its last birth declared, with the values now
   */
  record Details(
      DeviceView device,
      @Nullable String lastTopic,
      @JsonRawValue @Nullable String lastPayload,
      List<DeviceMetrics.View> metrics) {}

  /**
   * A value to write.
   *
   * @param type the metric's Sparkplug type, such as {@code Double}
   * @param value a number, Boolean or text
   */
  record Command(String metric, String type, @Nullable Object value) {

    Command {
      metric = Objects.requireNonNullElse(metric, "");
      type = Objects.requireNonNullElse(type, "");
    }
  }

  record Assignment(String template, String node) {

    Assignment {
      template = Objects.requireNonNullElse(template, "");
      node = Objects.requireNonNullElse(node, "");
    }
  }

  private final Devices devices;
  private final LastPayload lastPayload;
  private final DeviceMetrics metrics;
  private final Commands commands;
  private final Equipment equipment;
  private final Audit audit;

  DeviceController(
      Devices devices,
      LastPayload lastPayload,
      DeviceMetrics metrics,
      Commands commands,
      Equipment equipment,
      Audit audit) {
    this.devices = devices;
    this.lastPayload = lastPayload;
    this.metrics = metrics;
    this.commands = commands;
    this.equipment = equipment;
    this.audit = audit;
  }

  @GetMapping
  @Requires(Permission.VIEW)
  List<DeviceView> all() {
    return devices.seenBy(CurrentUser.get());
  }

  @GetMapping("/{id}")
  @Requires(Permission.VIEW)
  Details one(@PathVariable String id) {
    DeviceView device = find(id, Permission.VIEW);
    DeviceId known = decoded(id);
    var last = lastPayload.of(known).orElse(null);
    return new Details(
        device,
        last == null ? null : last.topic(),
        last == null ? null : last.json(),
        metrics.of(known));
  }

  /** Asks the edge node, or that of a device, for its births. */
  @PostMapping("/{id}/rebirth")
  @Requires(Permission.COMMAND)
  @ResponseStatus(HttpStatus.ACCEPTED)
  void rebirth(@PathVariable String id) {
    DeviceView device = commanded(id);
    DeviceId node = new DeviceId(device.source(), decoded(id).edgeNode(), "");
    audit.record("device.rebirth", node.node().toString(), "");
    sent(commands.write(node, "Node Control/Rebirth", new Value.Bool(true)));
  }

  /** Writes a value to a metric. What was asked is in the audit log whether it arrives or not. */
  @PostMapping("/{id}/command")
  @Requires(Permission.COMMAND)
  @ResponseStatus(HttpStatus.ACCEPTED)
  void command(@PathVariable String id, @RequestBody Command command) {
    commanded(id);
    DataType type = DataType.ofLabel(command.type());
    Value value =
        command.value() == null ? null : Commands.parse(type, String.valueOf(command.value()));
    if (value == null || command.metric().isBlank()) {
      throw refused(
          HttpStatus.UNPROCESSABLE_CONTENT,
          new Refusal(
              "COMMAND-VALUE",
              "value",
              "\"" + command.value() + "\" is no " + command.type() + " that can be written.",
              "the type is not the metric's, or the number is out of its range."));
    }
    DeviceId device = decoded(id);
    audit.record(
        "device.command",
        device.node() + (device.device().isEmpty() ? "" : "/" + device.device()),
        command.metric() + " := " + command.value() + " (" + type.label() + ")");
    sent(commands.write(device, command.metric(), value));
  }

  /** Lets the device speak for a work unit, following the template of a class. */
  @PostMapping("/{id}/assign")
  @Requires(Permission.ENGINEER)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void assign(@PathVariable String id, @RequestBody Assignment assignment) {
    CurrentUser user = CurrentUser.get();
    user.require(Permission.ENGINEER, assignment.node());
    find(id, Permission.VIEW);
    DeviceId device = decoded(id);
    List<Refusal> faults =
        equipment.assign(
            assignment.node(),
            assignment.template(),
            new DeviceAddress(device.source(), device.edgeNode(), device.device()),
            user.name());
    if (!faults.isEmpty()) {
      throw new RefusalException(HttpStatus.UNPROCESSABLE_CONTENT, faults);
    }
  }

  private static void sent(CompletionStage<Void> sending) {
    try {
      sending.toCompletableFuture().join();
    } catch (CompletionException failure) {
      throw refused(
          HttpStatus.CONFLICT,
          new Refusal(
              "COMMAND-NO-WAY",
              "id",
              "The command cannot be sent: " + failure.getMessage() + ".",
              "the connection to its broker is down."));
    }
  }

  private DeviceView find(String id, Permission permission) {
    return devices.find(decoded(id), CurrentUser.get(), permission).orElseThrow(() -> unknown(id));
  }

  /** A device that the user may command: 404 when they may not even see it, else 403. */
  private DeviceView commanded(String id) {
    DeviceView seen = find(id, Permission.VIEW);
    return devices
        .find(decoded(id), CurrentUser.get(), Permission.COMMAND)
        .orElseThrow(() ->
            refused(
                HttpStatus.FORBIDDEN,
                new Refusal(
                    "IDENTITY-DENIED",
                    seen.edgeNode() + (seen.device().isEmpty() ? "" : "/" + seen.device()),
                    "\"" + CurrentUser.get().name() + "\" may not command this device.",
                    "ask an administrator for a role at its work unit.")));
  }

  private static DeviceId decoded(String id) {
    DeviceId decoded = DeviceId.decode(id);
    if (decoded == null) {
      throw unknown(id);
    }
    return decoded;
  }

  private static RefusalException unknown(String id) {
    return refused(
        HttpStatus.NOT_FOUND,
        Refusal.of("DEVICE-UNKNOWN", "id", "No device \"" + id + "\" that you may see."));
  }

  private static RefusalException refused(HttpStatus status, Refusal refusal) {
    return new RefusalException(status, refusal);
  }
}
