// SPDX-License-Identifier: Apache-2.0
import { useLanguage } from "../language";
import { Icon } from "../look/Icon";
import { Dialog } from "../look/parts";
import { say } from "../look/Toasts";

/** A password or token that is shown this once. */
export function Secret({ title, secret, hint, onClose }: { title: string; secret: string; hint: string; onClose: () => void }) {
  const { t } = useLanguage();
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="second">{hint}</p>
      <div className="row">
        <input className="input mono" readOnly value={secret} aria-label={title} onFocus={(event) => event.target.select()} />
        <button
          className="button"
          onClick={() => {
            void navigator.clipboard?.writeText(secret).then(() => say(t.do.copied));
          }}
        >
          <Icon name="link" />
          {t.do.copy}
        </button>
      </div>
      <footer>
        <button className="button main" onClick={onClose}>
          {t.do.close}
        </button>
      </footer>
    </Dialog>
  );
}
