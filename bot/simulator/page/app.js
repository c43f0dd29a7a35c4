// Puts the page together: reads the state, makes a phone per person, and decides which of them are shown.

import { make } from "./dom.js";
import { fullName, initials } from "./faces.js";
import { makePanels } from "./panels.js";
import { Phone } from "./phone.js";
import { fillTop } from "./top.js";
import { connect, listen, people, world } from "./world.js";

const WIDE = matchMedia("(min-width: 900px)");
const SIDE_BY_SIDE = 3;
const KEY = "hp-tampil";

const place = document.getElementById("phones");
const tabs = document.getElementById("tabs");
const phones = new Map();
let shown = readChoice(); // ids of the phones shown side by side
let active = null; // the one shown on a narrow screen

listen((topic, detail) => {
  if (topic === "state") settle();
  for (const phone of phones.values()) phone.heard(topic, detail);
  if (["message", "state"].includes(topic)) drawTabs();
});
WIDE.addEventListener("change", settle);
setInterval(() => world.state && phones.forEach((phone) => phone.heard("minute")), 10_000);
connect();

/** Make what is missing, take away who left, and show the chosen phones; somebody new is shown at once. */
function settle() {
  if (!document.querySelector(".top-line")) fillTop(document.getElementById("top"), makePanels(document.getElementById("stage")));
  const ids = people().map((someone) => someone.id);
  const fresh = ids.filter((id) => !phones.has(id));
  const begun = phones.size > 0;
  for (const id of fresh) phones.set(id, new Phone(id));
  for (const id of phones.keys()) if (!ids.includes(id)) phones.delete(id);
  shown = (shown ?? []).filter((id) => ids.includes(id));
  if (shown.length === 0) shown = ids.slice(0, SIDE_BY_SIDE);
  if (begun) shown.push(...fresh);
  active = begun && fresh.length ? fresh[0] : ids.includes(active) ? active : ids[0];
  arrange();
}

function arrange() {
  const ids = WIDE.matches ? people().map((someone) => someone.id).filter((id) => shown.includes(id)) : [active].filter(Boolean);
  const elements = ids.map((id) => phones.get(id).element);
  if (elements.length !== place.children.length || elements.some((element, at) => place.children[at] !== element)) place.replaceChildren(...elements);
  for (const [id, phone] of phones) phone.setVisible(ids.includes(id));
  drawTabs();
}

function drawTabs() {
  tabs.replaceChildren(...people().map((someone) => {
    const on = WIDE.matches ? shown.includes(someone.id) : someone.id === active;
    const unread = phones.get(someone.id)?.unread() ?? 0;
    return make("button", { type: "button", class: "tab", "aria-pressed": String(on), "data-testid": `tab-${someone.id}`, onclick: () => choose(someone.id) },
      make("span", { class: "tab-face", "aria-hidden": "true" }, initials(fullName(someone))),
      make("span", { class: "tab-words" }, make("b", {}, someone.first_name), make("small", {}, someone.role ?? "")),
      unread > 0 && !on && make("i", { class: "badge", "data-testid": "tab-unread" }, unread));
  }));
}

function choose(id) {
  if (!WIDE.matches) active = id;
  else if (!shown.includes(id)) shown = [...shown, id];
  else if (shown.length > 1) shown = shown.filter((one) => one !== id);
  keepChoice();
  arrange();
}

/** Private windows may refuse storage; then the first three phones are shown each time. */
function readChoice() {
  try { return JSON.parse(localStorage.getItem(KEY)); } catch { return null; }
}

function keepChoice() {
  try { localStorage.setItem(KEY, JSON.stringify(shown)); } catch { /* see readChoice */ }
}
