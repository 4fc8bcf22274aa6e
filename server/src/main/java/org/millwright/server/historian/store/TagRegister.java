// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.millwright.server.historian.Tag;
import org.millwright.server.historian.TagAddress;
import org.millwright.server.historian.Tags;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The register of tags, kept beside the samples so that the folder explains itself: {@code
 * tags.jsonl}, one JSON object a line; of several lines with one number the last counts. A birth of
 * thousands of metrics is thousands of lines appended at once, which a table in the records
 * database would take seconds for.
 */
public final class TagRegister implements Tags, AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final Map<TagAddress, Integer> numbers = new ConcurrentHashMap<>();
  private final List<Tag> tags = new ArrayList<>();
  private final List<Tag> unwritten = new ArrayList<>();
  private long length;

  TagRegister(Path folder) {
    file = folder.resolve("tags.jsonl");
    if (Files.exists(file)) {
      load();
    }
  }

  private void load() {
    try {
      List<String> lines = Files.readAllLines(file);
      Map<Integer, Tag> last = new HashMap<>();
      for (String line : lines) {
        try {
          Tag tag = JSON.readValue(line, Tag.class);
          last.put(tag.number(), tag);
        } catch (JacksonException e) {
          break; // a torn last line: the number was never used in a sealed file, see flush()
        }
      }
      for (int number = 0; last.containsKey(number); number++) {
        Tag tag = last.get(number);
        tags.add(tag);
        numbers.put(tag.address(), number);
      }
      rewrite();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void rewrite() {
    StringBuilder text = new StringBuilder();
    for (Tag tag : tags) {
      text.append(JSON.writeValueAsString(tag)).append('\n');
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    DurableFiles.replace(file, bytes);
    length = bytes.length;
  }

  @Override
  public int number(TagAddress address) {
    Integer known = numbers.get(address);
    return known != null ? known : register(address);
  }

  private synchronized int register(TagAddress address) {
    Integer known = numbers.get(address);
    if (known != null) {
      return known;
    }
    Tag tag = new Tag(tags.size(), address, "", "", Map.of());
    tags.add(tag);
    unwritten.add(tag);
    numbers.put(address, tag.number());
    return tag.number();
  }

  @Override
  public OptionalInt find(TagAddress address) {
    Integer known = numbers.get(address);
    return known == null ? OptionalInt.empty() : OptionalInt.of(known);
  }

  @Override
  public synchronized void describe(
      int number, String type, String unit, Map<String, String> properties) {
    Tag described = new Tag(number, tags.get(number).address(), type, unit, properties);
    if (!described.equals(tags.get(number))) {
      tags.set(number, described);
      unwritten.add(described);
    }
  }

  @Override
  public synchronized Optional<Tag> tag(int number) {
    return number >= 0 && number < tags.size() ? Optional.of(tags.get(number)) : Optional.empty();
  }

  @Override
  public synchronized List<Tag> search(String words, int limit) {
    String[] wanted = words.toLowerCase(Locale.ROOT).strip().split("\\s+");
    return tags.stream().filter(tag -> matches(tag, wanted)).limit(limit).toList();
  }

  private static boolean matches(Tag tag, String[] wanted) {
    String address = tag.address().toString().toLowerCase(Locale.ROOT);
    for (String word : wanted) {
      if (!address.contains(word)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public synchronized int size() {
    return tags.size();
  }

  /** Makes what was registered durable. */
  synchronized void flush() throws IOException {
    if (unwritten.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (Tag tag : unwritten) {
      text.append(JSON.writeValueAsString(tag)).append('\n');
    }
    ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(length); // what an attempt before this one left when the disk was full
      channel.position(length);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
      length = channel.position();
    }
    unwritten.clear();
  }

  @Override
  public void close() {
    try {
      flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
