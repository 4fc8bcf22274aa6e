// SPDX-License-Identifier: Apache-2.0
// A file is read first and told about, line by line; only then a person stores it.
import { useState } from "react";
import { call, path } from "../data/api";
import type { Refusal } from "../data/types";
import { useLanguage } from "../language";
import { refusalsIn } from "../look/FormDialog";
import { Icon } from "../look/Icon";
import { RefusalText, Refusals } from "../look/parts";
import type { ImportReport } from "./types";

type Props = { address: string; parameters: Record<string, string>; onStored: () => void };

export function ImportPanel({ address, parameters, onStored }: Props) {
  const { t, format } = useLanguage();
  const [file, setFile] = useState<File>();
  const [report, setReport] = useState<ImportReport>();
  const [refusals, setRefusals] = useState<Refusal[]>();
  const [busy, setBusy] = useState(false);
  const [over, setOver] = useState(false);
  const send = async (chosen: File, dryRun: boolean) => {
    setBusy(true);
    setRefusals(undefined);
    try {
      const answer = await call<ImportReport>("POST", path(address, { ...parameters, dryRun }), chosen);
      setReport(answer);
      if (answer.stored) onStored();
    } catch (error) {
      setReport(undefined);
      setRefusals(refusalsIn(error));
    } finally {
      setBusy(false);
    }
  };
  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    setFile(chosen);
    setReport(undefined);
    void send(chosen, true);
  };
  return (
    <div className="import">
      <label
        className={`drop ${over ? "over" : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          choose(event.dataTransfer.files[0]);
        }}
      >
        <Icon name="upload" />
        <span>{file ? <strong>{file.name}</strong> : t.files.drop}</span>
        {file && <span className="quiet">{t.files.another}</span>}
        <input
          className="unseen"
          type="file"
          accept=".csv,text/csv"
          onChange={(event) => {
            choose(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </label>
      {refusals && <Refusals refusals={refusals} />}
      {report && (
        <div className="column">
          <dl className="facts">
            <div>
              <dt>{t.files.rows}</dt>
              <dd>{format.number(report.rows)}</dd>
            </div>
            <div>
              <dt>{t.files.added}</dt>
              <dd>{format.number(report.added)}</dd>
            </div>
            {report.changed !== undefined && (
              <div>
                <dt>{t.files.changed}</dt>
                <dd>{format.number(report.changed)}</dd>
              </div>
            )}
            <div>
              <dt>{t.files.unchanged}</dt>
              <dd>{format.number(report.unchanged)}</dd>
            </div>
            <div>
              <dt>{t.files.encoding}</dt>
              <dd>{report.encoding || "–"}</dd>
            </div>
          </dl>
          {report.columns && report.columns.length > 0 && <p className="quiet small mono">{report.columns.join(" · ")}</p>}
          {report.refusals.length > 0 && <Lines title={t.files.fault(report.refusals.length)} lines={report.refusals} />}
          {report.notes && report.notes.length > 0 && <Lines title={t.files.note(report.notes.length)} lines={report.notes} />}
          {report.stored ? (
            <p className="row">
              <Icon name="check" />
              {t.files.stored}
            </p>
          ) : (
            file && (
              <div className="row wrap">
                <button className="button main" disabled={busy || report.refusals.length > 0 || report.rows === 0} onClick={() => void send(file, false)}>
                  {t.files.store}
                </button>
                <span className="quiet">{report.refusals.length ? t.files.repair : t.files.nothingStored}</span>
              </div>
            )
          )}
        </div>
      )}
    </div>
  );
}

function Lines({ title, lines }: { title: string; lines: Refusal[] }) {
  const { t } = useLanguage();
  return (
    <div className="scroll lines">
      <table className="table">
        <thead>
          <tr>
            <th>{t.files.place}</th>
            <th>{title}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((refusal, index) => (
            <tr key={index}>
              <td className="nowrap">{t.files.placeText(refusal.place)}</td>
              <td>
                <RefusalText refusal={refusal} /> <span className="quiet small mono">{refusal.code}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
