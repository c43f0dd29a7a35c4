// Civil time of the simulated world. All phones live in the bot's zone, whatever the browser's own zone is.

import { world } from "./world.js";

const SHORT = { "Asia/Jakarta": "WIB", "Asia/Pontianak": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT" };
const formats = new Map();

function format(name, options) {
  const zone = world.state?.zone ?? "Asia/Makassar";
  const key = name + zone;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat("id-ID", { timeZone: zone, ...options }));
  return formats.get(key);
}

export const zoneName = () => SHORT[world.state?.zone] ?? "";

/** "19.05" */
export const hour = (date) => format("hour", { hour: "2-digit", minute: "2-digit", hour12: false }).format(date);

/** "Sel, 24 Nov 2026" */
export const shortDay = (date) => format("short", { weekday: "short", day: "numeric", month: "short", year: "numeric" }).format(date);

/** "Selasa, 24 November 2026" */
export const longDay = (date) => format("long", { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(date);

/** "Januari" to "Desember". */
export const monthNames = () => Array.from({ length: 12 }, (_, at) => new Intl.DateTimeFormat("id-ID", { timeZone: "UTC", month: "long" }).format(new Date(Date.UTC(2026, at, 15))));

const dayKey = (date) => format("key", { year: "numeric", month: "2-digit", day: "2-digit" }).format(date);
export const sameDay = (one, other) => dayKey(one) === dayKey(other);

/** "Hari ini", "Kemarin" or the date, as seen at `now`. */
export function dayName(date, now) {
  if (sameDay(date, now)) return "Hari ini";
  if (sameDay(date, new Date(now - 86_400_000))) return "Kemarin";
  return longDay(date);
}

/** Seconds as "0:07". */
export function span(seconds) {
  const whole = Math.max(0, Math.round(seconds || 0));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** A civil moment of the simulated zone: "2026-11-24T19:05". */
export function inputMoment(date) {
  const parts = format("input", { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hour12: false, numberingSystem: "latn" })
    .formatToParts(date).reduce((all, part) => ({ ...all, [part.type]: part.value }), {});
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour.replace("24", "00")}:${parts.minute}`;
}

/** The reverse: a civil moment of the simulated zone as an ISO instant. */
export function instant(civil) {
  const guess = new Date(`${civil}:00Z`);
  const shown = new Date(`${inputMoment(guess)}:00Z`);
  return new Date(guess - (shown - guess)).toISOString();
}
