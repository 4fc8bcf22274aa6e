// SPDX-License-Identifier: Apache-2.0
// Breaks the build when the scripts that the first page loads exceed their budget (compressed).
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const budget = 250_000;
const html = readFileSync("dist/index.html", "utf8");
const first = [...html.matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g)].map((match) => match[1]);
const size = first.reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length, 0);
console.log(`first load: ${size} of ${budget} bytes of compressed script in ${first.length} file(s)`);
if (first.length === 0 || size > budget) {
  console.error("The first load is too large. Maybe load a screen or a chart lazily.");
  process.exit(1);
}
