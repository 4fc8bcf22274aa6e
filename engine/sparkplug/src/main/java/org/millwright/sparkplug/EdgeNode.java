// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edge node without sockets (Sparkplug 3.0, 5.4 to 5.9): it holds the tags, and gives the
 * messages to publish at every turn of the connection. Time comes in as milliseconds since the
 * epoch.
 *
 * <p>Use: declare devices and tags; {@link #will} before CONNECT; {@link #connected} when
 * subscribed to its commands and STATE; set values as they change and {@link #publish} them; hand
 * it every message it receives. While offline, or while its primary host is, values are stored and
 * sent later marked historical. Not thread-safe.
 */
public final class EdgeNode {

  private static final String REBIRTH = "Node Control/Rebirth";
  private static final String BD_SEQ = "bdSeq";

  /** Samples a message holds when stored ones are sent. */
  private static final int HISTORY_BATCH = 500;

  private record Stored(int device, Metric metric) {}

  private final EdgeSettings settings;
  private final EdgePublisher publisher;
  private final EdgeTags tags = new EdgeTags();
  private final PayloadWriter writer = new PayloadWriter();
  private final PayloadDecoder decoder = new PayloadDecoder();
  private final List<String> devices = new ArrayList<>();
  private final BitSet online = new BitSet();
  private final List<String> dataTopics = new ArrayList<>();
  private final ArrayDeque<Stored> stored = new ArrayDeque<>();
  private int[] changedTags = new int[16];
  private int changedCount;
  private long dropped;
  private long bdSeq;
  private int seq;
  private boolean connected;
  private boolean born;
  private boolean hostOnline;
  private long hostTimestamp = Long.MIN_VALUE;
  private boolean disconnectWanted;

  /**
   * A node without devices and tags.
   *
   * @param lastBdSeq bdSeq of the last connection this node made, −1 for the first; keep {@link
   *     #bdSeq} across restarts
   */
  public EdgeNode(EdgeSettings settings, EdgePublisher publisher, long lastBdSeq) {
    this.settings = settings;
    this.publisher = publisher;
    bdSeq = lastBdSeq;
    device("");
  }

  /** Adds a device; returns its index. Index 0 is the node itself. */
  public int device(String name) {
    int index = devices.size();
    devices.add(name);
    online.set(index);
    dataTopics.add(topic(index, Topic.MessageType.NDATA, Topic.MessageType.DDATA));
    return index;
  }

  /** Adds a tag; returns its index, which is its alias too. It is null until set. */
  public int tag(int device, String name, DataType type, @Nullable PropertySet properties) {
    return tags.add(device, name, type, properties);
  }

  /** bdSeq of the current connection, 0 to 255. */
  public long bdSeq() {
    return bdSeq;
  }

  /** Whether the births of the current connection were published. */
  public boolean isBorn() {
    return born;
  }

  /**
   * Whether the primary host went offline: NDEATH is published, and the connection must be closed
   * and made again (tck-id-operational-behavior-edge-node-termination-host-offline).
   */
  public boolean wantsDisconnect() {
    return disconnectWanted;
  }

  /** Samples waiting to be sent. */
  public int storedCount() {
    return stored.size();
  }

  /** Stored samples given up because there were too many. */
  public long droppedCount() {
    return dropped;
  }

  /** The topic of the will and of {@link #close}. */
  public String deathTopic() {
    return new Topic.Edge(Topic.MessageType.NDEATH, settings.group(), settings.node(), null)
        .toString();
  }

  /** Topic filters to subscribe to before {@link #connected}. */
  public List<String> subscriptions() {
    List<String> filters = new ArrayList<>();
    filters.add(Topic.NAMESPACE + '/' + settings.group() + "/NCMD/" + settings.node());
    filters.add(Topic.NAMESPACE + '/' + settings.group() + "/DCMD/" + settings.node() + "/#");
    if (!settings.primaryHost().isEmpty()) {
      filters.add(new Topic.State(settings.primaryHost()).toString());
    }
    return filters;
  }

  /** A connection is about to be made: the payload of its will, with the next bdSeq. */
  public byte[] will(long now) {
    bdSeq = (bdSeq + 1) & 0xFF;
    disconnectWanted = false;
    return death(now);
  }

  private byte[] death(long now) {
    writer.begin(now, PayloadWriter.NO_SEQ);
    writer
        .openMetric()
        .name(BD_SEQ)
        .timestamp(now)
        .type(DataType.INT64)
        .whole(DataType.INT64, bdSeq)
        .close();
    return writer.toByteArray();
  }

  /** Connected and subscribed: births go out, unless a primary host must be heard of first. */
  public void connected(long now) {
    connected = true;
    hostOnline = settings.primaryHost().isEmpty();
    birthIfAllowed(now);
  }

  /** The connection is gone: values are stored from now on. */
  public void disconnected() {
    connected = false;
    born = false;
  }

  /** Says goodbye before a wanted DISCONNECT, for MQTT then discards the will. */
  public void close(long now) {
    if (connected) {
      byte[] payload = death(now);
      publisher.publish(deathTopic(), payload, payload.length, 1);
    }
    disconnected();
  }

  private void birthIfAllowed(long now) {
    if (connected && hostOnline) {
      rebirth(now);
      sendStored(now);
    }
  }

  /** Publishes NBIRTH and the DBIRTH of every device that is online. */
  public void rebirth(long now) {
    born = true;
    while (changedCount > 0) {
      tags.clearChanged(changedTags[--changedCount]);
    }
    beginMessage(now);
    writer
        .openMetric()
        .name(BD_SEQ)
        .timestamp(now)
        .type(DataType.INT64)
        .whole(DataType.INT64, bdSeq)
        .close();
    writer.openMetric().name(REBIRTH).timestamp(now).type(DataType.BOOLEAN).bool(false).close();
    writeBirths(0);
    send(topic(0, Topic.MessageType.NBIRTH, Topic.MessageType.DBIRTH));
    for (int device = 1; device < devices.size(); device++) {
      if (online.get(device)) {
        deviceBirth(device, now);
      }
    }
  }

  private void deviceBirth(int device, long now) {
    beginMessage(now);
    writeBirths(device);
    send(topic(device, Topic.MessageType.NBIRTH, Topic.MessageType.DBIRTH));
  }

  private void writeBirths(int device) {
    for (int tag = 0; tag < tags.size(); tag++) {
      if (tags.device(tag) == device) {
        tags.writeBirth(writer, tag, settings.aliases());
      }
    }
  }

  /** A device came or went: its DBIRTH or DDEATH. */
  public void device(int device, boolean present, long now) {
    if (online.get(device) == present) {
      return;
    }
    online.set(device, present);
    if (born && present) {
      deviceBirth(device, now);
    } else if (born) {
      beginMessage(now);
      send(topic(device, Topic.MessageType.NDEATH, Topic.MessageType.DDEATH));
    }
  }

  /** Sets a whole number, DateTime in milliseconds. */
  public void setWhole(int tag, long value, long time) {
    note(tag, tags.setBits(tag, value, time));
  }

  /** Sets a Float or Double. */
  public void setReal(int tag, double value, long time) {
    note(tag, tags.setBits(tag, Double.doubleToRawLongBits(value), time));
  }

  /** Sets a Boolean. */
  public void setBool(int tag, boolean value, long time) {
    note(tag, tags.setBits(tag, value ? 1 : 0, time));
  }

  /** Sets a value of any type, the tag's own. */
  public void set(int tag, Value value, long time) {
    if (value.type() != tags.type(tag)) {
      throw new IllegalArgumentException(
          tags.name(tag) + " is " + tags.type(tag).label() + ", not " + value.type().label());
    }
    note(tag, tags.setObject(tag, value, time));
  }

  private void note(int tag, boolean firstChange) {
    if (firstChange) {
      if (changedCount == changedTags.length) {
        changedTags = Arrays.copyOf(changedTags, 2 * changedCount);
      }
      changedTags[changedCount++] = tag;
    }
  }

  /**
   * Publishes what changed since the last time, one message for the node and each device; stores it
   * when nobody listens.
   */
  public void publish(long now) {
    if (!born) {
      for (int i = 0; i < changedCount; i++) {
        store(changedTags[i]);
      }
      changedCount = 0;
      return;
    }
    int from = 0;
    while (from < changedCount) {
      from = publishDevice(from, now);
    }
    changedCount = 0;
  }

  /** One message with the changes of the device of the first change left. */
  private int publishDevice(int from, long now) {
    int device = tags.device(changedTags[from]);
    boolean open = false;
    int left = from;
    for (int i = from; i < changedCount; i++) {
      int tag = changedTags[i];
      if (tags.device(tag) != device) {
        continue;
      }
      changedTags[i] = changedTags[left];
      changedTags[left++] = tag;
      if (tags.isChanged(tag) && online.get(device)) {
        if (!open) {
          beginMessage(now);
          open = true;
        }
        tags.writeData(writer, tag, settings.aliases());
      }
      tags.clearChanged(tag);
    }
    if (open) {
      send(dataTopics.get(device));
    }
    return left;
  }

  private void store(int tag) {
    if (stored.size() >= settings.maxStored()) {
      stored.poll();
      dropped++;
    }
    if (settings.maxStored() > 0) {
      stored.add(new Stored(tags.device(tag), tags.snapshot(tag, settings.aliases())));
    }
    tags.clearChanged(tag);
  }

  private void sendStored(long now) {
    while (!stored.isEmpty()) {
      int device = stored.element().device;
      beginMessage(now);
      for (int i = 0; i < HISTORY_BATCH; i++) {
        Stored next = stored.peek();
        if (next == null || next.device != device) {
          break;
        }
        writer.metric(next.metric);
        stored.poll();
      }
      send(dataTopics.get(device));
    }
  }

  /**
   * Takes a message on one of the {@link #subscriptions}. A rebirth command and STATE are answered
   * here; other commands are returned for the machine to follow, malformed ones are ignored.
   */
  public List<EdgeCommand> received(String topic, byte[] payload, long now) {
    Topic parsed = Topic.parse(topic).orNull();
    if (parsed instanceof Topic.State(String host) && host.equals(settings.primaryHost())) {
      StatePayload state = StatePayload.parse(payload).orNull();
      if (state != null) {
        hostSaid(state, now);
      }
      return List.of();
    }
    if (!(parsed instanceof Topic.Edge edge) || !edge.type().isCommand()) {
      return List.of();
    }
    Payload command = decoder.decode(payload, 0, payload.length, this::typeOf).orNull();
    return command == null ? List.of() : obey(edge, command, now);
  }

  private DataType typeOf(MetricView metric) {
    return metric.hasAlias() && metric.alias() >= 0 && metric.alias() < tags.size()
        ? tags.type((int) metric.alias())
        : DataType.UNKNOWN;
  }

  private List<EdgeCommand> obey(Topic.Edge topic, Payload payload, long now) {
    String device = topic.device() == null ? "" : topic.device();
    List<EdgeCommand> commands = new ArrayList<>();
    for (Metric metric : payload.metrics()) {
      String name = metric.name();
      if (name == null && metric.alias() != null && metric.alias() >= 0) {
        name = metric.alias() < tags.size() ? tags.name(metric.alias().intValue()) : null;
      }
      if (REBIRTH.equals(name)) {
        if (born && metric.value().equals(new Value.Bool(true))) {
          rebirth(now);
        }
      } else if (name != null) {
        commands.add(new EdgeCommand(device, name, metric.value()));
      }
    }
    return commands;
  }

  /** Older news of the host than the last are ignored (…-termination-host-offline-timestamp). */
  private void hostSaid(StatePayload state, long now) {
    if (state.timestamp() < hostTimestamp) {
      return;
    }
    hostTimestamp = state.timestamp();
    boolean was = hostOnline;
    hostOnline = state.online();
    if (hostOnline && !was) {
      birthIfAllowed(now);
    } else if (!hostOnline && was && born) {
      close(now);
      disconnectWanted = true;
    }
  }

  private void beginMessage(long now) {
    writer.begin(now, seq);
    seq = (seq + 1) & 0xFF;
  }

  private void send(String topic) {
    publisher.publish(topic, writer.buffer(), writer.length(), 0);
  }

  private String topic(int device, Topic.MessageType ofNode, Topic.MessageType ofDevice) {
    return new Topic.Edge(
            device == 0 ? ofNode : ofDevice,
            settings.group(),
            settings.node(),
            device == 0 ? null : devices.get(device))
        .toString();
  }
}
