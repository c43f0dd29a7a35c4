// One person's phone: the list of chats or one open chat with its header, kept true by the world's events.

import * as api from "./api.js";
import { summary } from "./bubble.js";
import { createComposer } from "./composer.js";
import { attempt, notify, openAlert } from "./dialog.js";
import { button, make } from "./dom.js";
import { botName, chatName, face, fullName } from "./faces.js";
import { answered } from "./keyboard.js";
import { createTalk } from "./talk.js";
import { hour } from "./times.js";
import { makeTouch } from "./touch.js";
import { chat as chatById, chatsOf, isStarted, now, person, world } from "./world.js";

const newest = (chat) => chat.messages.at(-1)?.message_id ?? 0;

export class Phone {
  #seen = new Map(); // chat id -> newest message looked at
  #open; // chat id, or null for the list
  #visible = false;
  #parts = {};

  /** `element` is put on the page; whoever does so tells by `setVisible`, and passes the world's events to `heard`. */
  constructor(id) {
    this.person = id;
    this.pressed = new Map(); // message id -> button that waits for the bot
    this.#open = id;
    const name = fullName(person(id));
    this.element = make("section", { class: "phone", "data-testid": `phone-${id}`, "data-person": name, "aria-label": `HP ${name}` });
    this.touch = makeTouch(this);
    this.talk = createTalk(id, this.touch);
    this.composer = createComposer(this);
    chatsOf(id).forEach((chat) => this.#seen.set(chat.id, newest(chat)));
    this.#build();
    this.draw();
  }

  chat() {
    return chatById(this.#open ?? this.person);
  }

  #build() {
    const back = button("Daftar percakapan", "back", () => this.openChat(null), { class: "round", "data-testid": "back" });
    const more = button("Pilihan", "more", () => this.touch("chatMenu", more), { class: "round", "data-testid": "chat-menu" });
    const [status, title, body, foot] = ["status", "title", "body", "foot-place"].map((name) => make("div", { class: name }));
    const head = make("header", { class: "chat-head" }, back, title, more);
    this.#parts = { status, head, back, title, more, body, foot };
    this.element.append(status, head, body, foot);
  }

  /** Open a chat by its id, or the list of chats with null. */
  openChat(id) {
    this.#open = id;
    this.#parts.foot.replaceChildren();
    this.draw();
  }

  draw() {
    this.#drawStatus();
    if (this.#open === null) this.#drawList();
    else this.#drawChat();
  }

  #drawStatus() {
    const someone = person(this.person);
    this.#parts.status.replaceChildren(make("b", {}, fullName(someone)), make("span", {}, someone.role ?? ""), make("time", {}, hour(now())));
  }

  #drawChat() {
    const { head, more, body } = this.#parts;
    const chat = this.chat();
    head.classList.remove("plain");
    more.hidden = false;
    this.#drawTitle();
    this.talk.show(chat);
    body.replaceChildren(chat.messages.length ? this.talk.element : welcome(chat));
    this.talk.settle();
    this.#drawFoot();
    this.#look();
  }

  #drawTitle() {
    const chat = this.chat();
    const state = chat.type === "private" ? botState() : `${chat.members.length} orang dan bot`;
    this.#drawBack();
    this.#parts.title.replaceChildren(face(chat), make("span", { class: "title-words" },
      make("b", { "data-testid": "chat-title" }, chatName(chat)), make("small", { "data-testid": "chat-state" }, state)));
  }

  /** The way to the other chats, with how much is new there. */
  #drawBack() {
    const { back } = this.#parts;
    const others = chatsOf(this.person).filter((chat) => chat.id !== this.#open);
    const unread = others.reduce((sum, chat) => sum + this.#unreadIn(chat), 0);
    back.hidden = others.length === 0;
    back.querySelector(".badge")?.remove();
    if (unread > 0) back.append(make("i", { class: "badge", "data-testid": "others-unread" }, unread));
  }

  #drawFoot() {
    const { foot } = this.#parts;
    const chat = this.chat();
    if (chat.blocked) return foot.replaceChildren(this.#bigButton("Buka blokir", "unblock", () => api.block(this.person, false)));
    if (!isStarted(chat)) return foot.replaceChildren(this.#bigButton("Mulai", "start", () => api.pressStart(this.person)));
    if (foot.firstChild === this.composer.element) return this.composer.show();
    foot.replaceChildren(this.composer.element);
    this.composer.open();
  }

  #bigButton(label, testid, action) {
    return make("button", { type: "button", class: "start", "data-testid": testid, onclick: () => attempt(this.element, action) }, label);
  }

  #drawList() {
    const { head, back, more, title, body } = this.#parts;
    head.classList.add("plain");
    back.hidden = true;
    more.hidden = true;
    title.replaceChildren(make("b", {}, "Percakapan"));
    body.replaceChildren(make("div", { class: "chat-list", "data-testid": "chat-list" },
      chatsOf(this.person).map((chat) => listItem(chat, this.#unreadIn(chat), () => this.openChat(chat.id)))));
  }

  #unreadIn(chat) {
    if (!this.#seen.has(chat.id)) return Math.max(chat.messages.length, 1); // made just now, perhaps by this person
    return chat.messages.filter((message) => message.from?.id !== this.person && message.message_id > this.#seen.get(chat.id)).length;
  }

  /** Messages on this phone nobody has looked at yet. */
  unread() {
    return chatsOf(this.person).reduce((sum, chat) => sum + this.#unreadIn(chat), 0);
  }

  #look() {
    if (this.#visible && this.#open !== null) this.#seen.set(this.#open, newest(this.chat()));
  }

  setVisible(visible) {
    const shown = visible && !this.#visible;
    this.#visible = visible;
    if (shown) this.draw();
  }

  /** One event of the world; what is not about this phone is ignored. */
  heard(topic, detail) {
    this.#hears[topic]?.(detail);
  }

  #hears = {
    state: () => this.draw(),
    clock: () => this.draw(),
    chat: ({ chat }) => this.#hearChat(chat),
    minute: () => this.#drawStatus(),
    awake: () => this.#open !== null && this.#drawTitle(),
    commands: () => this.#open !== null && this.#drawFoot(),
    message: (event) => this.#hearMessage(event),
    edit: ({ chat, message, message_id }) => chat === this.#open && this.#redraw(message?.message_id ?? message_id),
    delete: ({ chat }) => chat === this.#open && this.#prune(),
    toast: (event) => event.person === this.person && this.#hearAnswer(event),
    unanswered: (event) => event.person === this.person && this.#hearSilence(event),
  };

  #hearChat({ id, members }) {
    if (this.#open === null) return this.#drawList();
    if (members.includes(this.person)) this.#drawBack();
    if (id !== this.#open) return;
    this.#drawTitle();
    this.#drawFoot();
  }

  #hearMessage({ chat, message }) {
    if (this.#open === null) return this.#drawList();
    if (chat !== this.#open) return this.#drawTitle();
    if (this.#parts.body.contains(this.talk.element)) {
      this.talk.put(message);
      this.#drawFoot();
      this.#look();
    } else this.#drawChat();
    if (message.outgoing) this.composer.obey(message);
  }

  #redraw(id) {
    const message = this.chat().messages.find((one) => one.message_id === id);
    if (message && this.#parts.body.contains(this.talk.element)) this.talk.put(message);
  }

  #prune() {
    this.talk.prune();
    if (this.chat().messages.length === 0) this.#drawChat();
  }

  #hearAnswer({ message_id, text, alert, url }) {
    this.#release(message_id);
    if (url) window.open(url, "_blank", "noopener");
    if (text && alert) openAlert(text);
    else if (text) notify(this.element, text);
  }

  #hearSilence({ message_id }) {
    this.#release(message_id);
    notify(this.element, "Bot belum menjawab tombol ini.", "bad");
  }

  #release(messageId) {
    const waiting = this.pressed.get(messageId);
    if (waiting) answered(waiting);
    this.pressed.delete(messageId);
  }
}

const botState = () => (world.state.awake ? "bot" : "sedang menyala…");

/** What stands in an empty chat: who the bot is, in its own words. */
function welcome(chat) {
  const { bot } = world.state;
  return make("div", { class: "welcome", "data-testid": "welcome" }, face(chat, "big"), make("h3", {}, botName()),
    make("p", {}, bot.description || bot.short_description || "Siap menemani Bapak/Ibu. Tekan Mulai untuk berkenalan."));
}

function listItem(chat, unread, open) {
  const last = chat.messages.at(-1);
  return make("button", { type: "button", class: "chat-item", "data-testid": "chat-item", "data-chat-id": chat.id, onclick: open }, face(chat),
    make("span", { class: "chat-item-words" }, make("b", {}, chatName(chat)), make("span", {}, last ? summary(last) : "Belum ada pesan")),
    make("span", { class: "chat-item-side" }, last && make("time", {}, hour(new Date(last.date * 1000))), unread > 0 && make("i", { class: "badge" }, unread)));
}
