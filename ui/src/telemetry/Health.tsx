// SPDX-License-Identifier: Apache-2.0
// How the platform itself is: whatever the server tells, in sections; a refusal inside is a fault and looks like one.
import { useResource } from "../data/resource";
import type { Refusal } from "../data/types";
import { useLanguage } from "../language";
import { Icon } from "../look/Icon";
import { Answer, Panel, Refusals } from "../look/parts";
import { type Entry, humanised, isRefusal, sectionsOf } from "./sections";

export function Health() {
  const { t } = useLanguage();
  const health = useResource<Record<string, unknown>>("/api/health/ingest", 5000);
  return (
    <Answer of={health}>
      {(told) => (
        <div className="health">
          {sectionsOf(told).map((section) => (
            <Panel key={section.title} title={section.title ? (t.health.words[section.title] ?? humanised(section.title)) : t.admin.tabs.health}>
              <dl>
                {section.entries.map((entry) => (
                  <Row key={entry.key} entry={entry} />
                ))}
              </dl>
            </Panel>
          ))}
        </div>
      )}
    </Answer>
  );
}

function Row({ entry }: { entry: Entry }) {
  const { t, format } = useLanguage();
  const { key, value } = entry;
  const label = t.health.words[key] ?? humanised(key);
  if (isRefusal(value)) return <Refusals refusals={[value as Refusal]} />;
  const text = (): React.ReactNode => {
    if (value === null || value === undefined) return <span className="quiet">–</span>;
    if (typeof value === "boolean")
      return (
        <span className="state">
          <Icon name={value ? "check" : "close"} />
          {value ? t.say.yes : t.say.no}
        </span>
      );
    if (typeof value === "number") {
      if (/(bytes|memory|disk)/i.test(key)) return `${format.number(value / 1e6, 0)}\u202fMB`;
      if (/(since|At)$/.test(key) && value > 1e12) return format.dateTime(value);
      return format.number(value);
    }
    const words = String(value);
    if (/^\d{4}-\d\d-\d\dT/.test(words)) return format.dateTime(words);
    if (/^(DOWN|FULL|FAILED|OUT_OF_SERVICE)$/.test(words)) return <span className="tag bad">{words}</span>;
    return words;
  };
  return (
    <div>
      <dt title={key}>{label}</dt>
      <dd>{text()}</dd>
    </div>
  );
}
