// SPDX-License-Identifier: Apache-2.0
import type { Step } from "../data/types";
import { useLanguage } from "../language";
import { fallOf } from "./waterfallSteps";

const COLOUR: Partial<Record<Step["step"], string>> = {
  CALENDAR_TIME: "var(--bar)",
  GOOD_PRODUCTION: "var(--bar-good)",
  UNSCHEDULED: "var(--s-planned)",
  NOT_OBSERVED: "var(--s-hatch)",
  PLANNED_STOP: "var(--s-planned)",
  BREAKDOWN: "var(--s-breakdown)",
  SETUP: "var(--s-setup)",
  WAITING: "var(--s-waiting)",
  MINOR_STOP: "var(--s-minor)",
  REDUCED_SPEED: "var(--s-minor)",
  STARTUP_REJECT: "var(--s-breakdown)",
  PRODUCTION_REJECT: "var(--s-breakdown)",
};

/** From calendar time down to good production, one row a loss: readable in any language, without turned labels. */
export function Waterfall({ steps }: { steps: readonly Step[] }) {
  const { t, format } = useLanguage();
  const falls = fallOf(steps);
  const whole = falls.find((fall) => fall.step === "CALENDAR_TIME")?.seconds ?? 0;
  if (whole <= 0) return <p className="quiet">{t.chart.noTime}</p>;
  return (
    <table className="waterfall">
      <caption className="unseen">{t.chart.waterfall}</caption>
      <tbody>
        {falls.map((fall) => (
          <tr key={fall.step} className={fall.total ? "total" : ""}>
            <th scope="row">{t.step[fall.step]}</th>
            <td className="bar">
              <i style={{ left: `${(fall.from / whole) * 100}%`, width: `${((fall.to - fall.from) / whole) * 100}%`, background: COLOUR[fall.step] }} />
            </td>
            <td className="right nowrap">{format.duration(fall.seconds)}</td>
            <td className="right nowrap quiet">{format.percent(fall.seconds / whole, 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
