// SPDX-License-Identifier: Apache-2.0
import { useNow } from "../data/now";
import { useLanguage } from "../language";

/** How long ago `at` was, counting on. */
export function Since({ at }: { at: string | null }) {
  const { format } = useLanguage();
  const now = useNow();
  if (!at) return null;
  return (
    <time dateTime={at} title={format.dateTime(at)} className="nowrap">
      {format.duration((now - Date.parse(at)) / 1000)}
    </time>
  );
}
