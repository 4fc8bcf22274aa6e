// SPDX-License-Identifier: Apache-2.0
import { Tabs } from "../app/Tabs";
import { useRoute } from "../app/route";
import { useLanguage } from "../language";
import { Crews } from "./Crews";
import { Calendars, Holidays, PlannedStops } from "./Entries";
import { Patterns } from "./Patterns";
import { Schedule } from "./Schedule";
import "./shifts.css";

const TABS = ["week", "patterns", "calendars", "holidays", "stops", "crews"] as const;
type Tab = (typeof TABS)[number];

const SCREENS: Record<Tab, () => React.JSX.Element> = {
  week: () => <Schedule />,
  patterns: () => <Patterns />,
  calendars: () => <Calendars />,
  holidays: () => <Holidays />,
  stops: () => <PlannedStops />,
  crews: () => <Crews />,
};

export default function ShiftsScreen() {
  const { t } = useLanguage();
  const { rest } = useRoute();
  const tab = TABS.find((each) => each === rest) ?? "week";
  return (
    <div className="page">
      <div className="head">
        <h1>{t.screens.shifts}</h1>
      </div>
      <Tabs screen="shifts" at={tab} tabs={TABS.map((key) => ({ key, text: t.shifts.tabs[key] }))} />
      {SCREENS[tab]()}
    </div>
  );
}
