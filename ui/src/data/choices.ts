// SPDX-License-Identifier: Apache-2.0
import { useLanguage } from "../language";
import type { Choice } from "../look/parts";
import { flatten, useOverview } from "./plant";
import { LEVELS, type Level } from "./types";

/** The machines of the plant under the lines they stand in. */
export function useUnitChoices(): Choice[] {
  const { name } = useLanguage();
  const { data } = useOverview();
  const nodes = flatten(data?.roots ?? []);
  return nodes
    .filter((node) => node.level === "WORK_CENTER")
    .flatMap((line) => [
      { value: line.id, text: name(line.name), disabled: true },
      ...nodes.filter((node) => node.level === "WORK_UNIT" && node.id.startsWith(`${line.id}/`)).map((unit) => ({ value: unit.id, text: `\u2003${name(unit.name)}` })),
    ]);
}

/** Nodes of the plant for a select, indented by their depth. */
export function useNodeChoices(downTo: Level = "WORK_CENTER"): Choice[] {
  const { name } = useLanguage();
  const { data } = useOverview();
  return flatten(data?.roots ?? [])
    .filter((node) => LEVELS.indexOf(node.level) <= LEVELS.indexOf(downTo))
    .map((node) => ({ value: node.id, text: `${"\u2003".repeat(node.id.split("/").length - 1)}${name(node.name)}` }));
}
