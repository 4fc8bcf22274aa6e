// SPDX-License-Identifier: Apache-2.0
import { useState } from "react";
import { call, path } from "../data/api";
import { useNodeChoices } from "../data/choices";
import { useMay } from "../data/session";
import { useLanguage } from "../language";
import { DataTable } from "../look/DataTable";
import { FormDialog, numberIn, textIn } from "../look/FormDialog";
import { Icon } from "../look/Icon";
import { Panel } from "../look/parts";
import type { IdealCycle, Product, Register } from "./types";

const ANY = "*";

export function Products({ register, onChange }: { register: Register; onChange: () => void }) {
  const { t, name, format } = useLanguage();
  const may = useMay();
  const nodes = useNodeChoices("WORK_UNIT");
  const [product, setProduct] = useState<Product | "new">();
  const [cycle, setCycle] = useState<IdealCycle | "new">();
  const edit = may("ENGINEER");
  const productName = (code: string) => (code === ANY ? t.equipment.anyProduct : name(register.products.find((each) => each.code === code)?.name) || code);
  const adding = (action: () => void) =>
    edit && (
      <button className="button" onClick={action}>
        <Icon name="add" />
        {t.do.add}
      </button>
    );
  return (
    <div className="two">
      <Panel title={t.equipment.products} flush tools={adding(() => setProduct("new"))}>
        <DataTable
          rows={register.products}
          id={(row) => row.code}
          onPick={edit ? setProduct : undefined}
          empty={t.equipment.noProducts}
          columns={[
            { key: "code", title: t.equipment.code, cell: (row) => <span className="mono">{row.code}</span>, by: (row) => row.code },
            { key: "name", title: t.equipment.name, cell: (row) => name(row.name), by: (row) => name(row.name) },
            { key: "unit", title: t.equipment.unit, cell: (row) => row.unit },
          ]}
        />
      </Panel>
      <Panel title={t.equipment.cycles} flush tools={adding(() => setCycle("new"))}>
        <DataTable
          rows={register.cycles}
          id={(row) => `${row.node} ${row.product}`}
          onPick={edit ? setCycle : undefined}
          empty={t.equipment.noCycles}
          columns={[
            { key: "node", title: t.equipment.path, cell: (row) => <span className="mono">{row.node}</span>, by: (row) => row.node },
            { key: "product", title: t.machine.product, cell: (row) => productName(row.product), by: (row) => row.product },
            { key: "seconds", title: t.equipment.seconds, cell: (row) => format.number(row.seconds), by: (row) => row.seconds, number: true },
          ]}
        />
      </Panel>
      {product && (
        <FormDialog
          title={product === "new" ? t.equipment.newProduct : product.code}
          fields={[
            { key: "code", label: t.equipment.code, required: true, mono: true },
            { key: "unit", label: t.equipment.unit, required: true },
            { key: "en", label: t.equipment.nameEn, required: true },
            { key: "zh", label: t.equipment.nameZh },
          ]}
          values={product === "new" ? { code: "", unit: "", en: "", zh: "" } : { code: product.code, unit: product.unit, en: product.name.en, zh: product.name.zh }}
          onSave={async (now) => {
            await call("PUT", "/api/equipment/products", {
              code: textIn(now, "code"),
              unit: textIn(now, "unit"),
              name: { en: textIn(now, "en"), zh: textIn(now, "zh") || textIn(now, "en") },
            });
            onChange();
          }}
          onRemove={
            product === "new"
              ? undefined
              : async () => {
                  await call("DELETE", path("/api/equipment/products", { code: product.code }));
                  onChange();
                }
          }
          onClose={() => setProduct(undefined)}
        />
      )}
      {cycle && (
        <FormDialog
          title={t.equipment.cycle}
          fields={[
            { key: "node", label: t.equipment.path, kind: "select", choices: nodes, empty: t.do.choose, required: true, full: true },
            {
              key: "product",
              label: t.machine.product,
              kind: "select",
              choices: [{ value: ANY, text: t.equipment.anyProduct }, ...register.products.map((each) => ({ value: each.code, text: name(each.name) }))],
            },
            { key: "seconds", label: t.equipment.seconds, kind: "number", required: true },
          ]}
          values={cycle === "new" ? { node: "", product: ANY, seconds: "" } : { node: cycle.node, product: cycle.product, seconds: String(cycle.seconds) }}
          onSave={async (now) => {
            await call("PUT", "/api/equipment/cycles", { node: textIn(now, "node"), product: textIn(now, "product"), seconds: numberIn(now, "seconds") });
            onChange();
          }}
          onRemove={
            cycle === "new"
              ? undefined
              : async () => {
                  await call("DELETE", path("/api/equipment/cycles", { node: cycle.node, product: cycle.product }));
                  onChange();
                }
          }
          onClose={() => setCycle(undefined)}
        />
      )}
    </div>
  );
}
