// Moving the clock to a day and hour, in the order Indonesian dates have, whatever the browser's own language is.

import * as api from "./api.js";
import { field, openForm } from "./dialog.js";
import { make } from "./dom.js";
import { inputMoment, instant, monthNames, zoneName } from "./times.js";
import { now } from "./world.js";

const YEARS_AHEAD = 4;
const two = (number) => String(number).padStart(2, "0");
const range = (first, count, step = 1) => Array.from({ length: count }, (_, at) => first + at * step);

export function openMoment() {
  const [year, month, day, hour, minute] = inputMoment(now()).split(/\D/).map(Number);
  const minutes = [...new Set([...range(0, 12, 5), minute])].sort((one, other) => one - other);
  openForm("Pindah ke tanggal", [
    make("div", { class: "date" },
      choice("Tanggal", "day", range(1, 31).map((one) => [one, one]), day),
      choice("Bulan", "month", monthNames().map((name, at) => [at + 1, name]), month),
      choice("Tahun", "year", range(year - 1, YEARS_AHEAD + 1).map((one) => [one, one]), year)),
    make("div", { class: "date" },
      choice(`Pukul (${zoneName()})`, "hour", range(0, 24).map((one) => [one, two(one)]), hour),
      choice("Menit", "minute", minutes.map((one) => [one, two(one)]), minute)),
  ], "Pindah", (form) => api.setClock(instant(civil(form))), { testid: "clock-dialog" });
}

const choice = (label, name, options, chosen) => field(label, make("select", { name, "data-testid": `moment-${name}` },
  options.map(([value, words]) => make("option", { value, selected: value === chosen }, String(words)))));

/** "2027-02-04T09:00"; a day the month does not have is refused. */
function civil(form) {
  const [year, month, day, hour, minute] = ["year", "month", "day", "hour", "minute"].map((name) => Number(form.get(name)));
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) throw new Error(`${monthNames()[month - 1]} ${year} tidak punya tanggal ${day}.`);
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}
