// The lower edge of a phone: words, attachments, voice, the bot's keys and commands.

import * as api from "./api.js";
import { attachments } from "./attach.js";
import { summary, senderName } from "./bubble.js";
import { attempt } from "./dialog.js";
import { button, drawn, make } from "./dom.js";
import { replyKeyboard } from "./keyboard.js";
import { startRecording } from "./recorder.js";
import { span } from "./times.js";
import { commandsOf } from "./world.js";

const PLACEHOLDER = "Tulis pesan";
const TALLEST_PX = 140;

/** Make the composer of `phone` (`{person, chat(), element}`); it keeps one draft per chat. */
export function createComposer(phone) {
  const drafts = new Map();
  let target = null; // {kind: "reply" | "edit", message}
  let recording = null;
  let folded = null; // the keyboard that was put away
  const send = (action) => attempt(phone.element, action);

  const input = make("textarea", { class: "input", rows: 1, placeholder: PLACEHOLDER, "aria-label": PLACEHOLDER, enterkeyhint: "send", "data-testid": "input" });
  const context = make("div", { class: "context", hidden: true, "data-testid": "context" });
  const commands = make("div", { class: "commands", role: "menu", hidden: true, "data-testid": "commands" });
  const keys = make("div", { class: "keys-place" });
  const attach = attachments(phone, send);
  const slash = button("Perintah", "slash", () => toggleCommands(), { class: "round", "data-testid": "commands-toggle" });
  const fold = button("Papan tombol", "keys", () => { folded = folded ? null : phone.chat().reply_keyboard; showKeys(); }, { class: "round", "data-testid": "keys-toggle" });
  const mic = button("Rekam suara", "mic", record, { class: "round strong", "data-testid": "mic" });
  const go = button("Kirim", "send", submit, { class: "round strong", "data-testid": "send" });
  const line = make("div", { class: "line" }, attach.toggle, slash, input, fold, mic, go);
  const element = make("div", { class: "composer", "data-testid": "composer" }, context, commands, attach.menu, line, keys);

  addEventListener("pointerdown", ({ target: touched }) => {
    if (!attach.toggle.contains(touched) && !attach.menu.contains(touched)) attach.close();
    if (!slash.contains(touched) && !commands.contains(touched)) commands.hidden = true;
  });
  addEventListener("keydown", ({ key }) => key === "Escape" && foldAway());
  input.addEventListener("input", changed);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); submit(); }
    if (event.key === "Escape") aim(null);
  });
  input.addEventListener("paste", (event) => {
    const files = [...event.clipboardData.files];
    if (files.length) { event.preventDefault(); attach.offer(files); }
  });

  function foldAway() {
    attach.close();
    commands.hidden = true;
  }

  function changed() {
    input.style.height = "";
    if (input.value) input.style.height = `${Math.min(input.scrollHeight + 2, TALLEST_PX)}px`;
    drafts.set(phone.chat().id, input.value);
    const worded = input.value.trim() !== "";
    go.hidden = !worded;
    mic.hidden = worded;
    toggleCommands(/^\/\w*$/.test(input.value));
  }

  function write(text) {
    input.value = text;
    changed();
  }

  async function submit() {
    const text = input.value;
    if (text.trim() === "") return;
    const { kind, message } = target ?? {};
    const place = phone.chat().id;
    write("");
    aim(null);
    const done = await send(() => kind === "edit"
      ? api.editText(phone.person, place, message.message_id, text)
      : api.sendText(phone.person, place, text, message?.message_id));
    if (!done && input.value === "") write(text);
  }

  /** Reply to or edit a message (or neither, with null). */
  function aim(next, placeholder = PLACEHOLDER) {
    if (target?.kind === "edit" && !next) write("");
    target = next;
    input.placeholder = placeholder;
    context.hidden = !next;
    if (!next) return;
    context.replaceChildren(drawn(next.kind === "edit" ? "edit" : "reply"),
      make("span", { class: "context-words" }, make("b", {}, next.kind === "edit" ? "Ubah pesan" : senderName(next.message)), make("span", {}, summary(next.message))),
      button("Batalkan", "close", () => aim(null), { class: "round small" }));
    if (next.kind === "edit") write(next.message.text ?? next.message.caption ?? "");
    input.focus({ preventScroll: true });
  }

  function toggleCommands(open = commands.hidden) {
    const begun = input.value.startsWith("/") ? input.value.slice(1) : "";
    const fitting = commandsOf(phone.chat()).filter((one) => one.command.startsWith(begun));
    commands.hidden = !open || fitting.length === 0;
    commands.replaceChildren(...fitting.map(({ command, description }) =>
      make("button", { type: "button", role: "menuitem", "data-testid": "command", onclick: () => { write(""); send(() => api.sendText(phone.person, phone.chat().id, `/${command}`)); } },
        make("b", {}, `/${command}`), make("span", {}, description))));
  }

  async function press(key) {
    if (phone.chat().reply_keyboard?.one_time_keyboard) { folded = phone.chat().reply_keyboard; showKeys(); }
    if (key.request_location) return attach.askLocation();
    if (key.request_contact) return attach.askContact();
    await send(() => api.sendText(phone.person, phone.chat().id, key.text));
  }

  function showKeys() {
    const board = phone.chat().reply_keyboard;
    const shown = board !== folded && replyKeyboard(board, (_, key) => press(key));
    fold.hidden = !board?.keyboard;
    fold.setAttribute("aria-pressed", String(Boolean(shown)));
    keys.replaceChildren(...(shown ? [shown] : []));
    if (target?.kind !== "edit" && !target) input.placeholder = board?.input_field_placeholder || PLACEHOLDER;
  }

  /** The bot asked for a reply: aim at its message, with the hint it gave. */
  function obey(message) {
    const asked = message.reply_keyboard;
    if (asked?.force_reply) aim({ kind: "reply", message }, asked.input_field_placeholder || PLACEHOLDER);
  }

  async function record() {
    if (recording) return;
    if (!(await send(async () => { recording = await startRecording(); }))) return;
    const time = make("span", { class: "record-time" }, "0:00");
    const begun = Date.now();
    const tick = setInterval(() => { time.textContent = span((Date.now() - begun) / 1000); }, 250);
    const end = () => { clearInterval(tick); bar.remove(); line.hidden = false; recording = null; };
    const bar = make("div", { class: "line recording", "data-testid": "recording" },
      button("Buang rekaman", "trash", () => { recording.cancel(); end(); }, { class: "round", "data-testid": "record-cancel" }),
      make("i", { class: "record-dot" }), time, make("span", { class: "record-words" }, "Sedang merekam…"),
      button("Kirim suara", "send", async () => {
        const file = await recording.stop();
        end();
        await send(() => api.sendFile(phone.person, phone.chat().id, "voice", file));
      }, { class: "round strong", "data-testid": "record-send" }));
    line.hidden = true;
    line.after(bar);
  }

  /** Another chat, or other keys: bring the draft and the keyboard of the chat now open. */
  function show() {
    slash.hidden = commandsOf(phone.chat()).length === 0;
    showKeys();
  }

  function open() {
    aim(null);
    write(drafts.get(phone.chat().id) ?? "");
    foldAway();
    show();
  }

  return { element, open, show, aim, obey, send };
}
