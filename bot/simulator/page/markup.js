// Words with their marks, made from Telegram's entities: text goes in as text nodes, so nothing in it can become markup.

import { make } from "./dom.js";
import { world } from "./world.js";

const TAGS = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote", expandable_blockquote: "blockquote" };
const LINKS = new Set(["text_link", "url", "email", "phone_number"]);
const LINK = /^(https?|mailto|tel|tg):/i;
const START = /(?:https?:\/\/)?(?:t\.me|telegram\.me)\/(\w+)\?start=([\w-]{1,64})/i;

export const wordsOf = (message) => message.text ?? message.caption ?? "";

/** The words of a message as nodes. `act(kind, value)` hears taps: "start" with a payload, "command" with "/usulanku". */
export function formatted(message, act) {
  const text = wordsOf(message);
  return run(text, message.entities ?? message.caption_entities ?? [], 0, text.length, act);
}

/** Entities come in order, the outer before the inner: each goes around what those after it make of its words. */
function run(text, entities, from, to, act) {
  const nodes = [];
  let at = from;
  for (const [index, entity] of entities.entries()) {
    const start = Math.max(entity.offset, at);
    const stop = Math.min(entity.offset + entity.length, to);
    if (start >= stop) continue;
    nodes.push(text.slice(at, start), marked(entity, text.slice(start, stop), run(text, entities.slice(index + 1), start, stop, act), act));
    at = stop;
  }
  return [...nodes, text.slice(at, to)];
}

function marked(entity, words, inner, act) {
  if (entity.type === "bot_command") return make("button", { type: "button", class: "command", onclick: () => act("command", words) }, words);
  if (entity.type === "spoiler") return make("span", { class: "spoiler", onclick: (event) => event.currentTarget.classList.add("seen") }, inner);
  const address = LINKS.has(entity.type) ? addressOf(entity, words) : "";
  return LINK.test(address) ? link(address, inner, act) : make(TAGS[entity.type] ?? "span", {}, inner);
}

function addressOf({ type, url }, words) {
  if (type === "email") return `mailto:${words}`;
  if (type === "phone_number") return `tel:${words}`;
  const address = url ?? words;
  return /^\w+:/.test(address) ? address : `https://${address}`;
}

function link(address, inner, act) {
  const payload = startPayload(address);
  const start = (event) => { event.preventDefault(); act("start", payload); };
  return make("a", { href: address, target: "_blank", rel: "noopener noreferrer", onclick: payload && start }, inner);
}

/** The payload of a link that opens this bot ("https://t.me/KawanMusrenbangBot?start=abc" -> "abc"), else null. */
export function startPayload(address) {
  const found = START.exec(address);
  return found && found[1].toLowerCase() === world.state.bot.username.toLowerCase() ? found[2] : null;
}
