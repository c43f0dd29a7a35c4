// Names and faces: how a person, a group and the bot are shown in small.

import { drawn, make } from "./dom.js";
import { world } from "./world.js";

export const fullName = (someone) => [someone.first_name, someone.last_name].filter(Boolean).join(" ");

/** "Bu Sitti Aminah" -> "SA": the polite word says nothing about who it is. */
export function initials(name) {
  return name.replace(/^(bu|ibu|pak|bapak)\s+/i, "").split(/\s+/).slice(0, 2).map((word) => word[0]).join("").toUpperCase();
}

export const botName = () => world.state.bot.first_name ?? world.state.bot.username;
export const chatName = (chat) => (chat.type === "private" ? botName() : chat.title);

export function face(chat, more = "") {
  const bot = chat.type === "private";
  return make("span", { class: `face ${more}`, "aria-hidden": "true" }, bot ? make("img", { src: "/page/icon.svg", alt: "", width: 28, height: 28 }) : drawn("people"));
}
