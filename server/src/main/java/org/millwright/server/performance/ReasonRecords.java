// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.millwright.model.Name;
import org.millwright.performance.SixBigLoss;
import org.millwright.performance.WorkUnitState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tree of reasons in the records database. */
@Repository
class ReasonRecords {

  private final JdbcClient jdbc;

  ReasonRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The tree; empty when it never had any content. */
  Optional<ReasonTree> load() {
    return jdbc.sql("select version from reason_tree where id = 1")
        .query(Long.class)
        .optional()
        .map(version -> new ReasonTree(version, reasons()));
  }

  private List<Reason> reasons() {
    return jdbc.sql(
            """
            select code, parent, name_en, name_zh, state, loss, machine_codes, classes, active
            from downtime_reason order by position
            """)
        .query((set, number) -> reason(set))
        .list();
  }

  private static Reason reason(ResultSet set) throws SQLException {
    String loss = set.getString(6);
    return new Reason(
        set.getString(1),
        set.getString(2),
        new Name(set.getString(3), set.getString(4)),
        WorkUnitState.valueOf(set.getString(5)),
        loss == null ? null : SixBigLoss.valueOf(loss),
        ReasonLists.parts(set.getString(7)).stream().map(Integer::valueOf).toList(),
        ReasonLists.parts(set.getString(8)),
        set.getBoolean(9));
  }

  /** Stores the first content. */
  void begin(List<Reason> reasons) {
    jdbc.sql("insert into reason_tree (id, version) values (1, 1)").update();
    insert(reasons);
  }

  /** Replaces the tree that has this version; empty when it has another by now. */
  Optional<ReasonTree> replace(long version, List<Reason> reasons) {
    int updated =
        jdbc.sql("update reason_tree set version = version + 1 where id = 1 and version = ?")
            .param(version)
            .update();
    if (updated == 0) {
      return Optional.empty();
    }
    jdbc.sql("delete from downtime_reason").update();
    insert(reasons);
    return Optional.of(new ReasonTree(version + 1, reasons));
  }

  private void insert(List<Reason> reasons) {
    int position = 0;
    for (Reason reason : reasons) {
      jdbc.sql(
              """
              insert into downtime_reason (code, parent, position, name_en, name_zh, state, loss,
                machine_codes, classes, active) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              """)
          .params(
              Arrays.asList(
                  reason.code(),
                  reason.parent(),
                  position++,
                  reason.name().en(),
                  reason.name().zh(),
                  reason.state().name(),
                  reason.loss() == null ? null : reason.loss().name(),
                  ReasonLists.text(reason.machineCodes()),
                  ReasonLists.text(reason.classes()),
                  reason.active()))
          .update();
    }
  }

  /**
   * Whether any stop has this reason: observed, said by a person, or from a file. It may read all
   * stops, for it is asked seldom, and an index would cost at every change of state.
   */
  boolean isUsed(String code) {
    return jdbc.sql(
            """
            select exists (select 1 from downtime_remark where reason = ?)
              or exists (select 1 from imported_row where reason = ?)
              or exists (select 1 from state_change where reason = ?)
            """)
        .params(code, code, code)
        .query(Boolean.class)
        .single();
  }
}
