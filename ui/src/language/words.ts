// SPDX-License-Identifier: Apache-2.0
import type { en } from "./en";

type Widen<T> = T extends string
  ? string
  : T extends (...parameters: infer P) => string
    ? (...parameters: P) => string
    : { readonly [K in keyof T]: Widen<T[K]> };

/** Everything the screens say. English gives the keys; a language that misses one does not compile. */
export type Words = Widen<typeof en>;
