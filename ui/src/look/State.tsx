// SPDX-License-Identifier: Apache-2.0
// A state is always shape and word; colour comes on top, and only when something is not as it should be.
import type { ReactNode } from "react";
import type { Connection, State } from "../data/types";
import { useLanguage } from "../language";

const SHAPES: Record<State, ReactNode> = {
  RUNNING: <path d="M3.5 2v10l8-5z" fill="var(--s-running)" />,
  SETUP: (
    <>
      <rect x="2" y="2" width="10" height="10" rx="1.5" fill="none" stroke="var(--s-setup)" strokeWidth="1.8" />
      <path d="M2 12 12 2v8.5a1.5 1.5 0 0 1-1.5 1.5z" fill="var(--s-setup)" />
    </>
  ),
  STARVED: <path d="M1.5 2h2v10h-2zM5 7l7.5-5v10z" fill="var(--s-waiting)" />,
  BLOCKED: <path d="M1.5 2 9 7l-7.5 5zM10.5 2h2v10h-2z" fill="var(--s-waiting)" />,
  MINOR_STOP: <path d="M2.5 2h3.2v10H2.5zM8.3 2h3.2v10H8.3z" fill="var(--s-minor)" />,
  BREAKDOWN: (
    <>
      <path d="M4.2.5h5.6l3.7 3.7v5.6l-3.7 3.7H4.2L.5 9.8V4.2z" fill="var(--s-breakdown)" />
      <path d="M7 3.4v4.4M7 10v.6" stroke="#fff" strokeWidth="1.8" strokeLinecap="round" />
    </>
  ),
  PLANNED_STOP: <rect x="2" y="2" width="10" height="10" rx="1" fill="none" stroke="var(--ink-3)" strokeWidth="1.6" />,
  IDLE: <circle cx="7" cy="7" r="5" fill="none" stroke="var(--ink-3)" strokeWidth="1.6" />,
  UNCLASSIFIED: (
    <>
      <circle cx="7" cy="7" r="6.5" fill="var(--s-unclassified)" />
      <path d="M5.2 5.3A1.8 1.8 0 0 1 7 3.8c1 0 1.8.7 1.8 1.6C8.8 6.7 7 6.7 7 8.1M7 10.2v.1" stroke="#fff" strokeWidth="1.5" fill="none" strokeLinecap="round" />
    </>
  ),
  NOT_OBSERVED: <circle cx="7" cy="7" r="5" fill="none" stroke="var(--ink-3)" strokeWidth="1.6" strokeDasharray="2 2.2" />,
};

export function StateMark({ state }: { state: State | null }) {
  return (
    <svg className="mark" viewBox="0 0 14 14" aria-hidden="true">
      {SHAPES[state ?? "NOT_OBSERVED"]}
    </svg>
  );
}

export function StateText({ state, strong = false }: { state: State | null; strong?: boolean }) {
  const { t } = useLanguage();
  const shown = state ?? "NOT_OBSERVED";
  return (
    <span className="state" data-state={shown} style={strong ? { fontWeight: 600 } : undefined}>
      <StateMark state={shown} />
      <span className="clip">{t.state[shown]}</span>
    </span>
  );
}

const LINKS: Record<Connection, ReactNode> = {
  ONLINE: <path d="M2 12V9h2v3zM6 12V6h2v6zM10 12V2h2v10z" fill="var(--s-running)" />,
  STALE: (
    <>
      <path d="M2 12V9h2v3zM6 12V6h2v6z" fill="var(--s-minor)" />
      <path d="M10.5 12V2.5h1V12z" fill="none" stroke="var(--s-minor)" />
    </>
  ),
  OFFLINE: <path d="M2.5 2.5l9 9M11.5 2.5l-9 9" stroke="var(--s-breakdown)" strokeWidth="2.2" strokeLinecap="round" />,
  NONE: <path d="M2 7h10" stroke="var(--ink-3)" strokeWidth="1.6" strokeDasharray="2 2" />,
};

export function ConnectionText({ connection, quiet = false }: { connection: Connection; quiet?: boolean }) {
  const { t } = useLanguage();
  return (
    <span className="state" title={t.connection[connection]}>
      <svg className="mark" viewBox="0 0 14 14" aria-hidden="true">
        {LINKS[connection]}
      </svg>
      <span className={quiet ? "unseen" : "clip"}>{t.connection[connection]}</span>
    </span>
  );
}
