// Buttons under a bubble (inline) and keys under the composer (reply keyboard).

import { notify } from "./dialog.js";
import { drawn, make } from "./dom.js";
import { startPayload } from "./markup.js";

/** The inline keyboard of a message, or null. `act` hears "press" (button, element), "start" (payload), "copied". */
export function inlineKeyboard(message, act) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return make("div", { class: "inline", "data-testid": "inline-keyboard" },
    rows.map((row) => make("div", { class: "inline-row" }, row.map((button) => inlineButton(button, act)))));
}

function inlineButton(button, act) {
  const traits = { class: `inline-button ${button.style ?? ""}`, "data-testid": "inline-button", "data-value": button.callback_data };
  const label = make("span", {}, button.text);
  if (button.url) return linkButton(button.url, label, traits, act);
  const element = make("button", { type: "button", ...traits }, label, button.copy_text && drawn("copy"));
  element.addEventListener("click", () => (button.copy_text ? copy(button.copy_text.text, act) : act("press", { button, element })));
  return element;
}

function linkButton(address, label, traits, act) {
  const link = make("a", { ...traits, href: safe(address), target: "_blank", rel: "noopener noreferrer" }, label, drawn("link"));
  const payload = startPayload(address);
  if (payload) link.addEventListener("click", (event) => { event.preventDefault(); act("start", payload); });
  return link;
}

const safe = (address) => (/^(https?|tg|mailto|tel):/i.test(address) ? address : "about:blank");

/** Put `text` on the clipboard, also where the browser offers no clipboard to a plain page. */
export async function copy(text, act) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = make("textarea", { value: text, class: "unseen" });
    (document.querySelector("dialog[open]") ?? document.body).append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  act("copied", text);
}

/** The reply keyboard as rows of keys; `act("key", key)` hears a tap. Null when there are no keys to show. */
export function replyKeyboard(keys, act) {
  if (!keys?.keyboard?.length) return null;
  return make("div", { class: "keys", "data-testid": "reply-keyboard" }, keys.keyboard.map((row) =>
    make("div", { class: "keys-row" }, row.map((key) => replyKey(typeof key === "string" ? { text: key } : key, act)))));
}

function replyKey(key, act) {
  const icon = key.request_location ? "pin" : key.request_contact ? "person" : null;
  return make("button", { type: "button", class: `key ${key.style ?? ""}`, "data-testid": "reply-key", onclick: () => act("key", key) },
    icon && drawn(icon), make("span", {}, key.text));
}

/** Show that a pressed button waits for the bot; an unanswered one gives up by the server's word or after `ms`. */
export function waitForAnswer(element, ms = 12_000) {
  element.classList.add("busy");
  element.setAttribute("aria-busy", "true");
  setTimeout(() => answered(element), ms);
}

export function answered(element) {
  element.classList.remove("busy");
  element.removeAttribute("aria-busy");
}

export const sayCopied = (place) => notify(place, "Tersalin.");
