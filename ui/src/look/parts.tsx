// SPDX-License-Identifier: Apache-2.0
// The small parts every screen is made of.
import { type ReactNode, useEffect, useId, useRef } from "react";
import type { CallError } from "../data/api";
import type { Resource } from "../data/resource";
import type { Refusal } from "../data/types";
import { useLanguage } from "../language";
import { Icon, type IconName } from "./Icon";

export function Panel(props: { title?: ReactNode; tools?: ReactNode; children: ReactNode; flush?: boolean; className?: string }) {
  return (
    <section className={`panel ${props.className ?? ""}`}>
      {(props.title !== undefined || props.tools !== undefined) && (
        <header>
          <h2>{props.title}</h2>
          {props.tools}
        </header>
      )}
      {props.flush ? props.children : <div className="body">{props.children}</div>}
    </section>
  );
}

export function Empty(props: { icon?: IconName; title?: string; children?: ReactNode }) {
  return (
    <div className="empty">
      {props.icon && <Icon name={props.icon} />}
      {props.title && <strong>{props.title}</strong>}
      {props.children}
    </div>
  );
}

/** What the server refused, in the language of the moment; its own words stay beside it, for they name the values. */
export function RefusalText({ refusal }: { refusal: Refusal }) {
  const { t } = useLanguage();
  const known = t.refusals[refusal.code];
  return (
    <>
      {known ?? refusal.message}
      {known && <span className="second small"> {refusal.message}</span>}
      {refusal.maybe ? <span className="second"> {t.say.maybe(refusal.maybe)}</span> : null}
    </>
  );
}

export function Refusals({ refusals }: { refusals: Refusal[] }) {
  const { t } = useLanguage();
  return (
    <div className="notice bad" role="alert">
      <Icon name="warning" />
      <div className="column" style={{ gap: 4 }}>
        {refusals.length === 0 && <span>{t.say.failed}</span>}
        {refusals.map((refusal, index) => (
          <span key={index}>
            <RefusalText refusal={refusal} />
            <span className="quiet small mono">
              {" "}
              {refusal.code}
              {refusal.place ? ` · ${refusal.place}` : ""}
            </span>
          </span>
        ))}
      </div>
    </div>
  );
}

export function Failure({ error, reload }: { error: CallError; reload: () => void }) {
  const { t } = useLanguage();
  if (error.status === 403) return <Empty icon="warning" title={t.say.forbidden} />;
  return (
    <Empty icon="warning" title={error.status === 0 ? t.say.unreachable : t.say.failed}>
      <p>{error.status === 0 ? t.say.unreachableMaybe : error.message}</p>
      <button className="button" onClick={reload}>
        <Icon name="refresh" />
        {t.do.reload}
      </button>
    </Empty>
  );
}

export function Skeleton({ height = 120 }: { height?: number }) {
  const { t } = useLanguage();
  return (
    <div className="skeleton" style={{ height }} role="status">
      <span className="unseen">{t.say.loading}</span>
    </div>
  );
}

/** Waiting, failed or there: the three faces of an answer. What came once stays while it is fetched again. */
export function Answer<T>(props: {
  of: Resource<T> & { reload: () => void };
  height?: number;
  children: (data: T) => ReactNode;
}) {
  const { data, error, reload } = props.of;
  if (data !== undefined) return <>{props.children(data)}</>;
  if (error) return <Failure error={error} reload={reload} />;
  return <Skeleton height={props.height ?? 160} />;
}

export function Field(props: { label: string; hint?: ReactNode; children: (id: string) => ReactNode; full?: boolean }) {
  const id = useId();
  return (
    <div className={`field ${props.full ? "full" : ""}`}>
      <label className="label" htmlFor={id}>
        {props.label}
      </label>
      {props.children(id)}
      {props.hint && <span className="hint">{props.hint}</span>}
    </div>
  );
}

export function TextField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: string;
  hint?: ReactNode;
  required?: boolean;
  placeholder?: string;
  autoFocus?: boolean;
  autoComplete?: string;
  full?: boolean;
  mono?: boolean;
}) {
  const extra = {
    ...(props.placeholder ? { placeholder: props.placeholder } : {}),
    ...(props.autoComplete ? { autoComplete: props.autoComplete } : {}),
  };
  return (
    <Field label={props.label} hint={props.hint} full={props.full ?? false}>
      {(id) => (
        <input
          id={id}
          className={`input ${props.mono ? "mono" : ""}`}
          type={props.type ?? "text"}
          step="any"
          value={props.value}
          required={props.required ?? false}
          autoFocus={props.autoFocus ?? false}
          onChange={(event) => props.onChange(event.target.value)}
          {...extra}
        />
      )}
    </Field>
  );
}

export type Choice = { value: string; text: string; /** What may only be looked at, such as the heading of a group. */ disabled?: boolean };

export function SelectField(props: {
  label: string;
  value: string;
  choices: readonly Choice[];
  onChange: (value: string) => void;
  /** Text of the empty choice; without it one of the choices is always taken. */
  empty?: string;
  required?: boolean;
  full?: boolean;
  hint?: ReactNode;
}) {
  return (
    <Field label={props.label} full={props.full ?? false} hint={props.hint}>
      {(id) => (
        <select
          id={id}
          className="select"
          value={props.value}
          required={props.required ?? false}
          onChange={(event) => props.onChange(event.target.value)}
        >
          {props.empty !== undefined && <option value="">{props.empty}</option>}
          {props.choices.map((choice) => (
            <option key={choice.value} value={choice.value} disabled={choice.disabled ?? false}>
              {choice.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function Check(props: { label: string; checked: boolean; onChange: (checked: boolean) => void; disabled?: boolean }) {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={props.checked}
        disabled={props.disabled ?? false}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      {props.label}
    </label>
  );
}

export function Segments<T extends string>(props: {
  label: string;
  value: T;
  choices: readonly { value: T; text: string }[];
  onChange: (value: T) => void;
}) {
  return (
    <div className="segments" role="group" aria-label={props.label}>
      {props.choices.map((choice) => (
        <button key={choice.value} type="button" aria-pressed={choice.value === props.value} onClick={() => props.onChange(choice.value)}>
          {choice.text}
        </button>
      ))}
    </div>
  );
}

const FIRST = ".body [autofocus], .body :is(input:not([type=search]), select, textarea), .body .reasons button, .body button";

/** A modal window, or with `side` a drawer from the right; Escape and a click outside close it. */
export function Dialog(props: { title: ReactNode; onClose: () => void; children: ReactNode; kind?: "wide" | "drawer" }) {
  const { t } = useLanguage();
  const element = useRef<HTMLDialogElement>(null);
  const { onClose } = props;
  useEffect(() => {
    const dialog = element.current;
    if (dialog && !dialog.open) {
      dialog.showModal();
      // The first thing to do, not the button that closes; with a finger nothing, or the keyboard would jump up.
      if (matchMedia("(pointer: fine)").matches) dialog.querySelector<HTMLElement>(FIRST)?.focus();
    }
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className={`dialog scroll ${props.kind ?? ""}`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      <header>
        <h2>{props.title}</h2>
        <button className="button bare square" onClick={onClose} aria-label={t.do.close}>
          <Icon name="close" />
        </button>
      </header>
      <div className="body">{props.children}</div>
    </dialog>
  );
}
