// The scrolling conversation of one chat on one phone. New messages are added, changed ones replaced; nothing else is redrawn.

import { bubble } from "./bubble.js";
import { button, make } from "./dom.js";
import { dayName, sameDay } from "./times.js";
import { now } from "./world.js";

const SHOWN = 80;
const DOUBLE_TAP_MS = 300;
const NEAR_BOTTOM = 0.5; // of the height: whoever stands that near the end is reading the end

const momentOf = (message) => new Date(message.date * 1000);
const keyOf = (message) => (message.media_group_id ? `a${message.media_group_id}` : `m${message.message_id}`);

/** Make the conversation; `viewer` is a person id, `act` hears what is done with messages. */
export function createTalk(viewer, act) {
  const list = make("div", { class: "messages", role: "log", "aria-live": "polite", "data-testid": "messages" });
  const down = button("Ke pesan terbaru", "down", () => toBottom(true), { class: "round to-bottom", "data-testid": "to-bottom", hidden: true });
  const element = make("div", { class: "talk" }, list, down);
  const rows = new Map();
  let chat = null;
  let shown = SHOWN;
  let sticking = true;
  let missed = 0; // messages that came below what is being read
  let last = { top: 0, height: 0 };

  list.addEventListener("scroll", () => {
    const near = list.scrollHeight - list.scrollTop - list.clientHeight < list.clientHeight * NEAR_BOTTOM;
    const leaving = list.scrollTop < last.top && list.clientHeight === last.height; // a shrinking list is not a person scrolling
    sticking = near || (sticking && !leaving);
    last = { top: list.scrollTop, height: list.clientHeight };
    if (near) showDown(0);
  });
  new ResizeObserver(() => sticking && toBottom()).observe(list);
  list.addEventListener("load", () => sticking && toBottom(), true);

  function toBottom(smooth = false) {
    list.scrollTo({ top: list.scrollHeight, behavior: smooth ? "smooth" : "instant" });
    showDown(0);
    sticking = true;
  }

  function showDown(count) {
    missed = count;
    down.hidden = count === 0;
    down.querySelector(".badge")?.remove();
    if (count > 0) down.append(make("i", { class: "badge" }, count));
  }

  /** Draw a chat from scratch (another chat, or the state was read again). */
  function show(next) {
    if (chat?.id !== next.id) { shown = SHOWN; sticking = true; }
    last = { top: list.scrollTop, height: 0 };
    chat = next;
    rows.clear();
    const kept = chat.messages.slice(-shown);
    list.replaceChildren();
    if (kept.length < chat.messages.length) list.append(earlier());
    kept.forEach((message) => place(message));
  }

  const earlier = () => make("button", { type: "button", class: "earlier", "data-testid": "earlier", onclick: showEarlier }, "Pesan sebelumnya");

  /** Older messages grow upwards: what was in view stays in view. */
  function showEarlier() {
    const below = list.scrollHeight - list.scrollTop;
    shown += SHOWN;
    show(chat);
    list.scrollTop = list.scrollHeight - below;
  }

  /** Add a message or redraw it where it stands. */
  function put(message) {
    const fresh = !rows.has(keyOf(message));
    guard(place(message));
    if (fresh && (sticking || (!message.outgoing && message.from?.id === viewer))) toBottom();
    else if (fresh) showDown(missed + 1);
    else if (sticking) toBottom();
  }

  function place(message) {
    const key = keyOf(message);
    const parts = message.media_group_id ? partsOf(key) : [message];
    const drawn = bubble(parts, viewer, act, chat.type !== "private");
    drawn.dataset.parts = parts.length;
    const old = rows.get(key);
    rows.set(key, drawn);
    if (old) old.replaceWith(drawn);
    else {
      separate(message);
      list.append(drawn);
    }
    return drawn;
  }

  function separate(message) {
    const before = chat.messages[chat.messages.indexOf(message) - 1];
    const first = rows.size === 1 || !before;
    if (first || !sameDay(momentOf(before), momentOf(message))) list.append(make("p", { class: "day", "data-testid": "day" }, dayName(momentOf(message), now())));
  }

  /** Whatever is no longer in the chat leaves; an album that lost a part is drawn again. */
  function prune() {
    for (const [key, row] of rows) {
      const parts = partsOf(key);
      if (parts.length && parts.length !== Number(row.dataset.parts)) place(parts[0]);
      if (parts.length) continue;
      rows.delete(key);
      vanish(row);
    }
  }

  const partsOf = (key) => chat.messages.filter((one) => keyOf(one) === key);

  /** Bring a quoted message into view and let it glow for a moment. */
  function jump(id) {
    const row = list.querySelector(`[data-message-id="${id}"]`);
    if (!row) return;
    row.scrollIntoView({ block: "center", behavior: "smooth" });
    row.classList.add("glow");
    setTimeout(() => row.classList.remove("glow"), 1500);
  }

  /** Call it once the list is on the page: only then does it have a height. */
  const settle = () => (sticking ? toBottom() : list.scrollTo({ top: last.top, behavior: "instant" }));

  return { element, show, put, prune, jump, settle };
}

/** The second tap of a double tap shall not hit a button that has just slid under the finger. */
function guard(row) {
  const keyboard = row.querySelector(".inline");
  keyboard?.classList.add("fresh");
  setTimeout(() => keyboard?.classList.remove("fresh"), DOUBLE_TAP_MS);
}

/** Take a row away, and its date too when nothing else is left under it. */
function vanish(row) {
  const above = row.previousElementSibling;
  const below = row.nextElementSibling;
  if (above?.classList.contains("day") && (!below || below.classList.contains("day"))) above.remove();
  row.remove();
}
