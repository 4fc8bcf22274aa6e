// SPDX-License-Identifier: Apache-2.0
// One door to the server: JSON over fetch, CSRF, and refusals as values of one error type.
import type { Refusal } from "./types";

/** A call that the server refused (status 4xx) or that did not reach it (status 0). */
export class CallError extends Error {
  constructor(
    readonly status: number,
    readonly refusals: Refusal[],
  ) {
    super(refusals[0]?.message ?? `HTTP ${status}`);
  }
}

type Method = "GET" | "POST" | "PUT" | "DELETE";

let onLoggedOut: () => void = () => undefined;

/** Registers what happens when the server says that nobody is logged in. */
export function whenLoggedOut(action: () => void): void {
  onLoggedOut = action;
}

function csrfToken(): string | undefined {
  const found = document.cookie.split("; ").find((each) => each.startsWith("XSRF-TOKEN="));
  return found ? decodeURIComponent(found.slice("XSRF-TOKEN=".length)) : undefined;
}

function headersFor(method: Method, body: unknown): HeadersInit {
  const headers: Record<string, string> = { Accept: "application/json, text/csv, */*" };
  const token = csrfToken();
  if (method !== "GET" && token) headers["X-XSRF-TOKEN"] = token;
  if (typeof body === "string" || body instanceof Blob) headers["Content-Type"] = "text/csv";
  else if (body !== undefined) headers["Content-Type"] = "application/json";
  return headers;
}

async function refusalsOf(response: Response): Promise<Refusal[]> {
  try {
    const answer = (await response.json()) as { refusals?: Refusal[]; detail?: string; error?: string };
    if (answer.refusals?.length) return answer.refusals;
    const message = answer.detail ?? answer.error;
    return message ? [{ code: `HTTP_${response.status}`, place: "", message }] : [];
  } catch {
    return [];
  }
}

/** Calls the server; the answer is parsed JSON, text for other types, or undefined when there is no content. */
export async function call<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const request: RequestInit = { method, headers: headersFor(method, body), credentials: "same-origin" };
  if (body !== undefined)
    request.body = typeof body === "string" || body instanceof Blob ? body : JSON.stringify(body);
  if (signal) request.signal = signal;
  let response: Response;
  try {
    response = await fetch(path, request);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new CallError(0, []);
  }
  if (!response.ok) {
    const refusals = await refusalsOf(response);
    if (response.status === 401 && !path.startsWith("/api/session")) onLoggedOut();
    if (response.status === 403) await noticeLostSession();
    throw new CallError(response.status, refusals);
  }
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  if (text === "") return undefined as T;
  const json = response.headers.get("Content-Type")?.includes("json") ?? false;
  return (json ? JSON.parse(text) : text) as T;
}

/** Who is no longer logged in is refused a change for want of a CSRF token before being asked who they are. */
async function noticeLostSession(): Promise<void> {
  const session = await fetch("/api/session", { credentials: "same-origin" }).catch(() => undefined);
  if (session?.status === 401) onLoggedOut();
}

type Parameter = string | number | boolean | null | undefined;

/** The path with its query; parameters without a value are left out. */
export function path(base: string, parameters: Record<string, Parameter> = {}): string {
  const query = Object.entries(parameters)
    .filter(([, value]) => value !== undefined && value !== null && value !== "")
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`)
    .join("&");
  return query ? `${base}?${query}` : base;
}
