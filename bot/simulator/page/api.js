// The page's side of the simulator's own protocol: every verb is one function, errors carry the server's sentence.

/** What the server (or the network) answered instead of doing it; `message` is a sentence for the person. */
export class Refused extends Error {}

async function call(method, path, body, headers = {}) {
  let answer;
  try {
    answer = await fetch(`/sim/${path}`, { method, body, headers });
  } catch {
    throw new Refused("Simulator tidak menjawab. Apakah masih berjalan?");
  }
  const value = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(value.error || `Simulator menolak (${answer.status}).`);
  return value;
}

const post = (path, value) => call("POST", path, JSON.stringify(value), { "Content-Type": "application/json" });

export const readState = () => call("GET", "state");
export const addPerson = (person) => post("people", person);
export const addGroup = (title, members) => post("groups", { title, members });
export const sendText = (person, chat, text, reply_to) => post("send", { person, chat, text, reply_to });
export const pressButton = (person, chat, message_id, data) => post("press", { person, chat, message_id, data });
export const sendLocation = (person, chat, [latitude, longitude]) => post("location", { person, chat, latitude, longitude });
export const sendContact = (person, chat, contact) => post("contact", { person, chat, ...contact });
export const editText = (person, chat, message_id, text) => post("edit", { person, chat, message_id, text });
export const deleteMessage = (person, chat, message_id) => post("delete", { person, chat, message_id });
export const vote = (person, chat, message_id, options) => post("vote", { person, chat, message_id, options });
export const pressStart = (person, payload) => post("start", payload ? { person, payload } : { person });
export const block = (person, blocked) => post("block", { person, blocked });
export const moveClock = (by) => post("clock", { by });
export const setClock = (to) => post("clock", { to });
export const addFault = (fault) => post("faults", fault);
export const clearFaults = () => call("DELETE", "faults");
export const clearFault = (id) => call("DELETE", `faults?id=${id}`);
export const killBot = () => post("kill", {});

/** Send one file. `kind` is photo, voice or document; `album` joins several into one. */
export function sendFile(person, chat, kind, file, { caption, album, reply_to } = {}) {
  const form = new FormData();
  form.set("person", person);
  form.set("chat", chat);
  form.set("kind", kind);
  if (caption) form.set("caption", caption);
  if (album) form.set("album", album);
  if (reply_to) form.set("reply_to", reply_to);
  form.set("file", file, file.name || kind);
  return call("POST", "media", form);
}

export const fileAddress = (file_id) => `/sim/file/${encodeURIComponent(file_id)}`;

/**
 * Follow the server's events from number `since` on. Calls `heard(event)` for each and `lost()` once when the line breaks;
 * whoever lost it reads the whole state again, so a gap can never stay on the screen. Returns a function that stops.
 */
export function follow(since, heard, lost) {
  const source = new EventSource(`/sim/events?since=${since}`);
  source.onmessage = (event) => heard(JSON.parse(event.data));
  source.onerror = () => {
    source.close();
    lost();
  };
  return () => source.close();
}
