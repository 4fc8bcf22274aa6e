// SPDX-License-Identifier: Apache-2.0
import { type Screen, href } from "./route";

/** Tabs of a screen, each with its own address. */
export function Tabs({ screen, tabs, at }: { screen: Screen; tabs: readonly { key: string; text: string }[]; at: string }) {
  return (
    <nav className="tabs">
      {tabs.map((tab) => (
        <a key={tab.key} href={href(screen, tab.key)} aria-current={tab.key === at ? "page" : undefined}>
          {tab.text}
        </a>
      ))}
    </nav>
  );
}
