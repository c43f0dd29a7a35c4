// One line that tells a newcomer what to try next; it follows what has been done and can be put away.

import { button, drawn, make } from "./dom.js";
import { chat, commandsOf, isStarted, listen, people } from "./world.js";

const KEY = "petunjuk-ditutup";
const ENOUGH = 3; // messages after which a story is probably told

export function hint() {
  const words = make("span", {});
  const line = make("p", { class: "hint", "data-testid": "hint" }, drawn("bulb"), words,
    button("Tutup petunjuk", "close", () => { line.hidden = true; keep(); }, { class: "round small", "data-testid": "hint-close" }));
  const show = () => { words.textContent = next(); };
  line.hidden = isPutAway();
  listen((topic) => ["state", "message"].includes(topic) && show());
  show();
  return line;
}

/** What to try now, from what the first two people have done so far. */
function next() {
  const [first, second] = people();
  if (!first) return "Tekan Tambah orang, lalu tekan Mulai di HP-nya.";
  const [story, reading] = [chat(first.id), second && chat(second.id)];
  if (!isStarted(story)) return `Coba dulu: tekan Mulai di HP ${first.first_name}, lalu ceritakan satu masalah kampung.`;
  const since = story.messages[0]?.date ?? 0;
  const fresh = reading?.messages.filter((message) => message.date > since) ?? [];
  if (fresh.some((message) => !message.outgoing)) return "Coba juga: majukan jam, atau pasang satu gangguan.";
  if (fresh.length) return `Ada kabar di HP ${second.first_name}.${toRead(reading)}`;
  const told = story.messages.filter((message) => !message.outgoing).length;
  if (told < ENOUGH || !second || isStarted(reading)) return `Jawab bot di HP ${first.first_name} seperti mengobrol: boleh ditulis, boleh tekan mikrofon, boleh kirim foto.`;
  return `Sudah terkirim? Buka HP ${second.first_name} dan tekan Mulai.`;
}

const toRead = (place) => (commandsOf(place).some((one) => one.command === "periksa") ? " Kirim /periksa di sana untuk membaca usulannya." : "");

/** Private windows may refuse storage; the hint then simply comes back. */
function isPutAway() {
  try { return localStorage.getItem(KEY) === "ya"; } catch { return false; }
}

function keep() {
  try { localStorage.setItem(KEY, "ya"); } catch { /* see isPutAway */ }
}
