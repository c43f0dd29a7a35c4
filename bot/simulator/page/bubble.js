// One message as a bubble, or an album as one bubble with several photos.

import { button, drawn, make } from "./dom.js";
import { inlineKeyboard } from "./keyboard.js";
import { formatted, wordsOf } from "./markup.js";
import * as media from "./media.js";
import { hour } from "./times.js";
import { person } from "./world.js";

const HOLD_MS = 450;
const CONTENT = {
  photo: media.photo,
  voice: media.voice,
  document: media.document_,
  contact: media.contact,
  location: (message) => media.place(message.location),
};

/** `messages` is one message or the parts of an album; `viewer` the person whose phone this is; `act` hears everything. */
export function bubble(messages, viewer, act, showName) {
  const message = messages[0];
  const note = serviceNote(message);
  if (note) return make("p", { class: "service", "data-testid": "service" }, note);
  const mine = !message.outgoing && message.from?.id === viewer;
  const last = messages.at(-1);
  const row = make("div", { class: `row ${mine ? "mine" : "theirs"}`, "data-testid": "message", "data-message-id": last.message_id, "data-outgoing": String(Boolean(message.outgoing)) });
  const box = make("article", { class: `bubble ${kind(messages)}` },
    showName && !mine && make("b", { class: `sender tint${tint(message)}` }, senderName(message)),
    message.forward_origin && make("small", { class: "forwarded" }, "Diteruskan"),
    quote(message.reply_to_message, act), ...content(messages, act), words(messages, act), foot(messages, mine));
  const more = button("Pilihan pesan", "chevron", (event) => act("menu", { message: last, at: event.currentTarget }), { class: "bubble-more", "data-testid": "message-menu" });
  box.append(more);
  holdable(box, () => act("menu", { message: last, at: more }));
  row.append(make("div", { class: "stack" }, box, inlineKeyboard(last, forMessage(last, act))));
  return row;
}

const forMessage = (message, act) => (what, value) => act(what, what === "press" ? { ...value, message } : value);

function kind(messages) {
  if (messages[0].photo || messages[0].location) return messages.some(wordsOf) ? "framed captioned" : "framed";
  return "";
}

function content(messages, act) {
  if (messages.length > 1) return [make("div", { class: `album of${Math.min(messages.length, 4)}`, "data-testid": "album" }, messages.map(part))];
  const [message] = messages;
  if (message.poll) return [media.poll(message, (options) => act("vote", { message, options }))];
  const name = Object.keys(CONTENT).find((what) => message[what]);
  if (name) return [CONTENT[name](message)];
  return wordsOf(message) ? [] : [make("em", { class: "unknown" }, "Pesan jenis lain")];
}

const part = (message) => CONTENT[Object.keys(CONTENT).find((what) => message[what])]?.(message);

function words(messages, act) {
  const worded = messages.find(wordsOf);
  return worded && make("div", { class: "words", "data-testid": "text" }, formatted(worded, act));
}

function foot(messages, mine) {
  const message = messages.at(-1);
  const edited = message.edit_date && !message.reply_markup?.inline_keyboard;
  return make("span", { class: "foot" }, edited && make("span", { "data-testid": "edited" }, "diubah "),
    make("time", { datetime: new Date(message.date * 1000).toISOString() }, hour(new Date(message.date * 1000))), mine && drawn("check"));
}

function quote(target, act) {
  if (!target) return null;
  return make("button", { type: "button", class: "quote", "data-testid": "quote", onclick: () => act("jump", target.message_id) },
    make("b", {}, senderName(target)), make("span", {}, summary(target)));
}

export const senderName = (message) =>
  message.from ? [message.from.first_name, message.from.last_name].filter(Boolean).join(" ") : message.sender_chat?.title ?? "Tanpa nama";

const tint = (message) => ((person(message.from?.id)?.id ?? 0) % 5) + 1;

const NAMES = { photo: "Foto", voice: "Pesan suara", document: "Berkas", location: "Lokasi", contact: "Kontak", poll: "Jajak pendapat" };

/** One line that stands for a message in quotes and in the list of chats. */
export function summary(message) {
  const name = Object.keys(NAMES).find((what) => message[what]);
  const words = wordsOf(message) || message.poll?.question || "";
  return [name && NAMES[name], words.replace(/\s+/g, " ")].filter(Boolean).join(": ") || serviceNote(message) || "Pesan";
}

function serviceNote(message) {
  if (message.new_chat_members) return `${message.new_chat_members.map((one) => one.first_name).join(", ")} masuk grup`;
  if (message.left_chat_member) return `${message.left_chat_member.first_name} keluar dari grup`;
  if (message.group_chat_created) return "Grup dibuat";
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return "Grup naik menjadi grup besar";
  return null;
}

/** Right click and a long press both open the menu; a scroll or a tap does not. */
function holdable(element, open) {
  let timer = null;
  const stop = () => clearTimeout(timer);
  element.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a, img") || !getSelection().isCollapsed) return;
    event.preventDefault();
    stop();
    open();
  });
  element.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse") timer = setTimeout(open, HOLD_MS);
  });
  for (const name of ["pointerup", "pointercancel", "pointermove", "pointerleave"]) element.addEventListener(name, stop);
}
