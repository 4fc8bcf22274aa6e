// SPDX-License-Identifier: Apache-2.0
import { Tabs } from "../app/Tabs";
import { useRoute } from "../app/route";
import { Connections } from "../connectivity/Connections";
import { Credentials } from "../connectivity/Credentials";
import { Mappings } from "../connectivity/Mappings";
import { useMay } from "../data/session";
import type { Permission } from "../data/types";
import { Retention } from "../historian/Retention";
import { useLanguage } from "../language";
import { Health } from "../telemetry/Health";
import { AuditLog } from "./AuditLog";
import { Tokens } from "./Tokens";
import { Users } from "./Users";
import { Empty } from "../look/parts";
import "../equipment/equipment.css";

type Tab = { key: keyof ReturnType<typeof useLanguage>["t"]["admin"]["tabs"]; needs: Permission; screen: () => React.JSX.Element };

const TABS: Tab[] = [
  { key: "health", needs: "VIEW", screen: () => <Health /> },
  { key: "users", needs: "ADMINISTER", screen: () => <Users /> },
  { key: "tokens", needs: "ADMINISTER", screen: () => <Tokens /> },
  { key: "connections", needs: "ADMINISTER_PLANT", screen: () => <Connections /> },
  { key: "mappings", needs: "ENGINEER", screen: () => <Mappings /> },
  { key: "credentials", needs: "ADMINISTER_PLANT", screen: () => <Credentials /> },
  { key: "retention", needs: "ADMINISTER_PLANT", screen: () => <Retention /> },
  { key: "audit", needs: "ADMINISTER", screen: () => <AuditLog /> },
];

export default function AdministrationScreen() {
  const { t } = useLanguage();
  const { rest } = useRoute();
  const may = useMay();
  const mine = TABS.filter((tab) => may(tab.needs));
  const tab = rest ? mine.find((each) => each.key === rest) : mine[0];
  return (
    <div className="page">
      <div className="head">
        <h1>{t.screens.administration}</h1>
      </div>
      <Tabs screen="administration" at={tab?.key ?? ""} tabs={mine.map(({ key }) => ({ key, text: t.admin.tabs[key] }))} />
      {tab ? tab.screen() : <Empty icon="warning" title={t.say.forbidden} />}
    </div>
  );
}
