// SPDX-License-Identifier: Apache-2.0
import { useState } from "react";
import { call } from "../data/api";
import { useNodeChoices } from "../data/choices";
import { refreshAll, useResource } from "../data/resource";
import { useMay } from "../data/session";
import type { Refusal } from "../data/types";
import type { Register } from "../equipment/types";
import { useLanguage } from "../language";
import { FormDialog, refusalsIn, textIn } from "../look/FormDialog";
import { Icon } from "../look/Icon";
import { Answer, Dialog, Refusals, Segments } from "../look/parts";
import { ConnectionText } from "../look/State";
import { say } from "../look/Toasts";
import { Since } from "../live/Since";
import { parsedFor } from "./parsedFor";
import type { Device, DeviceDetail, Metric } from "./types";

type Part = "metrics" | "payload";
type Doing = { kind: "command"; metric?: Metric } | { kind: "assign" };

const address = (device: Device, verb = ""): string => `/api/devices/${encodeURIComponent(device.id)}${verb}`;

/** A value of any Sparkplug type as text; what has structure stays readable. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return "–";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

export function DevicePanel({ device, onClose, onDone }: { device: Device; onClose: () => void; onDone: () => void }) {
  const { t, format } = useLanguage();
  const may = useMay();
  const detail = useResource<DeviceDetail>(address(device), 5000);
  const [part, setPart] = useState<Part>("metrics");
  const [doing, setDoing] = useState<Doing>();
  const [refusals, setRefusals] = useState<Refusal[]>();
  const rebirth = async () => {
    setRefusals(undefined);
    try {
      await call("POST", address(device, "/rebirth"));
      say(t.devices.rebirthAsked);
      onDone();
    } catch (error) {
      setRefusals(refusalsIn(error));
    }
  };
  const facts: [string, React.ReactNode][] = [
    [t.devices.births, format.number(device.births)],
    [t.devices.deaths, format.number(device.deaths)],
    [t.devices.gaps, format.number(device.gaps)],
    [t.devices.rebirths, format.number(device.rebirthsAsked)],
    [t.devices.refused, format.number(device.refused)],
    [t.devices.messages, format.number(device.messages)],
    [t.devices.rate, format.number(device.metricsPerSecond, 1)],
    [t.devices.clock, device.clockOffsetMillis === null ? "–" : `${format.number(device.clockOffsetMillis / 1000, 1)}\u202fs`],
  ];
  return (
    <Dialog kind="drawer" title={<span className="mono">{device.device ? `${device.edgeNode}/${device.device}` : device.edgeNode}</span>} onClose={onClose}>
      <div className="row wrap">
        <ConnectionText connection={device.connection} />
        <span className="second">
          <Since at={device.since} />
        </span>
        {device.since && <span className="quiet">{t.devices.sinceAt(format.dateTime(device.since))}</span>}
      </div>
      {refusals && <Refusals refusals={refusals} />}
      {device.lastRefusal && (
        <div className="notice warn">
          <Icon name="warning" />
          {t.devices.lastRefusal}: {device.lastRefusal}
        </div>
      )}
      <div className="row wrap">
        {may("COMMAND") && (
          <>
            <button className="button" onClick={() => void rebirth()}>
              <Icon name="refresh" />
              {t.devices.rebirth}
            </button>
            <button className="button" onClick={() => setDoing({ kind: "command" })}>
              <Icon name="send" />
              {t.devices.command}
            </button>
          </>
        )}
        {may("ENGINEER") && device.device !== "" && (
          <button className="button" onClick={() => setDoing({ kind: "assign" })}>
            <Icon name="link" />
            {t.devices.assign}
          </button>
        )}
      </div>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Segments<Part>
        label={t.devices.last}
        value={part}
        onChange={setPart}
        choices={[
          { value: "metrics", text: t.devices.metrics },
          { value: "payload", text: t.devices.payload },
        ]}
      />
      <Answer of={detail}>
        {(told) =>
          part === "payload" ? (
            <div className="column">
              {told.lastTopic && <span className="mono second">{told.lastTopic}</span>}
              <pre className="payload scroll" tabIndex={0}>
                {typeof told.lastPayload === "string" ? told.lastPayload : JSON.stringify(told.lastPayload, null, 2)}
              </pre>
            </div>
          ) : (
            <div className="scroll">
              <table className="table">
                <thead>
                  <tr>
                    <th>{t.equipment.metric}</th>
                    <th>{t.devices.type}</th>
                    <th className="number">{t.machine.value}</th>
                    <th className="number">{t.devices.age}</th>
                  </tr>
                </thead>
                <tbody>
                  {told.metrics.map((metric) => (
                    <tr key={metric.name} className={metric.quality === "GOOD" || !metric.quality ? "" : "stale"}>
                      <td className="mono">{metric.name}</td>
                      <td className="second">{metric.type}</td>
                      <td className="number clip" style={{ maxWidth: 180 }} title={valueText(metric.value)}>
                        {typeof metric.value === "number" ? format.number(metric.value) : valueText(metric.value)}
                      </td>
                      <td className="number">
                        <Since at={metric.time} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answer>
      {doing?.kind === "command" && <CommandForm device={device} metrics={detail.data?.metrics ?? []} onClose={() => setDoing(undefined)} />}
      {doing?.kind === "assign" && <AssignForm device={device} onClose={() => setDoing(undefined)} onDone={onDone} />}
    </Dialog>
  );
}

function CommandForm({ device, metrics, onClose }: { device: Device; metrics: Metric[]; onClose: () => void }) {
  const { t } = useLanguage();
  return (
    <FormDialog
      title={t.devices.command}
      fields={[
        { key: "metric", label: t.equipment.metric, kind: "select", choices: metrics.map((each) => ({ value: each.name, text: `${each.name} (${each.type})` })), empty: t.do.choose, required: true, full: true },
        { key: "value", label: t.machine.value, required: true, full: true, hint: t.devices.commandHint },
      ]}
      values={{ metric: "", value: "" }}
      verb={{ submit: t.devices.send, told: t.devices.sent }}
      onSave={(now) => {
        const metric = textIn(now, "metric");
        const type = metrics.find((each) => each.name === metric)?.type ?? "String";
        return call("POST", address(device, "/command"), { metric, type, value: parsedFor(type, textIn(now, "value")) });
      }}
      onClose={onClose}
    />
  );
}

function AssignForm({ device, onClose, onDone }: { device: Device; onClose: () => void; onDone: () => void }) {
  const { t, name } = useLanguage();
  const register = useResource<Register>("/api/equipment").data;
  const nodes = useNodeChoices("WORK_UNIT");
  return (
    <FormDialog
      title={t.devices.assign}
      fields={[
        {
          key: "template",
          label: t.equipment.class,
          kind: "select",
          choices: (register?.classes ?? []).map((each) => ({ value: each.code, text: name(each.name) || each.code })),
          empty: t.do.choose,
          required: true,
          full: true,
        },
        { key: "parent", label: t.devices.under, kind: "select", choices: nodes, empty: t.do.choose, required: true, full: true, hint: t.devices.underHint },
        { key: "code", label: t.devices.newCode, mono: true, full: true, hint: t.devices.newCodeHint },
      ]}
      values={{ template: device.template ?? "", parent: device.node ?? "", code: "" }}
      onSave={async (now) => {
        const code = textIn(now, "code");
        const parent = textIn(now, "parent");
        await call("POST", address(device, "/assign"), { template: textIn(now, "template"), node: code ? `${parent}/${code}` : parent });
        onDone();
        refreshAll("/api/equipment");
        refreshAll("/api/overview");
      }}
      onClose={onClose}
    />
  );
}
