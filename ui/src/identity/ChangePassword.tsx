// SPDX-License-Identifier: Apache-2.0
import { useState } from "react";
import { CallError } from "../data/api";
import { changePassword, logout } from "../data/session";
import type { Refusal } from "../data/types";
import { useLanguage } from "../language";
import { Refusals, TextField } from "../look/parts";
import { say } from "../look/Toasts";

/** Asks for a new password: alone on the page when the present one was for one use, else in a window. */
export function ChangePassword({ forced = false, onDone }: { forced?: boolean; onDone?: () => void }) {
  const { t } = useLanguage();
  const [old, setOld] = useState("");
  const [fresh, setFresh] = useState("");
  const [again, setAgain] = useState("");
  const [refusals, setRefusals] = useState<Refusal[]>();
  const submit = async () => {
    if (fresh !== again) {
      setRefusals([{ code: "", place: "", message: t.login.differ }]);
      return;
    }
    try {
      await changePassword(old, fresh);
      say(t.login.changed);
      onDone?.();
    } catch (error) {
      setRefusals(error instanceof CallError ? error.refusals : []);
    }
  };
  const form = (
    <form
      className={forced ? "card" : "column"}
      style={forced ? undefined : { gap: 16 }}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {forced && (
        <div className="column">
          <h1>{t.login.change}</h1>
          <p className="second">{t.login.changeWhy}</p>
        </div>
      )}
      {refusals && <Refusals refusals={refusals} />}
      <TextField label={t.login.old} type="password" value={old} onChange={setOld} required autoFocus autoComplete="current-password" />
      <TextField label={t.login.fresh} type="password" value={fresh} onChange={setFresh} required hint={t.login.rule} autoComplete="new-password" />
      <TextField label={t.login.again} type="password" value={again} onChange={setAgain} required autoComplete="new-password" />
      <button className="button main large" type="submit">
        {t.login.submitChange}
      </button>
      {forced && (
        <button className="button bare" type="button" onClick={() => void logout()}>
          {t.app.logout}
        </button>
      )}
    </form>
  );
  return forced ? <div className="alone">{form}</div> : form;
}
