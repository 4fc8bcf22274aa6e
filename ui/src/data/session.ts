// SPDX-License-Identifier: Apache-2.0
// Who is logged in, and what they may do.
import { useSyncExternalStore } from "react";
import { CallError, call, whenLoggedOut } from "./api";
import { closeLive } from "./live";
import { forgetAll } from "./resource";
import type { Permission, Session } from "./types";

export type SessionState = { kind: "unknown" } | { kind: "out" } | { kind: "unreachable" } | { kind: "in"; session: Session };

let state: SessionState = { kind: "unknown" };
const listeners = new Set<() => void>();

function become(next: SessionState): void {
  state = next;
  listeners.forEach((listener) => listener());
}

function becomeOut(): void {
  closeLive();
  forgetAll();
  become({ kind: "out" });
}

whenLoggedOut(becomeOut);

/** Asks the server who is logged in. */
export async function restoreSession(): Promise<void> {
  try {
    become({ kind: "in", session: await call<Session>("GET", "/api/session") });
  } catch (error) {
    if (error instanceof CallError && (error.status === 401 || error.status === 403)) becomeOut();
    else become({ kind: "unreachable" });
  }
}

export async function login(user: string, password: string): Promise<void> {
  become({ kind: "in", session: await call<Session>("POST", "/api/session", { user, password }) });
}

export async function logout(): Promise<void> {
  try {
    await call("DELETE", "/api/session");
  } finally {
    becomeOut();
  }
}

export async function changePassword(old: string, fresh: string): Promise<void> {
  await call("PUT", "/api/session/password", { old, new: fresh });
  await restoreSession();
}

export function useSession(): SessionState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

/** Whether the person may do this anywhere; the server decides for each node. */
export function useMay(): (permission: Permission) => boolean {
  const session = useSession();
  return (permission) => session.kind === "in" && session.session.permissions.includes(permission);
}
