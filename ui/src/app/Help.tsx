// SPDX-License-Identifier: Apache-2.0
import { Fragment } from "react";
import { useLanguage } from "../language";
import { Dialog } from "../look/parts";
import { GO_KEYS } from "./keys";

export function Help({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage();
  const rows: [string[], string][] = [
    [["/"], t.help.find],
    ...Object.entries(GO_KEYS).map(([screen, key]): [string[], string] => [
      ["g", key],
      t.help.go(t.screens[screen as keyof typeof GO_KEYS]),
    ]),
    [["[", "]"], t.help.period],
    [["f"], t.help.wall],
    [["t"], t.help.theme],
    [["↑", "↓"], t.help.tables],
    [["Esc"], t.help.close],
    [["?"], t.help.help],
  ];
  return (
    <Dialog title={t.app.help} onClose={onClose}>
      <dl className="keys">
        {rows.map(([keys, text]) => (
          <Fragment key={text}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
      </dl>
      <p className="quiet">{t.help.zoom}</p>
    </Dialog>
  );
}
