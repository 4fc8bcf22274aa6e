// SPDX-License-Identifier: Apache-2.0
import { useState } from "react";
import { CallError } from "../data/api";
import { login } from "../data/session";
import { LANGUAGES, chooseLanguage, useLanguage, wordsOf } from "../language";
import { Refusals, TextField } from "../look/parts";
import type { Refusal } from "../data/types";

export function Login() {
  const { t, tag } = useLanguage();
  const [user, setUser] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<Refusal[]>();
  const submit = async () => {
    setBusy(true);
    setRefusals(undefined);
    try {
      await login(user, password);
    } catch (error) {
      const { status, refusals: told } = error instanceof CallError ? error : new CallError(0, []);
      const message = status === 0 ? t.say.unreachable : status === 401 ? t.login.wrong : undefined;
      setRefusals(message ? [{ code: told[0]?.code ?? "", place: "", message }] : told);
      setBusy(false);
    }
  };
  return (
    <div className="alone">
      <div>
        <form
          className="card"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <div className="logo">
            <img src="./millwright.svg" alt="" />
            <h1>{t.app.name}</h1>
          </div>
          {refusals && <Refusals refusals={refusals} />}
          <TextField label={t.login.user} value={user} onChange={setUser} autoComplete="username" required autoFocus />
          <TextField
            label={t.login.password}
            type="password"
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
            required
          />
          <button className="button main large" type="submit" disabled={busy}>
            {t.login.submit}
          </button>
          <p className="small quiet">{t.login.first}</p>
        </form>
        <div className="around">
          {LANGUAGES.map((each) => (
            <button key={each} className={`button bare tiny ${each === tag ? "on" : ""}`} lang={each} onClick={() => chooseLanguage(each)}>
              {wordsOf(each).language}
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}
