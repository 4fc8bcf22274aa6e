// SPDX-License-Identifier: Apache-2.0
import { useState } from "react";
import { call } from "../data/api";
import { useResource } from "../data/resource";
import type { Refusal } from "../data/types";
import { useLanguage } from "../language";
import { refusalsIn } from "../look/FormDialog";
import { Answer, Panel, Refusals, TextField } from "../look/parts";
import { say } from "../look/Toasts";

type Policy = { sampleDays: number; minuteDays: number; hourDays: number };

export function Retention() {
  const { t } = useLanguage();
  const policy = useResource<Policy>("/api/retention");
  return (
    <Panel title={t.admin.tabs.retention}>
      <Answer of={policy}>{(now) => <PolicyForm key={JSON.stringify(now)} policy={now} onDone={policy.reload} />}</Answer>
    </Panel>
  );
}

const KEYS = ["sampleDays", "minuteDays", "hourDays"] as const;

function PolicyForm({ policy, onDone }: { policy: Policy; onDone: () => void }) {
  const { t } = useLanguage();
  const [days, setDays] = useState<Record<keyof Policy, string>>({
    sampleDays: String(policy.sampleDays),
    minuteDays: String(policy.minuteDays),
    hourDays: String(policy.hourDays),
  });
  const [refusals, setRefusals] = useState<Refusal[]>();
  const save = async () => {
    setRefusals(undefined);
    try {
      await call("PUT", "/api/retention", Object.fromEntries(KEYS.map((key) => [key, Number(days[key])])));
      say(t.say.saved);
      onDone();
    } catch (error) {
      setRefusals(refusalsIn(error));
    }
  };
  return (
    <form
      className="column"
      style={{ gap: 16, maxWidth: 640 }}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className="second">{t.retention.why}</p>
      {refusals && <Refusals refusals={refusals} />}
      <div className="form">
        {KEYS.map((key) => (
          <TextField key={key} label={t.retention[key]} type="number" required value={days[key]} onChange={(value) => setDays({ ...days, [key]: value })} />
        ))}
      </div>
      <button className="button main" type="submit" style={{ alignSelf: "flex-start" }}>
        {t.do.save}
      </button>
    </form>
  );
}
