// SPDX-License-Identifier: Apache-2.0
// Plain MQTT into metrics by rule; the rule shows what it makes of the last real messages before it is stored.
import { useState } from "react";
import { call } from "../data/api";
import { useResource } from "../data/resource";
import { useMay } from "../data/session";
import type { Refusal } from "../data/types";
import { useLanguage } from "../language";
import { DataTable } from "../look/DataTable";
import { FormDialog, type Values, numberIn, refusalsIn, textIn } from "../look/FormDialog";
import { Icon } from "../look/Icon";
import { Answer, type Choice, Empty, Panel, Refusals } from "../look/parts";
import "./connectivity.css";

type Rule = {
  id: number;
  position: number;
  source: string;
  topic: string;
  edgeNode: string;
  device: string;
  metric: string;
  pointer: string;
  timePointer: string;
  timeFormat: string;
  unit: string;
  enabled: boolean;
};

type Sample = { edgeNode: string; device: string; metric: string; time: string; value: number | null; text: string | null; unit: string };
type Preview = { source: string; topic: string; arrival: string; payload: string; samples: Sample[]; refusal: Refusal | null };

const ADDRESS = "/api/mappings";
const FRESH: Rule = { id: 0, position: 1, source: "", topic: "", edgeNode: "", device: "", metric: "{key}", pointer: "", timePointer: "", timeFormat: "ISO", unit: "", enabled: true };

export function Mappings() {
  const { t } = useLanguage();
  const may = useMay();
  const rules = useResource<Rule[]>(ADDRESS);
  const [picked, setPicked] = useState<Rule>();
  return (
    <Panel
      title={t.admin.tabs.mappings}
      flush
      tools={
        may("ENGINEER") && (
          <button className="button" onClick={() => setPicked({ ...FRESH, position: (rules.data?.length ?? 0) + 1 })}>
            <Icon name="add" />
            {t.do.add}
          </button>
        )
      }
    >
      <Answer of={rules}>
        {(list) => (
          <DataTable
            rows={list}
            id={(row) => String(row.id)}
            onPick={setPicked}
            empty={t.mqtt.noMappings}
            columns={[
              { key: "position", title: "#", cell: (row) => row.position, by: (row) => row.position, number: true, width: 48 },
              { key: "topic", title: t.mqtt.topic, cell: (row) => <span className="mono">{row.topic}</span>, by: (row) => row.topic },
              {
                key: "to",
                title: t.mqtt.becomes,
                cell: (row) => <span className="mono">{[row.edgeNode, row.device, row.metric].filter(Boolean).join(" / ")}</span>,
                by: (row) => row.edgeNode + row.device,
              },
              { key: "pointer", title: t.mqtt.pointer, cell: (row) => <span className="mono">{row.pointer || t.mqtt.wholePayload}</span> },
              { key: "unit", title: t.equipment.unit, cell: (row) => row.unit },
              { key: "enabled", title: "", cell: (row) => (row.enabled ? "" : <span className="tag warn">{t.mqtt.off}</span>) },
            ]}
          />
        )}
      </Answer>
      {picked && <RuleForm key={picked.id} rule={picked} onClose={() => setPicked(undefined)} onDone={rules.reload} />}
    </Panel>
  );
}

const ruleIn = (now: Values, rule: Rule): Rule => ({
  id: rule.id,
  position: numberIn(now, "position") ?? 0,
  source: textIn(now, "source"),
  topic: textIn(now, "topic"),
  edgeNode: textIn(now, "edgeNode"),
  device: textIn(now, "device"),
  metric: textIn(now, "metric"),
  pointer: textIn(now, "pointer"),
  timePointer: textIn(now, "timePointer"),
  timeFormat: textIn(now, "timeFormat"),
  unit: textIn(now, "unit"),
  enabled: now["enabled"] === true,
});

/** The connections that a rule can be limited to; an engineer may not see them all, but keeps the one that is set. */
function useSources(present: string): Choice[] {
  const { t } = useLanguage();
  const names = useResource<{ name: string; settings: object | null }[]>("/api/connections").data ?? [];
  const choices = names.map((each) => ({ value: each.name, text: each.settings ? each.name : t.mqtt.embedded }));
  return !present || choices.some((each) => each.value === present) ? choices : [...choices, { value: present, text: present }];
}

function RuleForm({ rule, onClose, onDone }: { rule: Rule; onClose: () => void; onDone: () => void }) {
  const { t } = useLanguage();
  const sources = useSources(rule.source);
  return (
    <FormDialog
      wide
      title={rule.id ? rule.topic : t.mqtt.newRule}
      fields={[
        { key: "topic", label: t.mqtt.topic, required: true, full: true, mono: true, hint: t.mqtt.topicHint },
        { key: "edgeNode", label: t.devices.edgeNode, required: true, mono: true, placeholder: "works/{line}", hint: t.mqtt.edgeNodeHint },
        { key: "device", label: t.equipment.deviceName, mono: true, placeholder: "{machine}" },
        { key: "metric", label: t.equipment.metric, required: true, mono: true, hint: t.mqtt.metricHint },
        { key: "pointer", label: t.mqtt.pointer, mono: true, placeholder: "/values", hint: t.mqtt.pointerHint },
        { key: "timePointer", label: t.mqtt.timePointer, mono: true, placeholder: "/time", hint: t.mqtt.timeHint },
        { key: "timeFormat", label: t.mqtt.timeFormat, mono: true, hint: "ISO, MILLIS, SECONDS, yyyy-MM-dd HH:mm:ss" },
        { key: "unit", label: t.equipment.unit },
        { key: "source", label: t.mqtt.source, kind: "select", choices: sources, empty: t.mqtt.anySource },
        { key: "position", label: t.mqtt.order, kind: "number", required: true, hint: t.mqtt.orderHint },
        { key: "enabled", label: t.mqtt.enabled, kind: "check" },
      ]}
      values={{ ...rule, id: String(rule.id), position: String(rule.position) }}
      onSave={async (now) => {
        const body = ruleIn(now, rule);
        if (rule.id) await call("PUT", `${ADDRESS}/${rule.id}`, body);
        else await call("POST", ADDRESS, body);
        onDone();
      }}
      onRemove={
        rule.id
          ? async () => {
              await call("DELETE", `${ADDRESS}/${rule.id}`);
              onDone();
            }
          : undefined
      }
      onClose={onClose}
    >
      {(now) => <PreviewPanel rule={() => ruleIn(now, rule)} />}
    </FormDialog>
  );
}

function PreviewPanel({ rule }: { rule: () => Rule }) {
  const { t, format } = useLanguage();
  const [previews, setPreviews] = useState<Preview[]>();
  const [refusals, setRefusals] = useState<Refusal[]>();
  const look = async () => {
    setRefusals(undefined);
    try {
      setPreviews(await call<Preview[]>("POST", `${ADDRESS}/preview`, rule()));
    } catch (error) {
      setPreviews(undefined);
      setRefusals(refusalsIn(error));
    }
  };
  return (
    <section className="column">
      <button type="button" className="button" style={{ alignSelf: "flex-start" }} onClick={() => void look()}>
        {t.mqtt.preview}
      </button>
      {refusals && <Refusals refusals={refusals} />}
      {previews?.length === 0 && <Empty>{t.mqtt.noMessages}</Empty>}
      {previews?.map((preview) => (
        <div key={preview.topic} className="column">
          <div className="row wrap">
            <span className="mono">{preview.topic}</span>
            <span className="quiet small">
              {preview.source} · {format.moment(preview.arrival)}
            </span>
          </div>
          <pre className="payload scroll" tabIndex={0}>
            {preview.payload}
          </pre>
          {preview.refusal && <Refusals refusals={[preview.refusal]} />}
          <table className="table">
            <tbody>
              {preview.samples.map((sample, index) => (
                <tr key={index}>
                  <td className="mono">{[sample.edgeNode, sample.device, sample.metric].filter(Boolean).join(" / ")}</td>
                  <td className="number">
                    {sample.text ?? format.number(sample.value)} <span className="quiet">{sample.unit}</span>
                  </td>
                  <td className="number">{format.time(sample.time)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </section>
  );
}
