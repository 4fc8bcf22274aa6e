// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The append-only record of who did what.
 *
 * <p>Each line carries the SHA-256 of itself and the line before, so that a line changed or removed
 * behind the program's back shows in {@link #firstBrokenLine()}.
 */
@Component
public class Audit {

  private static final String NO_LINE_BEFORE = "";
  private static final int DETAIL_LENGTH = 4000;

  /**
   * One line.
   *
   * @param id grows by one
   * @param actor login name, token name, or {@code system}
   * @param action stable and dotted, such as {@code user.create}
   * @param subject what it was done to
   * @param detail what changed, for a person to read
   */
  public record Line(
      long id, Instant at, String actor, String action, String subject, String detail) {}

  private record Chained(Line line, String hash) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  Audit(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Appends a line in the name of the current user. */
  @Transactional
  public void record(String action, String subject, String detail) {
    recordAs(CurrentUser.get().name(), action, subject, detail);
  }

  /** Appends a line in the name of {@code actor}; part of the caller's transaction, if any. */
  @Transactional
  public synchronized void recordAs(String actor, String action, String subject, String detail) {
    var last = last();
    long id = last == null ? 1 : last.line().id() + 1;
    // Microseconds are what every database keeps; more would break the hash after a restart.
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var line = new Line(id, at, actor, action, subject, shortened(detail));
    String hash = hash(last == null ? NO_LINE_BEFORE : last.hash(), line);
    jdbc.sql(
            "insert into audit (id, at, actor, action, subject, detail, hash)"
                + " values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            line.id(),
            OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
            actor,
            action,
            subject,
            line.detail(),
            hash)
        .update();
  }

  /** Up to {@code limit} lines, newest first, older than {@code before} and containing the text. */
  List<Line> lines(long before, String containing, int limit) {
    return jdbc.sql(
            """
            select id, at, actor, action, subject, detail, hash from audit
            where id < ? and lower(actor || ' ' || action || ' ' || subject || ' ' || detail) like ?
            order by id desc limit ?
            """)
        .params(before, "%" + containing.toLowerCase(java.util.Locale.ROOT) + "%", limit)
        .query((set, number) -> chained(set).line())
        .list();
  }

  /** The id of the first line whose hash does not follow from the lines before; 0 when none. */
  long firstBrokenLine() {
    var previous = NO_LINE_BEFORE;
    for (Chained chained : all()) {
      if (!hash(previous, chained.line()).equals(chained.hash())) {
        return chained.line().id();
      }
      previous = chained.hash();
    }
    return 0;
  }

  private List<Chained> all() {
    return jdbc.sql("select id, at, actor, action, subject, detail, hash from audit order by id")
        .query((set, number) -> chained(set))
        .list();
  }

  private @org.jspecify.annotations.Nullable Chained last() {
    return jdbc.sql(
            "select id, at, actor, action, subject, detail, hash from audit"
                + " order by id desc limit 1")
        .query((set, number) -> chained(set))
        .optional()
        .orElse(null);
  }

  private static Chained chained(java.sql.ResultSet set) throws java.sql.SQLException {
    var line =
        new Line(
            set.getLong(1),
            set.getObject(2, OffsetDateTime.class).toInstant(),
            set.getString(3),
            set.getString(4),
            set.getString(5),
            set.getString(6));
    return new Chained(line, set.getString(7));
  }

  private static String shortened(String detail) {
    return detail.length() <= DETAIL_LENGTH ? detail : detail.substring(0, DETAIL_LENGTH - 1) + "…";
  }

  private static String hash(String previous, Line line) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(previous.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of()
          .formatHex(digest.digest(line.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
