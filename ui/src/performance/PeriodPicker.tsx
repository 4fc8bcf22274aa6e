// SPDX-License-Identifier: Apache-2.0
import { useMemo } from "react";
import { useKeys } from "../app/keys";
import { setParameters, useRoute } from "../app/route";
import { useNow } from "../data/now";
import type { Period } from "../data/types";
import { useLanguage } from "../language";
import { Icon } from "../look/Icon";
import { type Chosen, PERIODS, type PeriodName, chosenIn, fromLocalInput, neighbour, toLocalInput } from "./period";

/** The period in the address; it moves on with the clock, once a minute. */
export function usePeriod(): Chosen {
  const { parameters } = useRoute();
  const minute = Math.floor(useNow() / 60_000) * 60_000;
  return useMemo(() => chosenIn(parameters, minute), [parameters, minute]);
}

export function PeriodPicker({ chosen, shown }: { chosen: Chosen; shown: Period | undefined }) {
  const { t } = useLanguage();
  const from = chosen.from ?? shown?.from;
  const to = chosen.to ?? shown?.to;
  const move = (direction: -1 | 1) => {
    const next = from && to ? neighbour(from, to, direction, Date.now()) : undefined;
    if (next) setParameters({ period: undefined, from: next[0], to: next[1] });
  };
  useKeys({ "[": () => move(-1), "]": () => move(1) });
  const choose = (name: PeriodName) => {
    if (name === "custom" && from && to) setParameters({ period: undefined, from, to });
    else setParameters({ period: name === "shift" ? undefined : name, from: undefined, to: undefined });
  };
  return (
    <div className="period">
      <button className="button square" aria-label={t.period.before} title={`${t.period.before} [`} onClick={() => move(-1)}>
        <Icon name="left" />
      </button>
      <select className="select" aria-label={t.period.label} value={chosen.name} onChange={(event) => choose(event.target.value as PeriodName)}>
        {PERIODS.map((name) => (
          <option key={name} value={name}>
            {t.period.names[name]}
          </option>
        ))}
      </select>
      {chosen.name === "custom" && from && to && (
        <>
          <input
            className="input"
            type="datetime-local"
            aria-label={t.period.from}
            value={toLocalInput(from)}
            onChange={(event) => event.target.value && setParameters({ from: fromLocalInput(event.target.value), to })}
          />
          <input
            className="input"
            type="datetime-local"
            aria-label={t.period.to}
            value={toLocalInput(to)}
            onChange={(event) => event.target.value && setParameters({ from, to: fromLocalInput(event.target.value) })}
          />
        </>
      )}
      <button className="button square" aria-label={t.period.after} title={`${t.period.after} ]`} onClick={() => move(1)}>
        <Icon name="right" />
      </button>
    </div>
  );
}
