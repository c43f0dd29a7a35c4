// The small menu at a message or a chat. One is open at a time; Escape, a tap elsewhere or a choice closes it.

import { drawn, make } from "./dom.js";
import { copy } from "./keyboard.js";

const EDGE_PX = 8;
let current = null;

export function closeMenu() {
  current?.remove();
  current = null;
}

/** Open `items` (`{label, icon, testid, run}`) next to the element `at`, always inside the window. */
export function openMenu(at, items) {
  closeMenu();
  const entries = items.map(({ label, icon, testid, run }) =>
    make("button", { type: "button", role: "menuitem", "data-testid": testid, onclick: () => { closeMenu(); run(); } }, drawn(icon), label));
  current = make("div", { class: "menu", role: "menu", "data-testid": "menu" }, entries);
  document.body.append(current);
  const { left, bottom, top, right } = at.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = current;
  const under = bottom + height + EDGE_PX < innerHeight ? bottom + 4 : Math.max(EDGE_PX, top - height - 4);
  current.style.top = `${under}px`;
  current.style.left = `${Math.max(EDGE_PX, Math.min(right - width, innerWidth - width - EDGE_PX, Math.max(left, EDGE_PX)))}px`;
  entries[0]?.focus({ preventScroll: true });
}

addEventListener("pointerdown", (event) => current && !current.contains(event.target) && closeMenu(), true);
addEventListener("keydown", (event) => event.key === "Escape" && closeMenu());

/** What can be done with one message; only its own writer may change or delete it. */
export function messageItems(message, viewer, { composer, act, remove }) {
  const mine = !message.outgoing && message.from?.id === viewer;
  const words = message.text ?? message.caption;
  return [
    { label: "Balas", icon: "reply", testid: "menu-reply", run: () => composer.aim({ kind: "reply", message }) },
    words && { label: "Salin", icon: "copy", testid: "menu-copy", run: () => copy(words, act) },
    mine && words && { label: "Ubah", icon: "edit", testid: "menu-edit", run: () => composer.aim({ kind: "edit", message }) },
    mine && { label: "Hapus", icon: "trash", testid: "menu-delete", run: remove },
  ].filter(Boolean);
}
