// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useSyncExternalStore } from "react";

type Toast = { id: number; text: string; action?: { text: string; run: () => void } };

let toasts: Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();

function become(now: Toast[]): void {
  toasts = now;
  listeners.forEach((listener) => listener());
}

/** Says something for a moment at the corner of the screen. */
export function say(text: string, action?: Toast["action"]): void {
  const toast: Toast = { id: next++, text, ...(action ? { action } : {}) };
  become([...toasts.slice(-2), toast]);
  setTimeout(() => become(toasts.filter((each) => each.id !== toast.id)), action ? 8000 : 4000);
}

export function Toasts() {
  const element = useRef<HTMLDivElement>(null);
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  useEffect(() => {
    // The popover layer lies above open dialogs.
    const popover = element.current;
    if (popover?.matches(":popover-open")) popover.hidePopover();
    if (shown.length > 0) popover?.showPopover();
  }, [shown]);
  return (
    <div className="toasts" role="status" aria-live="polite" popover="manual" ref={element}>
      {shown.map((toast) => (
        <div className="toast" key={toast.id}>
          <span className="grow">{toast.text}</span>
          {toast.action && (
            <button
              onClick={() => {
                toast.action?.run();
                become(toasts.filter((each) => each.id !== toast.id));
              }}
            >
              {toast.action.text}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
