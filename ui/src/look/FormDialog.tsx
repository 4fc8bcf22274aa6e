// SPDX-License-Identifier: Apache-2.0
// One window for making, changing and deleting a record: fields by description, refusals shown where they are made.
import { type ReactNode, useState } from "react";
import { CallError } from "../data/api";
import type { Refusal } from "../data/types";
import { useLanguage } from "../language";
import { Check, type Choice, Dialog, Field, Refusals, SelectField, TextField } from "./parts";
import { say } from "./Toasts";

export type Values = Record<string, string | boolean>;

export type FieldSpec =
  | { key: string; label: string; kind?: "text" | "number" | "password" | "time" | "date" | "datetime-local"; required?: boolean; hint?: string; full?: boolean; mono?: boolean; placeholder?: string }
  | { key: string; label: string; kind: "select"; choices: readonly Choice[]; empty?: string; required?: boolean; full?: boolean; hint?: string }
  | { key: string; label: string; kind: "area"; hint?: string; mono?: boolean; rows?: number }
  | { key: string; label: string; kind: "check" };

type Props = {
  title: string;
  /** The fields, or which of them the values so far call for. */
  fields: readonly FieldSpec[] | ((values: Values) => readonly FieldSpec[]);
  values: Values;
  onSave: (values: Values) => Promise<unknown>;
  onRemove?: (() => Promise<unknown>) | undefined;
  onClose: () => void;
  wide?: boolean;
  /** What the button says and what is said when it is done, where that is not "save". */
  verb?: { submit: string; told: string };
  children?: (values: Values, set: (key: string, value: string | boolean) => void) => ReactNode;
};

export function refusalsIn(error: unknown): Refusal[] {
  return error instanceof CallError ? error.refusals : [{ code: "", place: "", message: error instanceof Error ? error.message : String(error) }];
}

export function FormDialog({ title, fields, values, onSave, onRemove, onClose, wide = false, verb, children }: Props) {
  const { t } = useLanguage();
  const [now, setNow] = useState(values);
  const [refusals, setRefusals] = useState<Refusal[]>();
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const set = (key: string, value: string | boolean) => setNow((old) => ({ ...old, [key]: value }));
  const run = async (action: () => Promise<unknown>, told: string) => {
    setBusy(true);
    setRefusals(undefined);
    try {
      await action();
      say(told);
      onClose();
    } catch (error) {
      setRefusals(refusalsIn(error));
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose} {...(wide ? { kind: "wide" as const } : {})}>
      <form
        className="column"
        style={{ gap: 16 }}
        onSubmit={(event) => {
          event.preventDefault();
          void run(() => onSave(now), verb?.told ?? t.say.saved);
        }}
      >
        {refusals && <Refusals refusals={refusals} />}
        <div className="form">
          {(typeof fields === "function" ? fields(now) : fields).map((field) => (
            <OneField key={field.key} field={field} value={now[field.key] ?? ""} onChange={(value) => set(field.key, value)} />
          ))}
        </div>
        {children?.(now, set)}
        <footer>
          {onRemove && (
            <button
              type="button"
              className="button danger"
              disabled={busy}
              onClick={() => (sure ? void run(onRemove, t.say.removed) : setSure(true))}
            >
              {sure ? t.say.reallyRemove(title) : t.do.remove}
            </button>
          )}
          <span className="grow" />
          <button type="button" className="button" onClick={onClose}>
            {t.do.cancel}
          </button>
          <button type="submit" className="button main" disabled={busy}>
            {verb?.submit ?? t.do.save}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

function OneField({ field, value, onChange }: { field: FieldSpec; value: string | boolean; onChange: (value: string | boolean) => void }) {
  switch (field.kind) {
    case "check":
      return <Check label={field.label} checked={value === true} onChange={onChange} />;
    case "select":
      return (
        <SelectField
          label={field.label}
          value={String(value)}
          choices={field.choices}
          onChange={onChange}
          required={field.required ?? false}
          full={field.full ?? false}
          hint={field.hint}
          {...(field.empty !== undefined ? { empty: field.empty } : {})}
        />
      );
    case "area":
      return (
        <Field label={field.label} hint={field.hint} full>
          {(id) => (
            <textarea id={id} className={`area ${field.mono ? "mono" : ""}`} rows={field.rows ?? 4} value={String(value)} onChange={(event) => onChange(event.target.value)} />
          )}
        </Field>
      );
    default:
      return (
        <TextField
          label={field.label}
          type={field.kind ?? "text"}
          value={String(value)}
          onChange={onChange}
          required={field.required ?? false}
          hint={field.hint}
          full={field.full ?? false}
          mono={field.mono ?? false}
          {...(field.placeholder ? { placeholder: field.placeholder } : {})}
        />
      );
  }
}

/** A number from a field, or null when it is left empty. */
export const numberIn = (values: Values, key: string): number | null => (values[key] === "" || values[key] === undefined ? null : Number(values[key]));
export const textIn = (values: Values, key: string): string => String(values[key] ?? "").trim();
export const textOrNull = (values: Values, key: string): string | null => textIn(values, key) || null;
