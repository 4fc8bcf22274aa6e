// SPDX-License-Identifier: Apache-2.0
// Classify, split or comment one stop. A touch on a reason is all it takes; the rest is for those who want to say more.
import { useState } from "react";
import { CallError, call } from "../data/api";
import { useNow } from "../data/now";
import { useResource } from "../data/resource";
import { useMay } from "../data/session";
import type { Interval, Refusal } from "../data/types";
import type { Register } from "../equipment/types";
import { useLanguage } from "../language";
import { Icon } from "../look/Icon";
import { Dialog, Refusals, Segments } from "../look/parts";
import { StateText } from "../look/State";
import { say } from "../look/Toasts";
import { ReasonButtons } from "./ReasonButtons";
import { Samples } from "./Samples";
import { secondsOf } from "./intervals";
import { rememberReason, useReasons } from "./reasons";

type Doing = "classify" | "split" | "comment" | "samples";
type Props = { interval: Interval; unitName: string; onClose: () => void; onDone: (result: Interval[]) => void };

const address = (interval: Interval, verb: string): string => `/api/intervals/${encodeURIComponent(interval.id)}/${verb}`;

export function StopDialog({ interval, unitName, onClose, onDone }: Props) {
  const { t, format } = useLanguage();
  const may = useMay();
  const now = useNow();
  const register = useResource<Register>("/api/equipment").data;
  const reasons = useReasons(register?.nodes.find((node) => node.path === interval.unit)?.classCode ?? undefined);
  // A stop may have a reason that is offered no more.
  const { reasonName } = useReasons();
  const stop = interval.state !== "RUNNING" && interval.state !== "NOT_OBSERVED";
  const [doing, setDoing] = useState<Doing>(stop && may("CLASSIFY") ? "classify" : "samples");
  const [comment, setComment] = useState(interval.comment ?? "");
  const [refusals, setRefusals] = useState<Refusal[]>();

  const act = async (verb: string, body: object, told: string) => {
    setRefusals(undefined);
    try {
      const result = await call<Interval[]>("POST", address(interval, verb), body);
      onDone(result);
      say(told);
      onClose();
    } catch (error) {
      const { status, refusals: reported } = error instanceof CallError ? error : new CallError(0, []);
      if (status === 409) onDone([]);
      setRefusals(status === 409 ? [{ code: "", place: "", message: t.downtime.changedMeanwhile }, ...reported] : reported);
    }
  };
  const classify = (code: string) => {
    rememberReason(code);
    void act("classify", { reason: code, comment: comment || null, version: interval.version }, `${unitName}: ${reasonName(code)}`);
  };
  const verbs: Doing[] = stop && may("CLASSIFY") ? ["classify", "split", "comment", "samples"] : ["samples"];
  return (
    <Dialog title={`${unitName} · ${format.moment(interval.from)}`} onClose={onClose} kind="wide">
      <div className="row wrap" style={{ gap: 16 }}>
        <StateText state={interval.state} strong />
        <strong>{format.duration(secondsOf(interval, now))}</strong>
        <span className="second">
          {format.time(interval.from)} – {interval.to ? format.time(interval.to) : t.say.now}
        </span>
        {interval.reason && <span className="tag">{reasonName(interval.reason)}</span>}
        {interval.product && <span className="quiet">{interval.product}</span>}
        {interval.by && (
          <span className="quiet">
            {t.downtime.by} {interval.by}
          </span>
        )}
        <span className="grow" />
        <Segments label={t.downtime.what} value={doing} onChange={setDoing} choices={verbs.map((value) => ({ value, text: t.downtime.verbs[value] }))} />
      </div>
      {interval.comment && doing !== "comment" && (
        <p className="second row">
          <Icon name="comment" />
          {interval.comment}
        </p>
      )}
      {refusals && <Refusals refusals={refusals} />}
      {doing === "classify" && <ReasonButtons reasons={reasons} chosen={interval.reason} onChoose={classify} />}
      {doing === "split" && <Split interval={interval} onSplit={(at) => void act("split", { at, version: interval.version }, t.downtime.wasSplit)} />}
      {doing === "comment" && (
        <form
          className="column"
          onSubmit={(event) => {
            event.preventDefault();
            void act("comment", { comment, version: interval.version }, t.say.saved);
          }}
        >
          <textarea className="area" autoFocus value={comment} aria-label={t.downtime.comment} onChange={(event) => setComment(event.target.value)} />
          <button className="button main large" type="submit">
            {t.do.save}
          </button>
        </form>
      )}
      {doing === "samples" && <Samples unit={interval.unit} from={interval.from} to={interval.to ?? new Date(now).toISOString()} />}
    </Dialog>
  );
}

function Split({ interval, onSplit }: { interval: Interval; onSplit: (at: string) => void }) {
  const { t, format } = useLanguage();
  const from = Date.parse(interval.from);
  const [to] = useState(() => (interval.to ? Date.parse(interval.to) : Date.now()));
  const [at, setAt] = useState(Math.round((from + to) / 2));
  return (
    <div className="split">
      <div className="parts" aria-hidden="true">
        <i style={{ flex: at - from }}>{format.duration((at - from) / 1000)}</i>
        <i style={{ flex: to - at }}>{format.duration((to - at) / 1000)}</i>
      </div>
      <input
        type="range"
        min={from + 1000}
        max={to - 1000}
        step={1000}
        value={at}
        aria-label={t.downtime.splitAt}
        aria-valuetext={format.time(at)}
        onChange={(event) => setAt(Number(event.target.value))}
      />
      <div className="row">
        <span className="second">{t.downtime.splitAt}</span>
        <strong>{format.time(at)}</strong>
        <span className="grow" />
        <button className="button main large" onClick={() => onSplit(new Date(at).toISOString())} disabled={to - from < 3000}>
          <Icon name="split" />
          {t.downtime.verbs.split}
        </button>
      </div>
    </div>
  );
}
