// SPDX-License-Identifier: Apache-2.0
// The register: what there is, of which class, with which products, from files and into them.
import { Tabs } from "../app/Tabs";
import { useRoute } from "../app/route";
import { useResource } from "../data/resource";
import { useLanguage } from "../language";
import { Answer } from "../look/parts";
import { HistoryFiles } from "../performance/HistoryFiles";
import { Reconciliation } from "../performance/Reconciliation";
import { Classes } from "./Classes";
import { Files } from "./Files";
import { Nodes } from "./Nodes";
import { Products } from "./Products";
import type { Register } from "./types";
import "./equipment.css";

const TABS = ["tree", "classes", "products", "files", "history", "days"] as const;
type Tab = (typeof TABS)[number];

export default function EquipmentScreen() {
  const { t } = useLanguage();
  const { rest } = useRoute();
  const register = useResource<Register>("/api/equipment");
  const tab: Tab = TABS.find((each) => each === rest) ?? "tree";
  return (
    <div className="page">
      <div className="head">
        <h1>{t.screens.equipment}</h1>
      </div>
      <Tabs screen="equipment" at={tab} tabs={TABS.map((key) => ({ key, text: t.equipment.tabs[key] }))} />
      {tab === "files" && <Files onStored={register.reload} />}
      {tab === "history" && <HistoryFiles />}
      {tab === "days" && <Reconciliation />}
      {(tab === "tree" || tab === "classes" || tab === "products") && (
        <Answer of={register} height={400}>
          {(data) => {
            if (tab === "classes") return <Classes register={data} onChange={register.reload} />;
            if (tab === "products") return <Products register={data} onChange={register.reload} />;
            return <Nodes register={data} onChange={register.reload} />;
          }}
        </Answer>
      )}
    </div>
  );
}
