// SPDX-License-Identifier: Apache-2.0

/** Whether each word of the search is somewhere in the text. */
export function matches(text: string, search: string): boolean {
  const lower = text.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}
