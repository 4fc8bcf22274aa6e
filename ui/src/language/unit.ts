// SPDX-License-Identifier: Apache-2.0

// Devices name units by their UCUM codes; these few read badly as they are.
const READABLE: Readonly<Record<string, string>> = {
  Cel: "°C",
  "[degF]": "°F",
  um: "µm",
  "m3/h": "m³/h",
  m3: "m³",
  mm2: "mm²",
  "kg/m3": "kg/m³",
  "uS/cm": "µS/cm",
  Ohm: "Ω",
  deg: "°",
};

/** A unit of measure as a person reads it. */
export const unitText = (unit: string | null | undefined): string => (unit ? (READABLE[unit] ?? unit) : "");
