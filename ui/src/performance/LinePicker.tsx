// SPDX-License-Identifier: Apache-2.0
import { href } from "../app/route";
import { atLevel, trail, useOverview } from "../data/plant";
import { useLanguage } from "../language";
import { Answer, Empty, Panel } from "../look/parts";
import { StateText } from "../look/State";
import { OeeBar } from "../look/Oee";
import { Since } from "../live/Since";

/** All lines in one table, for those who come here without one in mind. */
export function LinePicker() {
  const { t, name, format } = useLanguage();
  const overview = useOverview();
  return (
    <div className="page">
      <div className="head">
        <h1>{t.screens.line}</h1>
      </div>
      <Answer of={overview}>
        {(data) => {
          const lines = atLevel(data.roots, "WORK_CENTER");
          if (lines.length === 0) return <Empty icon="line" title={t.command.emptyTitle}>{t.command.empty}</Empty>;
          return (
            <Panel flush className="scroll">
              <table className="table">
                <thead>
                  <tr>
                    <th>{t.level.WORK_CENTER}</th>
                    <th>{t.line.place}</th>
                    <th>{t.line.state}</th>
                    <th className="number">{t.line.since}</th>
                    <th style={{ width: 160 }} />
                    <th className="number">{t.command.today}</th>
                  </tr>
                </thead>
                <tbody>
                  {lines.map((line) => (
                    <tr key={line.id}>
                      <td>
                        <a href={href("line", line.id)}>{name(line.name)}</a>
                      </td>
                      <td className="quiet">
                        {trail(data.roots, line.id)
                          .slice(0, -1)
                          .map((node) => name(node.name))
                          .join(" › ")}
                      </td>
                      <td>
                        <StateText state={line.state} />
                      </td>
                      <td className="number">
                        <Since at={line.since} />
                      </td>
                      <td style={{ verticalAlign: "middle" }}>
                        <OeeBar value={line.oee?.value ?? null} target={line.oee?.target ?? null} />
                      </td>
                      <td className="number">{format.percent(line.oee?.value)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Panel>
          );
        }}
      </Answer>
    </div>
  );
}
