// SPDX-License-Identifier: Apache-2.0
// A table that sorts by a click on a head and is walked with the arrow keys.
import { type KeyboardEvent, type ReactNode, useMemo, useState } from "react";
import { matches } from "../app/match";
import { useLanguage } from "../language";
import { Icon } from "./Icon";
import { Empty } from "./parts";

export type Column<T> = {
  key: string;
  title: string;
  cell: (row: T) => ReactNode;
  /** What to sort and search by; without it the column does neither. */
  by?: (row: T) => string | number | null;
  number?: boolean;
  width?: number;
};

type Props<T> = {
  rows: readonly T[];
  columns: readonly Column<T>[];
  id: (row: T) => string;
  onPick?: ((row: T) => void) | undefined;
  selected?: string | undefined;
  search?: string;
  empty: ReactNode;
  limit?: number;
};

type Order = { key: string; down: boolean };

function compare(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), undefined, { numeric: true });
}

function walk(event: KeyboardEvent<HTMLTableRowElement>): void {
  const row = event.currentTarget;
  const next = event.key === "ArrowDown" ? row.nextElementSibling : event.key === "ArrowUp" ? row.previousElementSibling : null;
  if (next instanceof HTMLElement) {
    event.preventDefault();
    next.focus();
  }
}

export function DataTable<T>({ rows, columns, id, onPick, selected, search = "", empty, limit = 500 }: Props<T>) {
  const { t } = useLanguage();
  const [order, setOrder] = useState<Order>();
  const [shown, setShown] = useState(limit);
  const sorted = useMemo(() => {
    const found = search ? rows.filter((row) => matches(columns.map((column) => column.by?.(row) ?? "").join(" "), search)) : rows;
    const column = columns.find((each) => each.key === order?.key);
    if (!column?.by || !order) return found;
    const by = column.by;
    return [...found].sort((a, b) => compare(by(a), by(b)) * (order.down ? -1 : 1));
  }, [rows, columns, search, order]);
  if (rows.length === 0) return <Empty>{empty}</Empty>;
  return (
    <div className="scroll">
      <table className="table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                className={column.number ? "number" : ""}
                style={column.width ? { width: column.width } : undefined}
                aria-sort={order?.key === column.key ? (order.down ? "descending" : "ascending") : undefined}
              >
                {column.by ? (
                  <button onClick={() => setOrder({ key: column.key, down: order?.key === column.key && !order.down })}>
                    {column.title}
                    {order?.key === column.key && <Icon name={order.down ? "down" : "up"} />}
                  </button>
                ) : (
                  column.title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, shown).map((row) => (
            <tr
              key={id(row)}
              tabIndex={onPick ? 0 : undefined}
              aria-selected={onPick ? id(row) === selected : undefined}
              onClick={onPick && (() => onPick(row))}
              onKeyDown={
                onPick &&
                ((event) => {
                  if (event.key === "Enter" && event.target === event.currentTarget) onPick(row);
                  walk(event);
                })
              }
            >
              {columns.map((column) => (
                <td key={column.key} className={column.number ? "number" : ""}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length === 0 && <Empty>{t.app.nothingFound}</Empty>}
      {sorted.length > shown && (
        <div className="body" style={{ padding: 12 }}>
          <button className="button" onClick={() => setShown(shown + limit)}>
            {t.do.more} ({sorted.length - shown})
          </button>
        </div>
      )}
    </div>
  );
}
