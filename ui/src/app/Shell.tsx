// SPDX-License-Identifier: Apache-2.0
// The frame around every screen: places to go on the left, where one is and who one is at the top.
import { type ReactNode, useCallback, useState } from "react";
import { useLiveStatus } from "../data/live";
import { logout } from "../data/session";
import type { Session } from "../data/types";
import { LANGUAGES, chooseLanguage, useLanguage, wordsOf } from "../language";
import { Icon } from "../look/Icon";
import { Menu } from "../look/Menu";
import { ChangePassword } from "../identity/ChangePassword";
import { Dialog } from "../look/parts";
import { Finder } from "./Finder";
import { Help } from "./Help";
import { PlantTree } from "./PlantTree";
import { Trail } from "./Trail";
import { SCREENS, href, useRoute } from "./route";
import { useKeys } from "./keys";
import { THEMES, chooseTheme, toggleTheme, useTheme } from "./theme";

type Overlay = "find" | "help" | "password" | undefined;

function Navigation() {
  const { t } = useLanguage();
  const { screen } = useRoute();
  return (
    <nav aria-label={t.app.menu}>
      {SCREENS.filter((each) => each !== "machine").map((each) => (
        <a
          key={each}
          href={href(each)}
          title={t.screens[each]}
          aria-current={each === screen || (each === "line" && screen === "machine") ? "page" : undefined}
        >
          <Icon name={each} />
          <span>{t.screens[each]}</span>
        </a>
      ))}
    </nav>
  );
}

function LostConnection() {
  const { t, format } = useLanguage();
  const status = useLiveStatus();
  if (status.connected) return null;
  return (
    <div className="lost" role="status">
      <Icon name="warning" />
      {t.app.connectionLost(format.time(status.since))}
    </div>
  );
}

function Account({ session, onPassword, onHelp }: { session: Session; onPassword: () => void; onHelp: () => void }) {
  const { t, tag } = useLanguage();
  const theme = useTheme();
  return (
    <Menu label={t.app.you} trigger={<Icon name="user" />}>
      <div className="title">
        {session.name || session.user} · {session.scopes[0] ? t.role[session.scopes[0].role] : session.user}
      </div>
      <hr />
      <div className="title">{t.app.chooseLanguage}</div>
      {LANGUAGES.map((each) => (
        <button key={each} role="menuitemradio" aria-checked={each === tag} onClick={() => chooseLanguage(each)} lang={each}>
          <span className="grow">{wordsOf(each).language}</span>
          {each === tag && <Icon name="check" />}
        </button>
      ))}
      <hr />
      <div className="title">{t.app.theme}</div>
      {THEMES.map((each) => (
        <button key={each} role="menuitemradio" aria-checked={each === theme} onClick={() => chooseTheme(each)}>
          <span className="grow">{t.app.themes[each]}</span>
          {each === theme && <Icon name="check" />}
        </button>
      ))}
      <hr />
      <button role="menuitem" onClick={onHelp}>
        <span className="grow">{t.app.help}</span>
        <kbd>?</kbd>
      </button>
      <button role="menuitem" onClick={onPassword}>
        {t.login.submitChange}
      </button>
      <button role="menuitem" onClick={() => void logout()}>
        {t.app.logout}
      </button>
    </Menu>
  );
}

export function Shell({ session, children }: { session: Session; children: ReactNode }) {
  const { t, tag } = useLanguage();
  const [overlay, setOverlay] = useState<Overlay>();
  const [folded, setFolded] = useState(() => localStorage.getItem("millwright.folded") === "yes");
  const close = useCallback(() => setOverlay(undefined), []);
  useKeys({
    "?": () => setOverlay((shown) => (shown === "help" ? undefined : "help")),
    "/": () => setOverlay("find"),
    "mod+k": () => setOverlay("find"),
    t: toggleTheme,
  });
  const fold = () => {
    localStorage.setItem("millwright.folded", folded ? "no" : "yes");
    setFolded(!folded);
  };
  return (
    <div className={`shell ${folded ? "folded" : ""}`}>
      <a className="skip button" href="#content" onClick={(event) => {
        event.preventDefault();
        document.getElementById("content")?.focus();
      }}>
        {t.app.skip}
      </a>
      <aside className="side scroll">
        <div className="brand">
          <button className="button bare square" onClick={fold} aria-label={t.app.collapse} title={t.app.collapse}>
            <Icon name="sidebar" />
          </button>
          <strong>{t.app.name}</strong>
        </div>
        <Navigation />
        <PlantTree />
      </aside>
      <div className="stage">
        <header className="top">
          <Trail />
          <button className="button bare find" onClick={() => setOverlay("find")}>
            <Icon name="search" />
            <span>{t.app.find}</span>
            <kbd>/</kbd>
          </button>
          <button
            className="button bare"
            onClick={() => chooseLanguage(tag === "en" ? "zh-CN" : "en")}
            title={t.app.chooseLanguage}
            lang={tag === "en" ? "zh-CN" : "en"}
          >
            {tag === "en" ? "中文" : "EN"}
          </button>
          <Account session={session} onPassword={() => setOverlay("password")} onHelp={() => setOverlay("help")} />
        </header>
        <LostConnection />
        <main id="content" className="content scroll" tabIndex={-1}>
          {children}
        </main>
      </div>
      {overlay === "find" && <Finder onClose={close} />}
      {overlay === "help" && <Help onClose={close} />}
      {overlay === "password" && (
        <Dialog title={t.login.submitChange} onClose={close}>
          <ChangePassword onDone={close} />
        </Dialog>
      )}
    </div>
  );
}
