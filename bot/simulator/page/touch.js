// What happens when something on a phone is touched: buttons, links, menus. One entry each, named as the views name it.

import * as api from "./api.js";
import { attempt, field, openForm } from "./dialog.js";
import { make } from "./dom.js";
import { sayCopied, waitForAnswer } from "./keyboard.js";
import { messageItems, openMenu } from "./menu.js";

/** The hands of one phone: `touch(what, value)`. */
export function makeTouch(phone) {
  const ask = (action) => attempt(phone.element, action);
  const here = (verb, ...more) => ask(() => verb(phone.person, phone.chat().id, ...more));
  const touches = {
    press({ button, element, message }) {
      phone.pressed.set(message.message_id, element);
      waitForAnswer(element);
      here(api.pressButton, message.message_id, button.callback_data);
    },
    start(payload) {
      phone.openChat(phone.person);
      ask(() => api.pressStart(phone.person, payload));
    },
    command: (text) => here(api.sendText, text),
    copied: () => sayCopied(phone.element),
    jump: (id) => phone.talk.jump(id),
    vote: ({ message, options }) => here(api.vote, message.message_id, options),
    block: (blocked) => ask(() => api.block(phone.person, blocked)),
    link: () => askLink(touch),
    menu({ message, at }) {
      const remove = () => here(api.deleteMessage, message.message_id);
      openMenu(at, messageItems(message, phone.person, { composer: phone.composer, act: touch, remove }));
    },
    chatMenu: (at) => openMenu(at, chatItems(phone, touch)),
  };
  const touch = (what, value) => touches[what](value);
  return touch;
}

function chatItems(phone, touch) {
  const chat = phone.chat();
  const link = { label: "Buka tautan undangan", icon: "link", testid: "open-link", run: () => touch("link") };
  if (chat.type !== "private") return [link];
  return [link,
    { label: "Tekan Mulai lagi", icon: "power", testid: "start-again", run: () => touch("start") },
    { label: chat.blocked ? "Buka blokir bot" : "Blokir bot", icon: "block", testid: "block", run: () => touch("block", !chat.blocked) }];
}

const LINK = /[?&]start=([\w-]{1,64})/;
const CODE = /^[\w-]{1,64}$/;

function askLink(touch) {
  const input = make("input", { name: "link", required: true, autocomplete: "off", placeholder: "t.me/…?start=…", "data-testid": "link" });
  openForm("Buka tautan undangan", field("Tautan atau kode undangan", input), "Buka", (form) => {
    const text = form.get("link").trim();
    const payload = LINK.exec(text)?.[1] ?? CODE.exec(text)?.[0];
    if (!payload) throw new Error("Tautannya belum pas. Contoh: t.me/KawanMusrenbangBot?start=abc123");
    touch("start", payload);
  }, { testid: "link-dialog" });
}
