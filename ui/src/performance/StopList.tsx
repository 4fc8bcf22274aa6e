// SPDX-License-Identifier: Apache-2.0
import { useNow } from "../data/now";
import type { Interval } from "../data/types";
import { useLanguage } from "../language";
import { Icon } from "../look/Icon";
import { Empty } from "../look/parts";
import { StateMark } from "../look/State";
import { secondsOf } from "./intervals";

type Props = {
  stops: readonly Interval[];
  unitName: (id: string) => string;
  reasonName: (code: string | null) => string;
  onPick: (stop: Interval) => void;
  limit?: number;
  empty: string;
  selected?: string | undefined;
};

/** Stops as big rows, the newest first: one touch opens the reasons. */
export function StopList({ stops, unitName, reasonName, onPick, limit = 100, empty, selected }: Props) {
  const { t, format } = useLanguage();
  const now = useNow();
  if (stops.length === 0)
    return (
      <Empty>
        <Icon name="check" />
        {empty}
      </Empty>
    );
  const sorted = [...stops].sort((a, b) => Date.parse(b.from) - Date.parse(a.from));
  return (
    <ul className="stops">
      {sorted.slice(0, limit).map((stop) => (
        <li key={`${stop.unit} ${stop.id}`}>
          <button onClick={() => onPick(stop)} aria-current={`${stop.unit} ${stop.id}` === selected ? "true" : undefined}>
            <StateMark state={stop.state} />
            <span className="grow">
              <span className="clip">{reasonName(stop.reason) || t.state[stop.state]}</span>
              <span className="small quiet clip">
                {unitName(stop.unit)} · {format.moment(stop.from)}
                {stop.to ? ` – ${format.timeOfDay(stop.to)}` : ` · ${t.downtime.goesOn}`}
                {stop.comment ? ` · ${stop.comment}` : ""}
              </span>
            </span>
            <strong className="nowrap">{format.duration(secondsOf(stop, now))}</strong>
            <Icon name="right" />
          </button>
        </li>
      ))}
      {sorted.length > limit && <li className="quiet more">{t.command.more(sorted.length - limit)}</li>}
    </ul>
  );
}
