// SPDX-License-Identifier: Apache-2.0
// The one stream of live events. Screens say which topics they show; the stream is reopened when that set changes.
import { useEffect, useRef, useSyncExternalStore } from "react";
import { path } from "./api";

export type LiveEvent = "overview" | "line" | "interval" | "values" | "devices";
const EVENTS: LiveEvent[] = ["overview", "line", "interval", "values", "devices"];

export type LiveStatus = { connected: boolean; since: number };

type Handler = (data: unknown) => void;

const topics = new Map<string, number>();
const handlers = new Map<LiveEvent, Set<Handler>>();
const watchers = new Set<() => void>();
let status: LiveStatus = { connected: true, since: Date.now() };
let source: EventSource | undefined;
let opened = "";
let pending: ReturnType<typeof setTimeout> | undefined;
let attempts = 0;

function setConnected(connected: boolean): void {
  if (status.connected === connected) return;
  status = { connected, since: Date.now() };
  watchers.forEach((watcher) => watcher());
}

function schedule(delayMs: number): void {
  clearTimeout(pending);
  pending = setTimeout(open, delayMs);
}

/** Topics that the server refuses, such as a node that was deleted; they must not silence the others. */
const refused = new Set<string>();

/** Asks for each topic alone; true when the server refused at least one, so that the rest can be opened again. */
async function foundRefused(names: string[]): Promise<boolean> {
  let found = false;
  for (const name of names) {
    const abort = new AbortController();
    try {
      const { status } = await fetch(path("/api/live", { topics: name }), { signal: abort.signal });
      if (status >= 400 && status !== 401 && status < 502) {
        refused.add(name);
        found = true;
      }
    } catch {
      return found;
    } finally {
      abort.abort();
    }
  }
  return found;
}

function open(): void {
  const wanted = [...topics.keys()]
    .filter((topic) => !refused.has(topic))
    .sort()
    .join(",");
  if (wanted === opened && source?.readyState !== EventSource.CLOSED) return;
  source?.close();
  source = undefined;
  opened = wanted;
  if (wanted === "") return;
  const stream = new EventSource(path("/api/live", { topics: wanted }));
  source = stream;
  stream.onopen = () => {
    attempts = 0;
    setConnected(true);
  };
  stream.onerror = () => {
    if (source !== stream) return;
    // The browser retries by itself unless the answer was an error; then we look which topic it is about.
    if (stream.readyState !== EventSource.CLOSED) {
      setConnected(false);
      return;
    }
    void foundRefused(wanted.split(",")).then((found) => {
      if (source !== stream) return;
      if (!found) setConnected(false);
      schedule(found ? 0 : Math.min(30_000, 1000 * 2 ** attempts++));
    });
  };
  for (const event of EVENTS)
    stream.addEventListener(event, (message) => {
      const data: unknown = JSON.parse((message as MessageEvent<string>).data);
      handlers.get(event)?.forEach((handler) => handler(data));
    });
}

/** Closes the stream, for a person who logs out. */
export function closeLive(): void {
  clearTimeout(pending);
  source?.close();
  source = undefined;
  opened = "";
}

/** Calls `handler` with each `event` while the component is on screen; `topic` null asks for nothing. */
export function useLive<T>(topic: string | null, event: LiveEvent, handler: (data: T) => void): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (topic === null) return undefined;
    topics.set(topic, (topics.get(topic) ?? 0) + 1);
    const mine: Handler = (data) => latest.current(data as T);
    const set = handlers.get(event) ?? new Set<Handler>();
    set.add(mine);
    handlers.set(event, set);
    schedule(50);
    return () => {
      set.delete(mine);
      const left = (topics.get(topic) ?? 1) - 1;
      if (left > 0) topics.set(topic, left);
      else {
        topics.delete(topic);
        refused.delete(topic);
      }
      schedule(500);
    };
  }, [topic, event]);
}

/** Whether live events come, and since when that is so. */
export function useLiveStatus(): LiveStatus {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => status,
  );
}
