// SPDX-License-Identifier: Apache-2.0
// The raw samples behind an interval: the last step down from a figure to what the machine really sent.
import { useState } from "react";
import { path } from "../data/api";
import { useResource } from "../data/resource";
import type { Quality } from "../data/types";
import { useLanguage } from "../language";
import { Answer, Empty, SelectField } from "../look/parts";

type Tag = { tag: number; address: string; property: string | null; unit: string | null; type: string };
type Sample = { time: string; value: number | null; text: string | null; quality: Quality };

const LIMIT = 500;

export function Samples({ unit, from, to }: { unit: string; from: string; to: string }) {
  const { t, format } = useLanguage();
  const tags = useResource<Tag[]>(path("/api/tags", { node: unit }));
  const [chosen, setChosen] = useState("");
  const tag = chosen || String(tags.data?.[0]?.tag ?? "");
  const samples = useResource<Sample[]>(tag ? path("/api/samples", { tag, from, to, limit: LIMIT }) : null);
  return (
    <Answer of={tags}>
      {(list) =>
        list.length === 0 ? (
          <Empty title={t.machine.noTags} />
        ) : (
          <div className="column">
            <SelectField
              label={t.machine.tag}
              value={tag}
              onChange={setChosen}
              choices={list.map((each) => ({ value: String(each.tag), text: `${each.property ?? each.address}${each.unit ? ` (${each.unit})` : ""}` }))}
            />
            <Answer of={samples}>
              {(rows) =>
                rows.length === 0 ? (
                  <Empty title={t.machine.noSamples} />
                ) : (
                  <div className="scroll samples">
                    <table className="table">
                      <thead>
                        <tr>
                          <th>{t.machine.time}</th>
                          <th className="number">{t.machine.value}</th>
                          <th>{t.machine.quality}</th>
                        </tr>
                      </thead>
                      <tbody>
                        {rows.map((row, index) => (
                          <tr key={index}>
                            <td className="mono nowrap">{new Date(row.time).toISOString()}</td>
                            <td className="number">{row.text ?? format.number(row.value)}</td>
                            <td>{t.quality[row.quality]}</td>
                          </tr>
                        ))}
                      </tbody>
                    </table>
                    {rows.length >= LIMIT && <p className="quiet small">{t.machine.firstSamples(LIMIT)}</p>}
                  </div>
                )
              }
            </Answer>
          </div>
        )
      }
    </Answer>
  );
}
