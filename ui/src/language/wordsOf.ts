// SPDX-License-Identifier: Apache-2.0
import { en } from "./en";
import type { LanguageTag } from "./format";
import type { Words } from "./words";
import { zhCN } from "./zh-CN";

export type { LanguageTag, Words };

const WORDS: Record<LanguageTag, Words> = { en, "zh-CN": zhCN };

export const LANGUAGES: LanguageTag[] = ["zh-CN", "en"];

export const wordsOf = (tag: LanguageTag): Words => WORDS[tag];
