// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.millwright.server.telemetry.RawMessage;

/**
 * Messages in files of some size, named by their first position, kept until the historian has
 * sealed them. Beside them {@code births.journal}: the births that data messages still refer to and
 * whose own segment is gone.
 *
 * <p>An entry appended with {@code now} is in the operating system's hands when {@link #append}
 * returns and survives {@code kill -9}; {@link #sync()} makes it survive a power loss. Safe for any
 * thread.
 */
public final class Journal implements AutoCloseable {

  private static final String KEPT = "births.journal";
  private static final long KEPT_SEGMENT = -1;

  private final Path folder;
  private final long segmentBytes;
  private final Births births = new Births();
  private final TreeMap<Long, Long> segments = new TreeMap<>(); // first to last position
  private @Nullable Segment current;
  private long last = -1;
  private long lastArrival;

  /**
   * Opens the journal in a folder and reads through what is there.
   *
   * @param segmentBytes a file that has reached this size is followed by a new one
   */
  public Journal(Path folder, long segmentBytes) throws IOException {
    this.folder = folder;
    this.segmentBytes = segmentBytes;
    Files.createDirectories(folder);
    if (Files.exists(folder.resolve(KEPT))) {
      scan(folder.resolve(KEPT), KEPT_SEGMENT);
    }
    for (long first : existing()) {
      long end = scan(Segment.file(folder, first), first);
      if (end < 0) { // a crash before the first entry was complete: its name will be used again
        Files.delete(Segment.file(folder, first));
      } else {
        segments.put(first, end);
      }
    }
  }

  private List<Long> existing() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[0-9a-f]{16}\\.journal"))
          .map(name -> Long.parseLong(name.substring(0, 16), 16))
          .sorted()
          .toList();
    }
  }

  /** Notes births and the last position of a file; a torn end is cut off. */
  private long scan(Path file, long segment) throws IOException {
    long end = -1;
    long sound;
    boolean damaged;
    try (EntryReader reader = new EntryReader(file)) {
      long offset = 0;
      for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
        RawMessage message = entry.message();
        births.note(
            message.source(),
            message.topic(),
            new Births.Place(segment, offset, (int) (reader.sound() - offset)));
        offset = reader.sound();
        end = entry.position();
        last = Math.max(last, end);
        lastArrival = Math.max(lastArrival, message.arrival());
      }
      sound = reader.sound();
      damaged = reader.damaged();
    }
    if (damaged) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(sound);
      }
    }
    return end;
  }

  /** The last position in the journal, -1 when it is empty. */
  public synchronized long last() {
    return last;
  }

  /** Latest arrival found when the journal was opened, epoch milliseconds; 0 when it was empty. */
  public long lastArrival() {
    return lastArrival;
  }

  /**
   * Appends a message; its position is higher than all before.
   *
   * @param now whether it must survive {@code kill -9} when this returns
   * @throws IOException when the disk is full or broken: the message is not in the journal
   */
  public synchronized void append(long position, RawMessage message, boolean now)
      throws IOException {
    Segment segment = current;
    if (segment == null || segment.length() >= segmentBytes) {
      segment = follow(position);
    }
    byte[] bytes = EntryCodec.encode(new Entry(position, message));
    long offset = segment.append(bytes, now);
    births.note(
        message.source(), message.topic(), new Births.Place(segment.first(), offset, bytes.length));
    segments.put(segment.first(), position);
    last = position;
  }

  private Segment follow(long position) throws IOException {
    if (current != null) {
      current.close();
      current = null;
    }
    Segment next = new Segment(folder, position);
    current = next;
    return next;
  }

  /** Hands everything appended to the operating system. */
  public synchronized void flush() throws IOException {
    if (current != null) {
      current.flush();
    }
  }

  /** Makes everything appended survive a power loss. */
  public void sync() throws IOException {
    Segment segment;
    synchronized (this) {
      segment = current;
      if (segment == null) {
        return;
      }
      segment.flush();
    }
    try {
      segment.sync(); // outside the lock: nobody waits for the disk
    } catch (java.nio.channels.ClosedChannelException e) {
      // followed by another segment meanwhile, which has synced it
    }
  }

  /** Removes segments of which everything is sealed, keeping births that are still referred to. */
  public synchronized void trim(long sealed) throws IOException {
    List<Long> done = new ArrayList<>();
    for (Map.Entry<Long, Long> segment : segments.entrySet()) {
      boolean writing = current != null && current.first() == segment.getKey();
      if (!writing && segment.getValue() <= sealed) {
        done.add(segment.getKey());
      }
    }
    if (done.isEmpty()) {
      return;
    }
    keepBirths(done);
    for (long first : done) {
      segments.remove(first);
      Files.deleteIfExists(Segment.file(folder, first));
    }
  }

  private void keepBirths(List<Long> done) throws IOException {
    List<Births.Place> kept =
        births.all().stream()
            .filter(place -> place.segment() == KEPT_SEGMENT || done.contains(place.segment()))
            .toList();
    Path draft = folder.resolve(KEPT + ".draft");
    Map<Births.Place, Births.Place> moved = new HashMap<>();
    try (FileChannel out =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      for (Births.Place place : kept) {
        moved.put(place, new Births.Place(KEPT_SEGMENT, out.position(), place.length()));
        java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(read(place));
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
      }
      out.force(true);
    }
    Files.move(
        draft,
        folder.resolve(KEPT),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    births.move(moved);
  }

  private byte[] read(Births.Place place) throws IOException {
    Path file =
        place.segment() == KEPT_SEGMENT
            ? folder.resolve(KEPT)
            : Segment.file(folder, place.segment());
    byte[] bytes = new byte[place.length()];
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(place.offset());
      in.readFully(bytes);
    }
    return bytes;
  }

  /**
   * What has to be taken in again: the births known before, then every message after {@code
   * sealed}. What is appended while it is read may be part of it, so readers look at positions.
   */
  public synchronized Replay replay(long sealed) {
    List<Path> files = new ArrayList<>();
    Path kept = folder.resolve(KEPT);
    if (Files.exists(kept)) {
      files.add(kept);
    }
    segments.keySet().forEach(first -> files.add(Segment.file(folder, first)));
    return new Replay(files, sealed);
  }

  @Override
  public synchronized void close() throws IOException {
    if (current != null) {
      current.close();
      current = null;
    }
  }
}
