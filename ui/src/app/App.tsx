// SPDX-License-Identifier: Apache-2.0
import { Suspense, lazy, useEffect } from "react";
import { restoreSession, useSession } from "../data/session";
import { Login } from "../identity/Login";
import { ChangePassword } from "../identity/ChangePassword";
import { useLanguage } from "../language";
import { CommandCentre } from "../live/CommandCentre";
import { Icon } from "../look/Icon";
import { Empty, Skeleton } from "../look/parts";
import { Toasts } from "../look/Toasts";
import { Shell } from "./Shell";
import { type Screen, useRoute } from "./route";

const Line = lazy(() => import("../performance/LineScreen"));
const Machine = lazy(() => import("../performance/MachineScreen"));
const Downtime = lazy(() => import("../performance/DowntimeScreen"));
const Shifts = lazy(() => import("../shifts/ShiftsScreen"));
const Devices = lazy(() => import("../connectivity/DevicesScreen"));
const Equipment = lazy(() => import("../equipment/EquipmentScreen"));
const Administration = lazy(() => import("../identity/AdministrationScreen"));

const SCREEN_OF: Record<Screen, () => React.JSX.Element> = {
  command: () => <CommandCentre />,
  line: () => <Line />,
  machine: () => <Machine />,
  downtime: () => <Downtime />,
  shifts: () => <Shifts />,
  devices: () => <Devices />,
  equipment: () => <Equipment />,
  administration: () => <Administration />,
};

function Page() {
  const { t } = useLanguage();
  const { screen } = useRoute();
  if (!screen) return <Empty icon="warning" title={t.app.notFound} />;
  return <Suspense fallback={<Skeleton height={320} />}>{SCREEN_OF[screen]()}</Suspense>;
}

function Unreachable() {
  const { t } = useLanguage();
  useEffect(() => {
    const timer = setInterval(() => void restoreSession(), 3000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="alone">
      <Empty icon="warning" title={t.say.unreachable}>
        <p>{t.say.unreachableMaybe}</p>
        <button className="button" onClick={() => void restoreSession()}>
          <Icon name="refresh" />
          {t.do.reload}
        </button>
      </Empty>
    </div>
  );
}

function Door() {
  const state = useSession();
  switch (state.kind) {
    case "unknown":
      return null;
    case "unreachable":
      return <Unreachable />;
    case "out":
      return <Login />;
    case "in":
      return state.session.mustChangePassword ? (
        <ChangePassword forced />
      ) : (
        <Shell session={state.session}>
          <Page />
        </Shell>
      );
  }
}

export function App() {
  return (
    <>
      <Door />
      <Toasts />
    </>
  );
}
