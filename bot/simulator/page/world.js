// What the page knows: the server's state, kept true by its events. Views ask `world.state` and listen by topic.

import * as api from "./api.js";

const listeners = new Set();
const RETRY_MS = [300, 1000, 2000, 4000];

export const world = {
  state: null,
  connected: false,
  skew: 0, // simulated minus real time, in milliseconds
};

/** `heard(topic, detail)`; topics: state, line, chat, clock, faults, awake, call, toast, unanswered, message, edit, delete, commands. */
export const listen = (heard) => listeners.add(heard);
const tell = (topic, detail = {}) => listeners.forEach((heard) => heard(topic, detail));

export const now = () => new Date(Date.now() + world.skew);
export const people = () => world.state?.people ?? [];
export const person = (id) => people().find((someone) => someone.id === id);

/** A person's chats, newest talk first; every person has the private one from the beginning. */
export function chatsOf(id) {
  const groups = Object.values(world.state.chats).filter((chat) => chat.type !== "private" && chat.members.includes(id));
  return [chat(id), ...groups].sort((one, other) => lastMoment(other) - lastMoment(one));
}

export function chat(id) {
  return world.state.chats[id] ?? { id, type: "private", members: [id], messages: [], blocked: false, commands: null };
}

/** Before *Mulai* a private chat cannot be written in, exactly as in Telegram. */
export const isStarted = (chat) => chat.type !== "private" || chat.started || chat.messages.length > 0;

const lastMoment = (chat) => chat.messages.at(-1)?.date ?? 0;

export const commandsOf = (chat) => chat.commands ?? world.state.bot.commands ?? [];

/** Read everything, then follow the events; a broken line starts over with growing pauses. */
export async function connect(attempt = 0) {
  try {
    world.state = await api.readState();
  } catch {
    setConnected(false);
    setTimeout(connect, RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)], attempt + 1);
    return;
  }
  world.skew = new Date(world.state.now) - Date.now();
  setConnected(true);
  tell("state");
  const stop = api.follow(world.state.seen, (event) => (isGap(event) ? startOver() : take(event)), () => {
    setConnected(false);
    setTimeout(connect, RETRY_MS[0]);
  });
  const startOver = () => { stop(); connect(); };
}

/** Events that cannot be understood from what is known: the simulator forgot some, or the chat is new. */
const isGap = (event) => event.type === "reload" || ("message" in event && !world.state.chats[event.chat]);

function setConnected(connected) {
  world.connected = connected;
  tell("line");
}

const changes = {
  message: putMessage,
  edit: putMessage,
  poll: putMessage,
  delete({ chat, message_id }) {
    const messages = world.state.chats[chat]?.messages ?? [];
    const at = messages.findIndex((message) => message.message_id === message_id);
    if (at >= 0) messages.splice(at, 1);
  },
  clock({ now }) { world.skew = new Date(now) - Date.now(); },
  faults({ faults }) { world.state.faults = faults; },
  awake({ awake }) { world.state.awake = awake; },
  people({ people }) { world.state.people = people; },
  bot({ bot }) { world.state.bot = bot; },
  chat({ chat }) {
    const messages = world.state.chats[chat.id]?.messages ?? [];
    world.state.chats[chat.id] = { ...chat, messages };
  },
  commands({ chat, commands }) {
    if (chat === null || chat === undefined) world.state.bot.commands = commands ?? [];
    else if (world.state.chats[chat]) world.state.chats[chat].commands = commands;
  },
};

const TOPICS = { poll: "edit", people: "state", bot: "state" };

function take(event) {
  world.state.seen = event.n;
  changes[event.type]?.(event);
  tell(TOPICS[event.type] ?? event.type, event);
}

function putMessage({ chat, message, type }) {
  const place = world.state.chats[chat];
  const at = place.messages.findIndex((one) => one.message_id === message.message_id);
  if (at >= 0) place.messages[at] = message;
  else if (type === "message") place.messages.push(message);
  const keys = message.reply_keyboard;
  if (keys && type === "message") place.reply_keyboard = keys.remove_keyboard ? null : keys;
}
