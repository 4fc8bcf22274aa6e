// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Equipment tables that bind every device of the load to a work unit, one line for each edge node,
 * so that state rules, counters and KPIs have as much to do as in a plant of that size.
 */
final class LoadEquipment {

  /** Devices of each edge node: what the load generator sends unless told otherwise. */
  static final int DEVICES = 10;

  private LoadEquipment() {}

  /** Writes the tables that the platform takes in when it has no equipment. */
  static Path write(Path folder, int edgeNodes) throws IOException {
    Path tables = Files.createDirectories(folder.resolve("equipment"));
    Files.writeString(tables.resolve("classes.csv"), "code,name_en,name_zh\nmachine,Machine,设备\n");
    Files.writeString(
        tables.resolve("properties.csv"),
        """
        class,property,role,metric,name_en,name_zh,unit,scale,wraps_at
        machine,state,STATE,State/StateCurrent,State,状态,,1,
        machine,total,TOTAL,Counts/Total,Total,总数,,1,
        machine,good,GOOD,Counts/Good,Good,合格,,1,
        machine,reject,REJECT,Counts/Reject,Reject,废品,,1,
        machine,speed,SPEED,Status/MachineSpeed,Speed,速度,,1,
        machine,value-5,PROCESS,Process/V00005,Value 5,值 5,,1,
        machine,value-60,PROCESS,Process/V00060,Value 60,值 60,,1,
        """);
    Files.writeString(
        tables.resolve("rules.csv"),
        """
        class,position,property,test,low,high,seconds,state
        machine,1,state,PACKML,,,0,
        """);
    StringBuilder nodes =
        new StringBuilder(
            """
            path,level,name_en,name_zh,class,position,target_oee,production,digitally_controlled,\
            buffer_capacity,source,edge_node,device
            bench,ENTERPRISE,Bench,测试,,1,,no,no,,,,
            bench/site,SITE,Site,场所,,1,,no,no,,,,
            bench/site/area,AREA,Area,区域,,1,,no,no,,,,
            """);
    StringBuilder cycles = new StringBuilder("node,product,seconds\n");
    for (int node = 1; node <= edgeNodes; node++) {
      String line = line(node);
      nodes.append(
          "%s,WORK_CENTER,Line %d,产线 %d,,%d,0.8,no,no,,,,%n".formatted(line, node, node, node));
      for (int device = 1; device <= DEVICES; device++) {
        String unit = unit(node, device);
        nodes.append(
            "%s,WORK_UNIT,Machine %d,设备 %d,machine,%d,,yes,yes,,embedded,%s/load-%04d,device-%03d%n"
                .formatted(unit, device, device, device, Load.GROUP, node, device));
        cycles.append(String.format(Locale.ROOT, "%s,*,0.4%n", unit));
      }
    }
    Files.writeString(tables.resolve("nodes.csv"), nodes);
    Files.writeString(tables.resolve("cycles.csv"), cycles);
    return tables;
  }

  private static String line(int node) {
    return "bench/site/area/line-%04d".formatted(node);
  }

  /** Path of the work unit of a device, both counted from 1. */
  static String unit(int node, int device) {
    return line(node) + "/machine-%02d".formatted(device);
  }
}
