// One line that tells a newcomer what to try next; it follows what has been done and can be put away.

import { button, drawn, make } from "./dom.js";
import { chat, commandsOf, isStarted, listen, people } from "./world.js";

const KEY = "petunjuk-ditutup";

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
  if (!isStarted(chat(first.id))) return `Coba dulu: tekan Mulai di HP ${first.first_name}, lalu ceritakan satu masalah kampung.`;
  const told = chat(first.id).messages.filter((message) => !message.outgoing).length;
  if (told < 4 || !second) return `Jawab bot di HP ${first.first_name} seperti mengobrol: boleh ditulis, boleh tekan mikrofon, boleh kirim foto.`;
  if (!isStarted(chat(second.id))) return `Sudah terkirim? Buka HP ${second.first_name} dan tekan Mulai.`;
  const check = commandsOf(chat(second.id)).find((one) => one.command === "periksa");
  return check ? `Di HP ${second.first_name}, kirim /periksa untuk membaca usulan yang masuk.` : "Coba juga: majukan jam, atau pasang satu gangguan.";
}

/** Private windows may refuse storage; the hint then simply comes back. */
function isPutAway() {
  try { return localStorage.getItem(KEY) === "ya"; } catch { return false; }
}

function keep() {
  try { localStorage.setItem(KEY, "ya"); } catch { /* see isPutAway */ }
}
