// SPDX-License-Identifier: Apache-2.0
import { useState } from "react";
import { useLanguage } from "../language";
import { refusalsIn } from "./FormDialog";
import { say } from "./Toasts";

/** A button that takes away: the first touch asks, the second does. */
export function Revoke({ text, action }: { text: string; action: () => Promise<unknown> }) {
  const { t } = useLanguage();
  const [sure, setSure] = useState(false);
  const run = async () => {
    try {
      await action();
      say(t.say.removed);
    } catch (error) {
      say(refusalsIn(error)[0]?.message ?? t.say.failed);
    }
  };
  return (
    <button
      type="button"
      className="button tiny danger"
      onBlur={() => setSure(false)}
      onClick={(event) => {
        event.stopPropagation();
        if (sure) void run();
        setSure(!sure);
      }}
    >
      {sure ? `${t.do.confirm}?` : text}
    </button>
  );
}
