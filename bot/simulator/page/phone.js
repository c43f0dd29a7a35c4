// One person's phone: the list of chats, the open chat with its header, and what happens when something in it is touched.

import * as api from "./api.js";
import { summary } from "./bubble.js";
import { createComposer } from "./composer.js";
import { attempt, openAlert, openForm, field, notify } from "./dialog.js";
import { button, drawn, make } from "./dom.js";
import { answered, sayCopied, waitForAnswer } from "./keyboard.js";
import { closeMenu, openMenu, messageItems } from "./menu.js";
import { createTalk } from "./talk.js";
import { hour } from "./times.js";
import { chat as chatById, chatsOf, isStarted, person, world } from "./world.js";

const TYPING_MS = 5000;

export const fullName = (someone) => [someone.first_name, someone.last_name].filter(Boolean).join(" ");
export const initials = (name) => name.replace(/^(bu|ibu|pak|bapak)\s+/i, "").split(/\s+/).slice(0, 2).map((word) => word[0]).join("").toUpperCase();

/** Make the phone of one person. `element` is put on the page; `heard(topic, detail)` is told what changed. */
export function createPhone(id) {
  const element = make("section", { class: "phone", "data-testid": `phone-${id}`, "data-person": fullName(person(id)), "aria-label": `HP ${fullName(person(id))}` });
  const seen = new Map(); // chat id -> newest message looked at
  const pressed = new Map(); // message id -> button waiting for the bot
  let open = id;
  let typing = null;
  let visible = true;

  const phone = { person: id, element, chat: () => chatById(open) };
  const talk = createTalk(id, act);
  const composer = createComposer(phone);
  const title = make("div", { class: "title" });
  const back = button("Daftar percakapan", "back", () => openList(), { class: "round", "data-testid": "back" });
  const more = button("Pilihan", "more", () => openMenu(more, chatItems()), { class: "round", "data-testid": "chat-menu" });
  const status = make("div", { class: "status" });
  const head = make("header", { class: "chat-head" }, back, title, more);
  const body = make("div", { class: "body" });
  const foot = make("div", { class: "foot-place" });
  element.append(status, head, body, foot);

  function draw() {
    const someone = person(id);
    status.replaceChildren(make("b", {}, fullName(someone)), make("span", {}, someone.role ?? ""), make("time", {}, hour(new Date(Date.now() + world.skew))));
    open === null ? drawList() : drawChat();
  }

  function drawChat() {
    const current = phone.chat();
    seen.set(current.id, newest(current));
    head.classList.remove("plain");
    back.hidden = chatsOf(id).length < 2;
    more.hidden = false;
    drawTitle();
    talk.show(current);
    const empty = current.messages.length === 0;
    body.replaceChildren(empty ? welcome() : talk.element);
    if (!empty) talk.toBottom();
    drawFoot();
  }

  function drawTitle() {
    const current = phone.chat();
    const bot = current.type === "private";
    const name = bot ? world.state.bot.first_name ?? "Kawan Musrenbang" : current.title;
    const state = typing ? "mengetik…" : bot ? "bot" : `${current.members.length} orang dan bot`;
    title.replaceChildren(make("span", { class: `face ${bot ? "bot" : "group"}`, "aria-hidden": "true" }, bot ? botFace() : drawn("people")),
      make("span", { class: "title-words" }, make("b", { "data-testid": "chat-title" }, name), make("small", { class: typing ? "busy" : "", "data-testid": "chat-state" }, state)));
  }

  function drawFoot() {
    const current = phone.chat();
    if (current.blocked) return foot.replaceChildren(bigButton("Buka blokir", "unblock", () => api.block(id, false)));
    if (!isStarted(current)) return foot.replaceChildren(bigButton("Mulai", "start", () => api.pressStart(id)));
    if (foot.firstChild === composer.element) return composer.show();
    foot.replaceChildren(composer.element);
    composer.open();
  }

  const bigButton = (label, testid, action) =>
    make("button", { type: "button", class: "start", "data-testid": testid, onclick: () => attempt(element, action) }, label);

  function welcome() {
    const { bot } = world.state;
    return make("div", { class: "welcome", "data-testid": "welcome" }, make("span", { class: "face bot big" }, botFace()), make("h3", {}, bot.first_name ?? "Kawan Musrenbang"),
      make("p", {}, bot.description || bot.short_description || "Bot ini siap menemani. Tekan Mulai untuk berkenalan."));
  }

  function drawList() {
    head.classList.add("plain");
    back.hidden = true;
    more.hidden = true;
    title.replaceChildren(make("b", {}, "Percakapan"));
    foot.replaceChildren();
    body.replaceChildren(make("div", { class: "chat-list", "data-testid": "chat-list" }, chatsOf(id).map(listItem)));
  }

  function listItem(one) {
    const bot = one.type === "private";
    const last = one.messages.at(-1);
    const fresh = unreadIn(one);
    return make("button", { type: "button", class: "chat-item", "data-testid": "chat-item", "data-chat-id": one.id, onclick: () => openChat(one.id) },
      make("span", { class: `face ${bot ? "bot" : "group"}` }, bot ? botFace() : drawn("people")),
      make("span", { class: "chat-item-words" }, make("b", {}, bot ? world.state.bot.first_name ?? "Kawan Musrenbang" : one.title), make("span", {}, last ? summary(last) : "Belum ada pesan")),
      make("span", { class: "chat-item-side" }, last && make("time", {}, hour(new Date(last.date * 1000))), fresh > 0 && make("i", { class: "badge" }, fresh)));
  }

  function openChat(chatId) {
    open = chatId;
    typing = null;
    foot.replaceChildren();
    draw();
  }

  function openList() { open = null; draw(); }

  const newest = (one) => one.messages.at(-1)?.message_id ?? 0;
  const unreadIn = (one) => one.messages.filter((message) => message.from?.id !== id && message.message_id > (seen.get(one.id) ?? 0)).length;

  /** Messages on this phone nobody has looked at. */
  function unread() { return chatsOf(id).reduce((sum, one) => sum + unreadIn(one), 0); }

  function act(what, value) { acts[what]?.(value); }

  const acts = {
    press: ({ button, element: pressedButton, message }) => {
      pressed.set(message.message_id, pressedButton);
      waitForAnswer(pressedButton);
      attempt(element, () => api.pressButton(id, open, message.message_id, button.callback_data));
    },
    start: (payload) => { openChat(id); attempt(element, () => api.pressStart(id, payload)); },
    command: (text) => attempt(element, () => api.sendText(id, open, text)),
    copied: () => sayCopied(element),
    jump: (messageId) => talk.jump(messageId),
    vote: ({ message, options }) => attempt(element, () => api.vote(id, open, message.message_id, options)),
    menu: ({ message, at }) => openMenu(at, messageItems(message, id, { composer, act, remove: () => attempt(element, () => api.deleteMessage(id, open, message.message_id)) })),
  };

  function chatItems() {
    const link = { label: "Buka tautan undangan", icon: "link", testid: "open-link", run: () => askLink(id, act) };
    if (open !== id) return [link];
    const { blocked } = phone.chat();
    return [link,
      { label: "Tekan Mulai lagi", icon: "power", testid: "start-again", run: () => attempt(element, () => api.pressStart(id)) },
      { label: blocked ? "Buka blokir bot" : "Blokir bot", icon: "block", testid: "block", run: () => attempt(element, () => api.block(id, !blocked)) }];
  }

  const hears = {
    state: draw,
    clock: draw,
    commands: () => open !== null && drawFoot(),
    message({ chat, message }) {
      if (!chatsOf(id).some((one) => one.id === chat)) return;
      if (open === null) return drawList();
      if (chat !== open) return drawTitle();
      quiet();
      if (!body.contains(talk.element)) return drawChat();
      talk.put(message);
      if (visible) seen.set(chat, message.message_id);
      drawFoot();
      if (message.outgoing) composer.obey(message);
    },
    edit: ({ chat, message, message_id }) => chat === open && redraw(message?.message_id ?? message_id),
    delete({ chat }) {
      if (chat !== open) return;
      talk.prune();
      if (phone.chat().messages.length === 0) drawChat();
    },
    toast({ person: whose, message_id, text, alert, url }) {
      if (whose !== id) return;
      release(message_id);
      if (url) window.open(url, "_blank", "noopener");
      if (text) alert ? openAlert(text) : notify(element, text);
    },
    unanswered({ person: whose, message_id }) {
      if (whose !== id) return;
      release(message_id);
      notify(element, "Bot belum menjawab tombol ini.", "bad");
    },
    typing({ chat }) {
      if (chat !== open) return;
      clearTimeout(typing);
      typing = setTimeout(quiet, TYPING_MS);
      drawTitle();
    },
  };

  function redraw(messageId) {
    const message = phone.chat().messages.find((one) => one.message_id === messageId);
    if (message && body.contains(talk.element)) talk.put(message);
  }

  function quiet() {
    if (!typing) return;
    clearTimeout(typing);
    typing = null;
    if (open !== null) drawTitle();
  }

  function release(messageId) {
    const waiting = pressed.get(messageId);
    if (waiting) answered(waiting);
    pressed.delete(messageId);
  }

  chatsOf(id).forEach((one) => seen.set(one.id, newest(one)));
  draw();
  return {
    element, unread, heard: (topic, detail) => hears[topic]?.(detail),
    setVisible(now) { visible = now; if (now) { closeMenu(); draw(); } },
  };
}

const botFace = () => make("img", { src: "/page/icon.svg", alt: "", width: 28, height: 28 });

function askLink(id, act) {
  openForm("Buka tautan undangan", field("Tautan atau kode undangan", make("input", { name: "link", required: true, autocomplete: "off", placeholder: "t.me/…?start=…", "data-testid": "link" })), "Buka", (form) => {
    const text = form.get("link").trim();
    const payload = /[?&]start=([\w-]{1,64})/.exec(text)?.[1] ?? /^[\w-]{1,64}$/.exec(text)?.[0];
    if (!payload) throw new Error("Tautannya belum pas. Contoh: t.me/KawanMusrenbangBot?start=abc123");
    act("start", payload);
  }, { testid: "link-dialog" });
}
