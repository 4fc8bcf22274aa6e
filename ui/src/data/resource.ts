// SPDX-License-Identifier: Apache-2.0
// Answers of the server kept by address: shown at once when a person comes back, refreshed behind their back.
import { useCallback, useEffect, useSyncExternalStore } from "react";
import { CallError, call } from "./api";

type Entry = {
  data: unknown;
  error: CallError | undefined;
  /** When `data` came, epoch milliseconds; 0 = never. */
  at: number;
  running: Promise<void> | undefined;
  listeners: Set<() => void>;
  /** A new object at each change, so that React sees it. */
  snapshot: Resource<unknown>;
};

export type Resource<T> = {
  data: T | undefined;
  error: CallError | undefined;
  loading: boolean;
  at: number;
};

const NOTHING: Resource<never> = { data: undefined, error: undefined, loading: false, at: 0 };
const LIMIT = 200;
const entries = new Map<string, Entry>();

function entryOf(path: string): Entry {
  let entry = entries.get(path);
  if (!entry) {
    forgetOldest();
    entry = { data: undefined, error: undefined, at: 0, running: undefined, listeners: new Set(), snapshot: { ...NOTHING, loading: true } };
    entries.set(path, entry);
  }
  return entry;
}

function forgetOldest(): void {
  if (entries.size < LIMIT) return;
  for (const [path, entry] of entries) {
    if (entry.listeners.size === 0) {
      entries.delete(path);
      return;
    }
  }
}

function changed(entry: Entry): void {
  entry.snapshot = {
    data: entry.data,
    error: entry.error,
    loading: entry.running !== undefined && entry.at === 0,
    at: entry.at,
  };
  entry.listeners.forEach((listener) => listener());
}

/** Fetches `path` again, unless it is on its way. */
export function refresh(path: string): Promise<void> {
  const entry = entryOf(path);
  entry.running ??= call(`GET`, path)
    .then(
      (data) => {
        entry.data = data;
        entry.error = undefined;
        entry.at = Date.now();
      },
      (error: unknown) => {
        entry.error = error instanceof CallError ? error : new CallError(0, []);
      },
    )
    .finally(() => {
      entry.running = undefined;
      changed(entry);
    });
  return entry.running;
}

/** Fetches again everything on screen whose address begins with `prefix`, and forgets the rest of it. */
export function refreshAll(prefix: string): void {
  for (const [path, entry] of entries) {
    if (!path.startsWith(prefix)) continue;
    if (entry.listeners.size > 0) void refresh(path);
    else entries.delete(path);
  }
}

/** Puts what a live event brought in the place of the last answer. */
export function replace<T>(path: string, change: (old: T | undefined) => T | undefined): void {
  const entry = entryOf(path);
  const data = change(entry.data as T | undefined);
  if (data === entry.data) return;
  entry.data = data;
  entry.error = undefined;
  entry.at = Date.now();
  changed(entry);
}

/** Forgets everything, for the next person who logs in. */
export function forgetAll(): void {
  entries.clear();
}

/** What `path` answers (null: nothing to ask yet), asked again every `everyMs` while on screen. */
export function useResource<T>(path: string | null, everyMs?: number): Resource<T> & { reload: () => void } {
  const subscribe = useCallback(
    (listener: () => void) => {
      if (path === null) return () => undefined;
      const entry = entryOf(path);
      entry.listeners.add(listener);
      return () => entry.listeners.delete(listener);
    },
    [path],
  );
  const resource = useSyncExternalStore(subscribe, () => (path === null ? NOTHING : entryOf(path).snapshot));
  const reload = useCallback(() => {
    if (path !== null) void refresh(path);
  }, [path]);
  useEffect(() => {
    reload();
    if (!everyMs) return undefined;
    const timer = setInterval(() => {
      if (!document.hidden) reload();
    }, everyMs);
    return () => clearInterval(timer);
  }, [reload, everyMs]);
  return { ...(resource as Resource<T>), reload };
}
