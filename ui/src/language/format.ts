// SPDX-License-Identifier: Apache-2.0
// Numbers, times and durations as a reader of the language expects them.
export type LanguageTag = "en" | "zh-CN";

export type Format = {
  number: (value: number | null | undefined, digits?: number) => string;
  /** A ratio 0…1 as per cent. */
  percent: (ratio: number | null | undefined, digits?: number) => string;
  /** Seconds as the two largest units: "2 h 05 min", "45 s". */
  duration: (seconds: number | null | undefined) => string;
  time: (at: string | number) => string;
  timeOfDay: (at: string | number) => string;
  date: (at: string | number) => string;
  dateTime: (at: string | number) => string;
  /** The time of day when it is today, else date and time. */
  moment: (at: string | number) => string;
};

const MISSING = "–";
const pad = (value: number): string => String(value).padStart(2, "0");

type Units = { day: string; hour: string; minute: string; second: string; gap: string };
const UNITS: Record<LanguageTag, Units> = {
  en: { day: "d", hour: "h", minute: "min", second: "s", gap: "\u202f" },
  "zh-CN": { day: "天", hour: "小时", minute: "分", second: "秒", gap: "" },
};

/** Seconds in words; rounds down, so that a clock never shows a minute that is not over. */
export function durationIn(language: LanguageTag, seconds: number): string {
  const { day, hour, minute, second, gap } = UNITS[language];
  const between = language === "en" ? " " : "";
  const whole = Math.max(0, Math.floor(seconds));
  const days = Math.floor(whole / 86_400);
  const hours = Math.floor((whole % 86_400) / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const alone = language === "zh-CN" ? "分钟" : minute;
  if (days > 0) return `${days}${gap}${day}${hours ? `${between}${hours}${gap}${hour}` : ""}`;
  if (hours > 0) return `${hours}${gap}${hour}${minutes ? `${between}${pad(minutes)}${gap}${minute}` : ""}`;
  if (minutes >= 10 || whole % 60 === 0) {
    if (minutes > 0) return `${minutes}${gap}${alone}`;
  } else if (minutes > 0) return `${minutes}${gap}${minute}${between}${pad(whole % 60)}${gap}${second}`;
  return `${whole}${gap}${second}`;
}

function digitsFor(value: number): number {
  const size = Math.abs(value);
  if (Number.isInteger(value) || size >= 1000) return 0;
  if (size >= 100) return 1;
  return size >= 1 ? 2 : 3;
}

export function formatIn(language: LanguageTag): Format {
  const numbers = new Map<number, Intl.NumberFormat>();
  const numberOf = (digits: number): Intl.NumberFormat => {
    let format = numbers.get(digits);
    if (!format) {
      format = new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
      numbers.set(digits, format);
    }
    return format;
  };
  const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
  const short = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const day = new Intl.DateTimeFormat(language, { year: "numeric", month: language === "en" ? "short" : "2-digit", day: "2-digit" });
  const both = new Intl.DateTimeFormat(language, {
    month: language === "en" ? "short" : "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const at = (value: string | number): Date => new Date(value);
  const safe =
    (format: Intl.DateTimeFormat) =>
    (value: string | number): string =>
      Number.isNaN(at(value).getTime()) ? MISSING : format.format(at(value));
  return {
    number: (value, digits) =>
      value === null || value === undefined || !Number.isFinite(value) ? MISSING : numberOf(digits ?? digitsFor(value)).format(value),
    percent: (ratio, digits = 1) =>
      ratio === null || ratio === undefined || !Number.isFinite(ratio) ? MISSING : `${numberOf(digits).format(ratio * 100)}\u202f%`,
    duration: (seconds) =>
      seconds === null || seconds === undefined || !Number.isFinite(seconds) ? MISSING : durationIn(language, seconds),
    time: safe(clock),
    timeOfDay: safe(short),
    date: safe(day),
    dateTime: safe(both),
    moment: (value) => (at(value).toDateString() === new Date().toDateString() ? safe(short)(value) : safe(both)(value)),
  };
}
