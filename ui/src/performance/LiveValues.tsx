// SPDX-License-Identifier: Apache-2.0
import { useState } from "react";
import { matches } from "../app/match";
import { useNow } from "../data/now";
import type { PropertyValue } from "../data/types";
import { useLanguage } from "../language";
import { unitText } from "../language/unit";
import { Empty, Panel } from "../look/parts";

export const isNumeric = (property: PropertyValue): boolean =>
  property.tag !== null && (typeof property.value === "number" || /int|float|double/i.test(property.type));

type Props = {
  properties: readonly PropertyValue[];
  tags: readonly number[];
  /** Properties whose number is a PackML state, shown with its name. */
  packml: ReadonlySet<string>;
  onToggle: (tag: number) => void;
};

/** What the machine says now, with the age and quality of each value; a tick puts it on the trend. */
export function LiveValues({ properties, tags, packml, onToggle }: Props) {
  const { t, name, format } = useLanguage();
  const now = useNow();
  const [search, setSearch] = useState("");
  const shown = properties.filter((each) => matches(`${name(each.name)} ${each.property}`, search));
  const text = (value: unknown): string => {
    if (value === null || value === undefined) return "–";
    if (typeof value === "number") return format.number(value);
    if (typeof value === "boolean") return value ? t.say.yes : t.say.no;
    return typeof value === "string" ? value : JSON.stringify(value);
  };
  return (
    <Panel
      title={t.machine.values}
      flush
      tools={
        properties.length > 10 && (
          <input
            className="input"
            style={{ width: 140 }}
            type="search"
            placeholder={t.do.search}
            aria-label={t.do.search}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        )
      }
    >
      {shown.length === 0 && <Empty>{t.machine.noTags}</Empty>}
      <div className="scroll" style={{ maxHeight: 520 }}>
        <table className="table values">
          <tbody>
            {shown.map((each) => {
              const tag = each.tag;
              const good = each.quality === "GOOD";
              return (
                <tr key={each.property} className={good ? "" : "stale"}>
                  <td style={{ width: 36, paddingRight: 0 }}>
                    {tag !== null && isNumeric(each) && (
                      <input
                        type="checkbox"
                        checked={tags.includes(tag)}
                        onChange={() => onToggle(tag)}
                        aria-label={t.machine.onTrend(name(each.name) || each.property)}
                      />
                    )}
                  </td>
                  <td>
                    <div className="clip" title={each.property}>{name(each.name) || each.property}</div>
                    <div className="small quiet">
                      {each.time ? format.duration((now - Date.parse(each.time)) / 1000) : t.say.never}
                      {each.quality && !good ? ` · ${t.quality[each.quality]}` : ""}
                    </div>
                  </td>
                  <td className="latest clip" title={text(each.value)}>
                    {packml.has(each.property) && t.machine.packml[Number(each.value) - 1] ? `${t.machine.packml[Number(each.value) - 1]} ` : ""}
                    {text(each.value)} <span className="quiet small">{unitText(each.unit)}</span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
