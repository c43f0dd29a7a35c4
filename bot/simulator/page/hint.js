// One line that tells a newcomer what to try next: the first thing that was not done yet, whatever was done before it.

import { button, drawn, make } from "./dom.js";
import { chat, commandsOf, isStarted, listen, people, world } from "./world.js";

const KEY = "petunjuk-ditutup";
const TWO_DAYS_MS = 2 * 86_400_000;
const passed = new Set(); // steps that were put aside
const felt = { trouble: false, killed: false }; // what cannot be read from the chats afterwards

export function hint() {
  const words = make("span", { "data-testid": "hint-words" });
  const other = make("button", { type: "button", class: "hint-next", "data-testid": "hint-next", onclick: () => { passed.add(next()); show(); } }, "Yang lain");
  const line = make("p", { class: "hint", "data-testid": "hint" }, drawn("bulb"), make("span", { class: "hint-words" }, words, " ", other),
    button("Tutup petunjuk", "close", () => { line.hidden = true; keep(); }, { class: "round small", "data-testid": "hint-close" }));
  const show = () => {
    const step = next();
    words.textContent = (step ?? END).say(cast());
    other.hidden = !step || people().length === 0;
  };
  line.hidden = isPutAway();
  listen((topic) => {
    felt.trouble ||= topic === "faults" && world.state.faults.length > 0;
    felt.killed ||= topic === "awake" && !world.state.awake;
    if (["state", "message", "clock", "faults", "awake", "commands"].includes(topic)) show();
  });
  show();
  return line;
}

/** Who plays: the first three people, where the second reads, and who reads what the first has brought. */
function cast() {
  const [villager, facilitator, officer] = people();
  const sent = villager && chat(villager.id).messages.findLast((message) => message.outgoing && SENT.test(message.text ?? ""));
  const reader = sent?.text.includes(facilitator?.first_name) ? facilitator : officer ?? facilitator;
  return { villager, facilitator, officer, sent, reader, home: HOME.exec(facilitator?.role ?? "")?.[1] };
}

const SENT = /tercatat[^]*\/usulanku/;
const HOME = /^fasilitator (\p{Lu}.+)$/u; // "fasilitator Desa Boiya, Maiwa"; a role without a place begins small

const said = (someone, pattern, since = 0) =>
  someone && chat(someone.id).messages.findLast((message) => !message.outgoing && message.date >= since && pattern.test(message.text ?? ""));
const knows = (someone, command) => someone && commandsOf(chat(someone.id)).some((one) => one.command === command);
const opened = ({ reader, sent }) => sent && said(reader, /periksa/i, sent.date);
const isBehind = (message, other) => message.message_id > other.message_id; // dates tell seconds, within which much happens
const heardBack = (found) => {
  const read = opened(found);
  return read && chat(found.villager.id).messages.find((message) => message.outgoing && message.date >= read.date && isBehind(message, found.sent));
};

/** What somebody tries by a command of theirs; what nobody of them can do is not offered. */
const byCommand = (who, command, say) => ({ can: (found) => knows(found[who], command), done: (found) => said(found[who], new RegExp(command, "i")), say });

const STEPS = [
  { done: ({ villager }) => villager && isStarted(chat(villager.id)),
    say: ({ villager, home }) => (villager ? `Coba dulu: tekan Mulai di HP ${villager.first_name}, lalu ceritakan satu masalah kampung${home ? ` di ${home}` : ""}.` : "Tekan Tambah orang, lalu tekan Mulai di HP-nya.") },
  { done: ({ sent }) => sent,
    say: ({ villager, facilitator, home }) => `Jawab bot di HP ${villager.first_name}: boleh ditulis, direkam, atau difoto.${home ? ` Usulan dari ${home} dibaca ${facilitator.first_name}.` : ""}` },
  { can: ({ sent, reader }) => sent && knows(reader, "periksa"), done: opened,
    say: ({ villager, reader }) => `Sudah terkirim. Tulis /periksa di HP ${reader.first_name}, lalu buka usulan ${villager.first_name}.` },
  { can: opened, done: heardBack,
    say: ({ villager, reader }) => `Di HP ${reader.first_name}: tekan Sudah saya baca, atau tanyakan satu hal. Kabarnya sampai di HP ${villager.first_name}.` },
  { can: heardBack, done: (found) => chat(found.villager.id).messages.some((message) => !message.outgoing && isBehind(message, heardBack(found))),
    say: ({ villager }) => `Di HP ${villager.first_name}: jawab, betulkan, atau tanyakan “usulanku sampai di mana?”` },
  byCommand("facilitator", "jadwal", ({ facilitator }) => `Di HP ${facilitator.first_name} tulis: /jadwal musrenbang desa 10 hari lagi jam 9. Lalu Lewati dan Kirim.`),
  byCommand("facilitator", "tugas", ({ facilitator }) => `Tulis /tugas di HP ${facilitator.first_name}: apa yang perlu disiapkan sebelum hari itu.`),
  { can: ({ facilitator }) => knows(facilitator, "tugas"), done: () => world.skew >= TWO_DAYS_MS,
    say: ({ facilitator }) => `Tekan +1 hari di atas beberapa kali, sampai HP ${facilitator.first_name} mengingatkan satu tugas. Malam hari bot diam.` },
  byCommand("facilitator", "belajar", ({ facilitator }) => `Tulis /belajar di HP ${facilitator.first_name}: pelajaran dua menit, lalu soalnya.`),
  byCommand("officer", "siaran", ({ officer }) => `Tulis /siaran di HP ${officer.first_name}: satu pengumuman untuk banyak orang sekaligus.`),
  byCommand("officer", "kesiapan", ({ officer }) => `Tulis /kesiapan di HP ${officer.first_name}: desa mana yang perlu ditelepon dulu.`),
  { done: () => felt.trouble, say: () => "Coba juga: tekan Gangguan di atas, pasang satu, lalu berkirim pesan. Tidak ada yang hilang." },
  { done: () => felt.killed, say: () => "Coba juga: tekan Matikan bot di tengah cerita. Bot menyala lagi dan meneruskannya." },
];
const END = { say: () => "Selebihnya terserah Bapak/Ibu: tulis /bantuan di HP mana saja, atau kata biasa seperti “apa tugas saya”." };

/** The first step that can be taken, was not taken and was not put aside; none at the end. */
function next() {
  const found = cast();
  return STEPS.find((step) => !passed.has(step) && (!step.can || step.can(found)) && !step.done(found));
}

/** Private windows may refuse storage; the hint then simply comes back. */
function isPutAway() {
  try { return localStorage.getItem(KEY) === "ya"; } catch { return false; }
}

function keep() {
  try { localStorage.setItem(KEY, "ya"); } catch { /* see isPutAway */ }
}
