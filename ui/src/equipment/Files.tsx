// SPDX-License-Identifier: Apache-2.0
import { useState } from "react";
import { path } from "../data/api";
import { refreshAll } from "../data/resource";
import { useLanguage } from "../language";
import { Icon } from "../look/Icon";
import { Panel, Segments } from "../look/parts";
import { ImportPanel } from "./ImportPanel";

// In the order in which they depend on each other.
const PARTS = ["classes", "properties", "rules", "nodes", "products", "cycles"] as const;
type Part = (typeof PARTS)[number];

export function Files({ onStored }: { onStored: () => void }) {
  const { t } = useLanguage();
  const [part, setPart] = useState<Part>("classes");
  return (
    <div className="column" style={{ gap: 16 }}>
      <div className="row wrap">
        <Segments label={t.files.part} value={part} onChange={setPart} choices={PARTS.map((value) => ({ value, text: t.files.parts[value] }))} />
        <span className="grow" />
        <a className="button" href={path("/api/equipment.csv", { part })} download={`${part}.csv`}>
          <Icon name="download" />
          {t.files.export}
        </a>
      </div>
      <Panel title={`${t.files.import}: ${t.files.parts[part]}`}>
        <p className="second" style={{ marginBottom: 16 }}>
          {t.files.hint}
        </p>
        <ImportPanel
          key={part}
          address="/api/equipment/import"
          parameters={{ part }}
          onStored={() => {
            onStored();
            refreshAll("/api/overview");
          }}
        />
      </Panel>
    </div>
  );
}
