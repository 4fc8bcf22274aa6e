// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.millwright.model.Refusal;
import org.millwright.server.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

@PlatformTest
@Tag("records")
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EquipmentFilesTest {

  private static final String NODES =
      """
      path,level,name_en,name_zh,class,position,production,edge_node,device
      works,ENTERPRISE,Works,工厂,,1,no,,
      works/hall,WORK_CENTER,Hall,车间,,1,no,,
      works/hall/press,WORK_UNIT,Press,压力机,press,1,yes,works/hall,press
      """;

  @Autowired private Equipment equipment;
  @Autowired private EquipmentFiles files;

  @Test
  @Order(1)
  void aDryRunListsEveryErrorByLineAndStoresNothing() {
    var report =
        take(
            "nodes",
            """
            path,level,class,position,target_oee
            works//x,SITE,,1,
            works/a/b,WORK_UNIT,nothing,one,7
            works,ENTERPRISE,,1,
            works,ENTERPRISE,,1,
            """,
            true);

    assertThat(report.stored()).isFalse();
    assertThat(report.refusals())
        .extracting(Refusal::code, Refusal::place)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("EQUIPMENT-PATH", "line 2, column path"),
            org.assertj.core.groups.Tuple.tuple("CSV-NUMBER", "line 3, column position"),
            org.assertj.core.groups.Tuple.tuple("CSV-RANGE", "line 3, column target_oee"),
            org.assertj.core.groups.Tuple.tuple("EQUIPMENT-DUPLICATE", "line 5, column path"));
    assertThat(equipment.catalog().nodes()).isEmpty();
  }

  @Test
  @Order(2)
  void tablesComeInInTheOrderTheyDependOnEachOther() {
    assertThat(take("nodes", NODES, true).refusals())
        .extracting(Refusal::code)
        .containsExactly("EQUIPMENT-CLASS");
    assertThat(take("classes", "code,name_en,name_zh\npress,Press,压力机\n", false).stored()).isTrue();
    assertThat(
            take(
                    "properties",
                    "class,property,role,metric,wraps_at\npress,count,TOTAL,Counts/Total,65535\n",
                    false)
                .added())
        .isEqualTo(1);
    byte[] gbk = NODES.getBytes(Charset.forName("GBK"));
    var report = files.take(EquipmentFiles.table("nodes").orElseThrow(), gbk, false, "test");

    assertThat(report.encoding()).isEqualTo("GB18030");
    assertThat(report.added()).isEqualTo(3);
    assertThat(equipment.catalog().node("works/hall/press").orElseThrow().name().zh())
        .isEqualTo("压力机");
    assertThat(equipment.catalog().type("press").orElseThrow().properties().getFirst().wrapsAt())
        .isEqualTo(65535L);
  }

  @Test
  @Order(3)
  void whatIsExportedComesBackUnchanged() {
    for (String part : EquipmentFiles.parts()) {
      var table = EquipmentFiles.table(part).orElseThrow();
      var report = take(part, files.export(table), false);
      assertThat(report.refusals()).as(part).isEmpty();
      assertThat(report.added() + report.changed()).as(part).isZero();
    }
  }

  @Test
  @Order(4)
  void aDeviceSpeaksForOneNodeOnly() {
    var report =
        take(
            "nodes",
            "path,level,edge_node,device\nworks/hall/other,WORK_UNIT,works/hall,press\n",
            true);

    assertThat(report.refusals()).extracting(Refusal::code).containsExactly("EQUIPMENT-DEVICE");
  }

  private ImportReport take(String part, String text, boolean dryRun) {
    return files.take(
        EquipmentFiles.table(part).orElseThrow(), text.getBytes(UTF_8), dryRun, "test");
  }
}
