// The server's `html` is escaped already; here it is copied tag by tag all the same, so that only known tags reach the page.

import { world } from "./world.js";

const PLAIN = new Set(["B", "STRONG", "I", "EM", "U", "INS", "S", "DEL", "STRIKE", "CODE", "PRE", "BLOCKQUOTE", "BR"]);
const LINK = /^(https?:|mailto:|tel:|tg:)/i;
const START = /(?:https?:\/\/)?(?:t\.me|telegram\.me)\/(\w+)\?start=([\w-]{1,64})/i;

/** Formatted text as nodes. `act(kind, value)` hears taps: "start" with a payload, "command" with "/usulanku". */
export function formatted(html, act) {
  const source = new DOMParser().parseFromString(html, "text/html");
  return copied(source.body, act);
}

function copied(parent, act) {
  const nodes = document.createDocumentFragment();
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) nodes.append(parent.closest("a, code, pre") ? node.textContent : linked(node.textContent, act));
    else if (node.nodeType === Node.ELEMENT_NODE) nodes.append(element(node, act));
  }
  return nodes;
}

function element(node, act) {
  if (node.tagName === "A") return anchor(node, act);
  if (node.tagName === "TG-SPOILER" || node.classList.contains("tg-spoiler")) return spoiler(node, act);
  if (!PLAIN.has(node.tagName)) return copied(node, act);
  const copy = document.createElement(node.tagName);
  copy.append(copied(node, act));
  return copy;
}

function anchor(node, act) {
  const address = node.getAttribute("href") ?? "";
  const text = node.textContent;
  if (!LINK.test(address)) return text.startsWith("/") ? command(text, act) : copied(node, act);
  return link(address, text, act);
}

function link(address, text, act) {
  const copy = document.createElement("a");
  copy.href = /^\w+:/.test(address) ? address : `https://${address}`;
  copy.target = "_blank";
  copy.rel = "noopener noreferrer";
  copy.textContent = text;
  const payload = startPayload(address);
  if (payload) copy.addEventListener("click", (event) => { event.preventDefault(); act("start", payload); });
  return copy;
}

function command(text, act) {
  const copy = document.createElement("button");
  copy.type = "button";
  copy.className = "command";
  copy.textContent = text;
  copy.addEventListener("click", () => act("command", text));
  return copy;
}

function spoiler(node, act) {
  const copy = document.createElement("span");
  copy.className = "spoiler";
  copy.addEventListener("click", () => copy.classList.add("seen"));
  copy.append(copied(node, act));
  return copy;
}

const TOKENS = /((?:https?:\/\/)?(?:t\.me|telegram\.me)\/\w+\?start=[\w-]+|https?:\/\/[^\s<>"]+|(?<![\w/])\/[a-z][a-z0-9_]{1,31}\b(?![/.]))/gi;

/** Plain text with commands and addresses made tappable, as every messenger does. */
function linked(text, act) {
  const nodes = document.createDocumentFragment();
  for (const [index, part] of text.split(TOKENS).entries()) {
    if (index % 2 === 0) nodes.append(part);
    else nodes.append(part.startsWith("/") ? command(part, act) : link(part, part, act));
  }
  return nodes;
}

/** The payload of a link that opens this bot ("https://t.me/KawanMusrenbangBot?start=abc" -> "abc"), else null. */
export function startPayload(address) {
  const found = START.exec(address);
  return found && found[1].toLowerCase() === world.state.bot.username.toLowerCase() ? found[2] : null;
}
