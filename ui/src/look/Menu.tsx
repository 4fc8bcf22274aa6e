// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useEffect, useRef, useState } from "react";

/** A button that opens a list; Escape, a click outside or a choice closes it. */
export function Menu(props: { label: string; trigger: ReactNode; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: MouseEvent) => {
      if (!element.current?.contains(event.target as Node)) setOpen(false);
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key === "Escape") setOpen(false);
    };
    addEventListener("mousedown", outside);
    addEventListener("keydown", escape);
    return () => {
      removeEventListener("mousedown", outside);
      removeEventListener("keydown", escape);
    };
  }, [open]);
  return (
    <div className="menu" ref={element}>
      <button
        className="button bare square"
        aria-label={props.label}
        title={props.label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {props.trigger}
      </button>
      {open && (
        <div className="list" role="menu" onClick={() => setOpen(false)}>
          {props.children}
        </div>
      )}
    </div>
  );
}
