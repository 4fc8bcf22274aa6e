// SPDX-License-Identifier: Apache-2.0
// The plant as the overview tells it: fetched once, kept fresh by live events, searched by everyone.
import { useMemo } from "react";
import { useLive } from "./live";
import { replace, useResource } from "./resource";
import type { Level, Overview, PlantNode } from "./types";

const PATH = "/api/overview";

export function useOverview() {
  useLive<Overview>("overview", "overview", (overview) => replace<Overview>(PATH, () => overview));
  return useResource<Overview>(PATH, 60_000);
}

/** Every node of the forest, parents before children. */
export function flatten(roots: readonly PlantNode[]): PlantNode[] {
  return roots.flatMap((root) => [root, ...flatten(root.children)]);
}

/** The nodes from the root down to `id`, or nothing when it is not there. */
export function trail(roots: readonly PlantNode[], id: string): PlantNode[] {
  for (const root of roots) {
    if (root.id === id) return [root];
    const below = id.startsWith(`${root.id}/`) ? trail(root.children, id) : [];
    if (below.length > 0) return [root, ...below];
  }
  return [];
}

/** Nodes of one level in plant order. */
export function atLevel(roots: readonly PlantNode[], level: Level): PlantNode[] {
  return flatten(roots).filter((node) => node.level === level);
}

/** Finds a node by its id; the last code of the path names one that the overview does not show. */
export function useNodeName(): (id: string) => PlantNode | undefined {
  const { data } = useOverview();
  const byId = useMemo(() => new Map(flatten(data?.roots ?? []).map((node) => [node.id, node])), [data]);
  return (id) => byId.get(id);
}

export const lastCode = (id: string): string => id.slice(id.lastIndexOf("/") + 1);
