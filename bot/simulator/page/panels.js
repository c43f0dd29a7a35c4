// The two drawers at the right edge: faults to be tried, and the log of what the bot asked of the Bot API.

import * as api from "./api.js";
import { attempt, field } from "./dialog.js";
import { button, make } from "./dom.js";
import { hour } from "./times.js";
import { listen, now, people, world } from "./world.js";

const CALLS_KEPT = 200;

/** What each kind of fault does and its usual measure; the names themselves come from the server. */
const KINDS = {
  429: ["Ditolak dengan 429; bot harus menunggu.", { retry_after: 5, times: 3 }],
  403: ["Ditolak dengan 403.", { times: 1 }],
  400: ["Ditolak dengan 400; tidak boleh diulang.", { times: 1 }],
  401: ["Semua permintaan ditolak dengan 401.", { times: 3 }],
  409: ["Ambil pesan ditolak dengan 409.", { times: 2 }],
  500: ["Jawaban 500 berisi halaman, bukan data.", { times: 3 }],
  not_json: ["Jawaban 200, tetapi bukan JSON.", { times: 2 }],
  timeout: ["Jawaban ditahan lama.", { seconds: 30, times: 2 }],
  reset: ["Diputus sebelum dikerjakan.", { times: 3 }],
  lost_reply: ["Dikerjakan, tetapi jawabannya hilang.", { times: 1 }],
  half: ["Jawabannya putus di tengah jalan.", { times: 2 }],
  slow: ["Jawaban menetes sedikit demi sedikit.", { seconds: 0.2, times: 10 }],
  migrate: ["Grup naik menjadi grup besar.", { times: 1 }],
  file_gone: ["Unduhan dijawab 404.", { times: 1 }],
  down: ["Semua permintaan ditolak sampai gangguan dihapus.", {}],
};

/** Build both drawers into `place`; each has `toggle()`. */
export function makePanels(place) {
  const faults = drawer("Gangguan", "faults");
  const calls = drawer("Catatan bot", "calls");
  place.append(faults.element, calls.element);
  fillFaults(faults.body);
  fillCalls(calls.body);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) [faults, calls].forEach((one) => one.close());
  });
  const only = (one, other) => () => { other.close(); one.toggle(); };
  return { faults: { toggle: only(faults, calls) }, calls: { toggle: only(calls, faults) } };
}

function drawer(title, name) {
  const body = make("div", { class: "drawer-body" });
  const close = () => { element.hidden = true; };
  const element = make("aside", { class: "drawer", hidden: true, "aria-label": title, "data-testid": `${name}-panel` },
    make("div", { class: "dialog-head" }, make("h2", {}, title), button("Tutup", "close", close, { class: "round", "data-testid": `${name}-close` })), body);
  return { element, body, close, toggle: () => { element.hidden = !element.hidden; } };
}

function fillFaults(body) {
  const active = make("div", { class: "faults", "data-testid": "active-faults" });
  const show = () => active.replaceChildren(...activeFaults());
  body.append(make("p", { class: "soft" }, "Apa pun yang terjadi, tidak ada cerita warga yang boleh hilang. Pasang satu, lalu berkirim pesan."), active, faultForm());
  listen((topic) => ["state", "faults"].includes(topic) && show());
  show();
}

function activeFaults() {
  const { faults } = world.state;
  if (faults.length === 0) return [make("p", { class: "calm" }, "Tidak ada gangguan sekarang.")];
  return [...faults.map((fault) => make("div", { class: "fault", "data-testid": "fault" },
    make("span", {}, make("b", {}, nameOf(fault.kind)), make("small", {}, details(fault))),
    fault.id && button("Hapus gangguan ini", "trash", () => attempt(document.body, () => api.clearFault(fault.id)), { class: "round small", "data-testid": "fault-remove" }))),
  make("button", { type: "button", class: "quiet", "data-testid": "faults-clear", onclick: () => attempt(document.body, api.clearFaults) }, "Hapus semua")];
}

const labelOf = (kind) => (world.state.fault_kinds ?? []).find((one) => String(one.kind) === String(kind))?.label;
const nameOf = (kind) => labelOf(kind) ?? String(kind);

function details(fault) {
  const whose = people().find((someone) => someone.id === fault.chat)?.first_name;
  return [fault.times === null || fault.times === undefined ? "sampai dihapus" : `${fault.times} kali lagi`, fault.method, whose && `HP ${whose}`,
    fault.retry_after && `tunggu ${fault.retry_after} detik`, fault.seconds && `${fault.seconds} detik`].filter(Boolean).join(" · ");
}

const kinds = () => (world.state.fault_kinds ?? []).map((one) => String(one.kind));

function faultForm() {
  const kind = make("select", { name: "kind", "data-testid": "fault-kind" }, kinds().map((name) => make("option", { value: name }, nameOf(name))));
  const about = make("small", { class: "soft" });
  const times = make("input", { name: "times", type: "number", min: 1, max: 999, placeholder: "terus", "data-testid": "fault-times" });
  const wait = make("input", { name: "wait", type: "number", min: 0, step: "any", "data-testid": "fault-wait" });
  const waitField = field("Berapa detik", wait);
  const chat = make("select", { name: "chat", "data-testid": "fault-chat" }, make("option", { value: "" }, "Semua orang"), people().map((someone) => make("option", { value: String(someone.id) }, someone.first_name)));
  const method = make("input", { name: "method", placeholder: "sendMessage", autocomplete: "off", "data-testid": "fault-method" });
  const choose = () => {
    const [sentence, usual] = KINDS[kind.value] ?? ["", {}];
    about.textContent = sentence;
    times.value = usual.times ?? "";
    wait.value = usual.retry_after ?? usual.seconds ?? "";
    waitField.hidden = wait.value === "";
  };
  kind.addEventListener("change", choose);
  choose();
  const form = make("form", { class: "form card" }, field("Pasang gangguan", kind), about,
    make("div", { class: "pair" }, field("Berapa kali", times), waitField),
    make("details", {}, make("summary", {}, "Lebih rinci"), field("Hanya untuk", chat), field("Hanya permintaan", method, "Nama di Bot API; kosong berarti semua.")),
    make("button", { type: "submit", class: "primary", "data-testid": "fault-add" }, "Pasang"));
  form.addEventListener("submit", (event) => { event.preventDefault(); attempt(document.body, () => api.addFault(faultOf(new FormData(form)))); });
  return form;
}

function faultOf(form) {
  const kind = form.get("kind");
  const number = (name) => (form.get(name) === "" ? undefined : Number(form.get(name)));
  return { kind, times: number("times"), chat: number("chat"), method: form.get("method").trim() || undefined,
    [kind === "429" ? "retry_after" : "seconds"]: number("wait") };
}

/** The server leaves out the polling that went well: it would bury the rest. */
function fillCalls(body) {
  const rows = make("ol", { class: "calls", "data-testid": "calls" });
  body.append(make("p", { class: "soft" }, "Yang diminta bot kepada Telegram, terbaru di atas."), rows);
  listen((topic, call) => {
    if (topic !== "call") return;
    rows.prepend(callRow(call));
    if (rows.children.length > CALLS_KEPT) rows.lastChild.remove();
  });
}

const callRow = (call) => make("li", { class: call.ok ? "ok" : "bad", "data-testid": "call" }, make("code", {}, call.method), make("small", {}, call.ok ? "beres" : call.description), make("time", {}, hour(now())));
