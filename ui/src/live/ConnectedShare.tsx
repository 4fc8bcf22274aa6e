// SPDX-License-Identifier: Apache-2.0
import { path } from "../data/api";
import { useResource } from "../data/resource";
import { useLanguage } from "../language";

type Share = { equipment: number; digital: number; connected: number; digitalRate: number | null; connectedRate: number | null };

/** 设备数控化率 and 联网率: by how much of its equipment a plant is graded. */
export function ConnectedShare({ node }: { node: string }) {
  const { t, format } = useLanguage();
  const share = useResource<Share>(path("/api/connected-share", { node }), 300_000).data;
  if (!share || share.equipment === 0) return null;
  return (
    <dl className="share small">
      <div title={`${share.digital} / ${share.equipment}`}>
        <dt>{t.command.digital}</dt>
        <dd>{format.percent(share.digitalRate, 0)}</dd>
      </div>
      <div title={`${share.connected} / ${share.equipment}`}>
        <dt>{t.command.connected}</dt>
        <dd>{format.percent(share.connectedRate, 0)}</dd>
      </div>
    </dl>
  );
}
