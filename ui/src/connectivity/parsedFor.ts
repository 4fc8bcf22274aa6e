// SPDX-License-Identifier: Apache-2.0

/** Text as the value that a metric of that type takes. */
export function parsedFor(type: string, text: string): string | number | boolean {
  if (/^bool/i.test(type)) return text.trim().toLowerCase() === "true" || text.trim() === "1";
  if (/int|float|double/i.test(type) && !/array/i.test(type)) return Number(text);
  return text;
}
