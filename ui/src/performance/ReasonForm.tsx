// SPDX-License-Identifier: Apache-2.0
// One reason in a window: made, renamed, moved below another, switched off, deleted.
import type { Name } from "../data/types";
import { useLanguage } from "../language";
import { type FieldSpec, FormDialog, type Values, textIn, textOrNull } from "../look/FormDialog";
import { Check, type Choice } from "../look/parts";
import { AS_BOOKED, BOOKINGS, type Booking, type EditedReason, type Editing, NO_LOSS, OTHER_LOSSES, type ReasonList, below, changed, chosenLoss, lossChoice, lossOf, partsOf, treeRows } from "./reasonEdit";

type Props = {
  editing: Editing;
  list: ReasonList;
  /** Codes of the classes to choose from. */
  classes: readonly string[];
  className: (code: string) => string;
  onSave: (reasons: EditedReason[]) => Promise<unknown>;
  onClose: () => void;
};

const stateIn = (values: Values): Booking => BOOKINGS.find((each) => each === values["state"]) ?? "BREAKDOWN";

function reasonIn(values: Values, before: EditedReason): EditedReason {
  const name: Name = { en: textIn(values, "en"), zh: textIn(values, "zh") };
  const state = stateIn(values);
  return {
    code: before.code || textIn(values, "code"),
    parent: textOrNull(values, "parent"),
    name,
    state,
    loss: chosenLoss(state, textIn(values, "loss")),
    // What is no number stays what it is, for the server to refuse by its place.
    machineCodes: partsOf(textIn(values, "machineCodes")).map(Number),
    classes: partsOfClasses(values),
    active: values["active"] === true,
  };
}

// Codes of classes may hold blanks, and no semicolon.
const partsOfClasses = (values: Values): string[] => textIn(values, "classes").split(";").filter(Boolean);

export function ReasonForm({ editing, list, classes, className, onSave, onClose }: Props) {
  const { t, name } = useLanguage();
  const { reason, fresh } = editing;
  const barred = fresh ? new Set<string>() : below(list.reasons, reason.code).add(reason.code);
  const parents: Choice[] = treeRows(list.reasons)
    .filter((row) => !barred.has(row.reason.code))
    .map((row) => ({ value: row.reason.code, text: `${"\u2003".repeat(row.depth)}${name(row.reason.name)}` }));
  const losses = (state: Booking): Choice[] => {
    const own = lossOf(state);
    if (!own) return [{ value: AS_BOOKED, text: t.reasons.planned }];
    return [{ value: AS_BOOKED, text: t.loss[own] }, ...OTHER_LOSSES.map((each) => ({ value: each, text: t.loss[each] })), { value: NO_LOSS, text: t.say.none }];
  };
  const fields = (values: Values): FieldSpec[] => [
    ...(fresh ? [{ key: "code", label: t.equipment.code, required: true, mono: true, hint: t.reasons.codeHint } as const] : []),
    { key: "parent", label: t.reasons.parent, kind: "select", choices: parents, empty: t.reasons.top },
    { key: "en", label: t.equipment.nameEn },
    { key: "zh", label: t.equipment.nameZh },
    { key: "state", label: t.reasons.bookedAs, kind: "select", choices: BOOKINGS.map((value) => ({ value, text: t.state[value] })), hint: t.reasons.bookedHint },
    { key: "loss", label: t.reasons.loss, kind: "select", choices: losses(stateIn(values)) },
    { key: "machineCodes", label: t.reasons.machineCodes, mono: true, hint: t.reasons.machineCodesHint },
    { key: "active", label: t.reasons.inUse, kind: "check" },
  ];
  return (
    <FormDialog
      title={fresh ? t.reasons.fresh : name(reason.name) || reason.code}
      wide
      fields={fields}
      values={{
        code: reason.code,
        parent: reason.parent ?? "",
        en: reason.name.en,
        zh: reason.name.zh,
        state: reason.state,
        loss: lossChoice(reason),
        machineCodes: reason.machineCodes.join(", "),
        classes: reason.classes.join(";"),
        active: reason.active,
      }}
      onSave={(values) => {
        const now = reasonIn(values, reason);
        return onSave(fresh ? [...list.reasons, now] : changed(list.reasons, now));
      }}
      onRemove={fresh ? undefined : () => onSave(list.reasons.filter((each) => each.code !== reason.code))}
      onClose={onClose}
    >
      {(values, set) => {
        const chosen = partsOfClasses(values);
        const toggle = (code: string, on: boolean) => set("classes", (on ? [...chosen, code] : chosen.filter((each) => each !== code)).join(";"));
        return (
          <fieldset className="classes">
            <legend className="label">
              {t.reasons.classes}: {chosen.length ? chosen.length : t.reasons.allClasses}
            </legend>
            {classes.map((code) => (
              <Check key={code} label={className(code)} checked={chosen.includes(code)} onChange={(on) => toggle(code, on)} />
            ))}
          </fieldset>
        );
      }}
    </FormDialog>
  );
}
