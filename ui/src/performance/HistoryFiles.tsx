// SPDX-License-Identifier: Apache-2.0
import { useState } from "react";
import { href } from "../app/route";
import { useUnitChoices } from "../data/choices";
import { refreshAll } from "../data/resource";
import { ImportPanel } from "../equipment/ImportPanel";
import { useLanguage } from "../language";
import { Icon } from "../look/Icon";
import { Empty, Panel, Segments, SelectField, TextField } from "../look/parts";

const KINDS = ["intervals", "counts", "shifts", "days", "hours"] as const;
type Kind = (typeof KINDS)[number];

/** What happened before Millwright came: intervals, counts and shifts from files of other systems. */
export function HistoryFiles() {
  const { t } = useLanguage();
  const nodes = useUnitChoices();
  const [kind, setKind] = useState<Kind>("days");
  const [node, setNode] = useState("");
  const [map, setMap] = useState("");
  return (
    <div className="column" style={{ gap: 16 }}>
      <div className="row wrap">
        <Segments label={t.files.part} value={kind} onChange={setKind} choices={KINDS.map((value) => ({ value, text: t.files.kinds[value] }))} />
        <span className="grow" />
        <a className="button" href={href("equipment", "days", { node })}>
          <Icon name="right" />
          {t.days.compare}
        </a>
      </div>
      <Panel title={`${t.files.import}: ${t.files.kinds[kind]}`}>
        <div className="column" style={{ gap: 16 }}>
          <p className="second">
            {t.files.rowIs[kind]} {t.files.historyHint}
          </p>
          <div className="form">
            <SelectField label={t.level.WORK_UNIT} value={node} onChange={setNode} choices={nodes} empty={t.do.choose} required />
            <TextField label={t.files.map} value={map} onChange={setMap} hint={t.files.mapHint} mono />
          </div>
          {!node && <Empty icon="upload">{t.files.chooseUnit}</Empty>}
          {node && (
            <ImportPanel
              key={`${kind} ${node} ${map}`}
              address="/api/performance/import"
              parameters={{ kind, node, map }}
              onStored={() => {
                refreshAll("/api/performance");
                refreshAll("/api/intervals");
              }}
            />
          )}
        </div>
      </Panel>
    </div>
  );
}
