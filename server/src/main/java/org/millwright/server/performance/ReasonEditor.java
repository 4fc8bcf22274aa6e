// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millwright.model.Refusal;
import org.millwright.server.identity.Audit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the tree of reasons. A change is a whole tree in the place of the one it was made from:
 * moves and deletions depend on each other, and so they are checked together.
 */
@Service
class ReasonEditor {

  /** What came of a change. */
  sealed interface Outcome {

    /** This is the tree now. */
    record Done(ReasonTree tree) implements Outcome {}

    /** Somebody else was faster. */
    record Outdated(Refusal refusal) implements Outcome {}

    /** A reason that stops have would be gone. */
    record InUse(List<Refusal> refusals) implements Outcome {}

    /** It would be no tree, or its reasons are not sound. */
    record Faulty(List<Refusal> refusals) implements Outcome {}
  }

  private final Reasons reasons;
  private final ReasonRecords records;
  private final RecordWriter writer;
  private final Audit audit;
  private final TransactionTemplate transaction;

  ReasonEditor(
      Reasons reasons,
      ReasonRecords records,
      RecordWriter writer,
      Audit audit,
      TransactionTemplate transaction) {
    this.reasons = reasons;
    this.records = records;
    this.writer = writer;
    this.audit = audit;
    this.transaction = transaction;
  }

  /**
   * Replaces the tree.
   *
   * @param version the version the change was made from
   */
  synchronized Outcome replace(long version, List<ReasonDraft> drafts, String action, String by) {
    ReasonTree before = reasons.tree();
    if (version != before.version()) {
      return outdated();
    }
    return switch (ReasonRules.check(drafts)) {
      case ReasonRules.Checked.Faulty faulty -> new Outcome.Faulty(faulty.refusals());
      case ReasonRules.Checked.Sound sound -> replace(before, sound.reasons(), action, by);
    };
  }

  private Outcome replace(ReasonTree before, List<Reason> after, String action, String by) {
    if (before.reasons().equals(after)) {
      return new Outcome.Done(before);
    }
    List<Refusal> used = used(before, after);
    if (!used.isEmpty()) {
      return new Outcome.InUse(used);
    }
    Optional<ReasonTree> stored =
        transaction.execute(status -> {
          Optional<ReasonTree> tree = records.replace(before.version(), after);
          if (tree.isPresent()) {
            audit.recordAs(by, action, "reasons", difference(before, tree.get()));
          }
          return tree;
        });
    if (stored.isEmpty()) {
      return outdated();
    }
    reasons.become(stored.get());
    return new Outcome.Done(stored.get());
  }

  private List<Refusal> used(ReasonTree before, List<Reason> after) {
    List<String> gone = new ArrayList<>(before.reasons().stream().map(Reason::code).toList());
    gone.removeAll(after.stream().map(Reason::code).toList());
    if (gone.isEmpty()) {
      return List.of();
    }
    // A stop with the reason may be on its way to the database.
    writer.flush();
    return gone.stream()
        .filter(records::isUsed)
        .map(code ->
            new Refusal(
                "REASON-IN-USE",
                code,
                "There are stops with the reason \"" + code + "\".",
                "switch it off instead of deleting it."))
        .toList();
  }

  /** What changed, for a person to read. */
  private static String difference(ReasonTree before, ReasonTree after) {
    List<String> said = new ArrayList<>();
    for (Reason reason : before.reasons()) {
      if (after.find(reason.code()).isEmpty()) {
        said.add("deleted " + reason.code());
      }
    }
    for (Reason reason : after.reasons()) {
      Reason known = before.find(reason.code()).orElse(null);
      if (known == null) {
        said.add("added " + reason);
      } else if (!known.equals(reason)) {
        said.add(known + " → " + reason);
      }
    }
    return said.isEmpty() ? "another order" : String.join("; ", said);
  }

  private static Outcome outdated() {
    return new Outcome.Outdated(
        new Refusal(
            "REASON-VERSION",
            "version",
            "Somebody changed the reasons meanwhile.",
            "look at them again and repeat the change."));
  }
}
