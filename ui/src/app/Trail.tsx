// SPDX-License-Identifier: Apache-2.0
import { lastCode, trail, useOverview } from "../data/plant";
import { useLanguage } from "../language";
import { Icon } from "../look/Icon";
import { href, useRoute } from "./route";
import { screenOf } from "./Finder";

/** Where one is: the screen, or the way down the hierarchy to the node shown. */
export function Trail() {
  const { t, name } = useLanguage();
  const { screen, rest } = useRoute();
  const { data } = useOverview();
  if (!screen) return <div className="grow" />;
  const ofNode = screen === "line" || screen === "machine" || screen === "downtime";
  const nodes = ofNode && rest ? trail(data?.roots ?? [], rest) : [];
  const unknown = ofNode && rest !== "" && nodes.at(-1)?.id !== rest;
  return (
    <div className="trail grow" aria-label={t.app.plant}>
      <a href={href(screen === "machine" ? "line" : screen)} className={nodes.length ? "quiet" : "here"}>
        {t.screens[screen === "machine" ? "line" : screen]}
      </a>
      {nodes.map((node, index) => (
        <span key={node.id} className="row">
          <Icon name="right" />
          {index === nodes.length - 1 && !unknown ? (
            <span className="here clip" aria-current="location">
              {name(node.name)}
            </span>
          ) : (
            <a className="quiet clip" href={screen === "downtime" ? href("downtime", node.id) : screenOf(node)}>
              {name(node.name)}
            </a>
          )}
        </span>
      ))}
      {unknown && (
        <span className="row">
          <Icon name="right" />
          <span className="here clip">{lastCode(rest)}</span>
        </span>
      )}
    </div>
  );
}
