// What a message carries besides words: photo, voice, document, place, contact, poll. Each is one function: value -> element.

import * as api from "./api.js";
import { enlarge } from "./dialog.js";
import { drawn, make, shape } from "./dom.js";
import { nearest, spoken } from "./places.js";
import { span } from "./times.js";

export function photo(message) {
  const largest = message.photo.at(-1);
  const address = api.fileAddress(largest.file_id);
  return make("button", { type: "button", class: "photo", "aria-label": "Perbesar foto", "data-testid": "photo", onclick: () => enlarge(address, message.caption) },
    make("img", { src: address, alt: message.caption || "Foto", width: largest.width, height: largest.height, loading: "lazy" }));
}

/** A voice note with its own small player; only one sounds at a time. */
export function voice(message) {
  const source = message.voice;
  const sound = make("audio", { src: api.fileAddress(source.file_id), preload: "none" });
  const played = make("div", { class: "wave-played" });
  const time = make("span", { class: "wave-time" }, span(source.duration));
  const toggle = make("button", { type: "button", class: "play", "aria-label": "Putar suara", "data-testid": "voice-play" }, drawn("play"));
  toggle.addEventListener("click", () => (sound.paused ? playAlone(sound) : sound.pause()));
  const show = (icon, name) => { toggle.replaceChildren(drawn(icon)); toggle.setAttribute("aria-label", name); };
  sound.addEventListener("play", () => show("pause", "Hentikan suara"));
  sound.addEventListener("pause", () => show("play", "Putar suara"));
  sound.addEventListener("timeupdate", () => {
    const whole = Number.isFinite(sound.duration) ? sound.duration : source.duration || 1;
    played.style.width = `${Math.min(100, (sound.currentTime / whole) * 100)}%`;
    time.textContent = span(sound.currentTime);
  });
  sound.addEventListener("ended", () => { played.style.width = "0"; time.textContent = span(source.duration); });
  return make("div", { class: "voice", "data-testid": "voice" }, toggle, make("div", { class: "wave-side" }, wave(source.file_unique_id, played), time), sound);
}

function playAlone(sound) {
  document.querySelectorAll("audio").forEach((other) => other !== sound && other.pause());
  sound.play().catch(() => {});
}

/** Bars that look like a voice; their heights come from the file's id, so a message keeps its face. */
function wave(seed, played) {
  const bars = Array.from({ length: 28 }, (_, index) => {
    const bar = make("i");
    bar.style.height = `${22 + ((seed.charCodeAt(index % seed.length) * (index + 7)) % 78)}%`;
    return bar;
  });
  return make("div", { class: "wave", "aria-hidden": "true" }, bars, played);
}

export function document_(message) {
  const file = message.document;
  return make("a", { class: "document", href: api.fileAddress(file.file_id), download: file.file_name || "berkas", "data-testid": "document" },
    make("span", { class: "document-icon" }, drawn("file")),
    make("span", { class: "document-words" }, make("b", {}, file.file_name || "Berkas"), make("small", {}, size(file.file_size))));
}

const size = (bytes) => (bytes > 1_048_576 ? `${(bytes / 1_048_576).toFixed(1).replace(".", ",")} MB` : `${Math.ceil((bytes || 0) / 1024)} KB`);

/** A place as a small drawn map: no tiles, no network, only the feeling of hills around a pin. */
export function place(point) {
  const spot = [point.latitude, point.longitude];
  return make("div", { class: "place", "data-testid": "location" }, hills(spot),
    make("div", { class: "place-words" }, make("b", {}, nearest(spot) || "Titik lokasi"), make("small", {}, spoken(spot))));
}

function hills([latitude, longitude]) {
  const shift = Math.round((Math.abs(latitude * 997) % 1) * 60) - 30;
  const lift = Math.round((Math.abs(longitude * 991) % 1) * 24) - 12;
  const rings = [62, 48, 35, 23, 12].map((radius) =>
    shape("ellipse", { cx: 78 + shift, cy: 44 + lift, rx: radius * 1.5, ry: radius, class: "contour", transform: `rotate(${shift} 78 44)` }));
  const river = shape("path", { class: "river", d: `M-5 ${92 + lift} C 60 ${70 - lift}, 120 ${120 + lift}, 180 ${60 + shift} S 230 40 270 ${24 - lift}` });
  const road = shape("path", { class: "road", d: `M-5 ${30 - lift} C 70 ${10 + lift}, 120 70, 130 58 S 200 ${80 + lift} 270 ${96 + lift}` });
  const pin = shape("path", { class: "pin", d: "M130 60 c-12 -15 -16 -20 -16 -28 a16 16 0 1 1 32 0 c0 8 -4 13 -16 28z" });
  return shape("svg", { viewBox: "0 0 260 110", class: "hills", role: "img", "aria-label": "Peta kecil" }, ...rings, river, road, pin, shape("circle", { cx: 130, cy: 32, r: 6, class: "pin-eye" }));
}

export function contact(message) {
  const { first_name, last_name, phone_number } = message.contact;
  return make("div", { class: "contact", "data-testid": "contact" }, make("span", { class: "contact-icon" }, drawn("person")),
    make("span", {}, make("b", {}, [first_name, last_name].filter(Boolean).join(" ")), make("small", {}, phone_number)));
}

/** A poll that can be voted in once; several answers are ticked first and then sent. */
export function poll(message, send) {
  const { poll } = message;
  const chosen = new Set();
  const box = make("div", { class: "poll", "data-testid": "poll" }, make("b", {}, poll.question), make("small", {}, pollKind(poll)));
  const done = poll.allows_multiple_answers && !poll.is_closed
    && make("button", { type: "button", class: "poll-send", disabled: true, onclick: () => send([...chosen]) }, "Kirim pilihan");
  poll.options.forEach((option, index) => box.append(pollRow(poll, option, index, () => {
    if (!poll.allows_multiple_answers) return send([index]);
    chosen.has(index) ? chosen.delete(index) : chosen.add(index);
    box.querySelectorAll(".poll-row").forEach((row, at) => row.setAttribute("aria-pressed", chosen.has(at)));
    done.disabled = chosen.size === 0;
  })));
  box.append(...[done, make("small", {}, poll.total_voter_count ? `${poll.total_voter_count} orang memilih` : "Belum ada yang memilih")].filter(Boolean));
  return box;
}

function pollRow(poll, option, index, choose) {
  const isVoted = poll.total_voter_count > 0;
  const share = isVoted ? Math.round((option.voter_count / poll.total_voter_count) * 100) : 0;
  const fill = make("span", { class: "poll-fill" });
  fill.style.width = `${share}%`;
  const right = poll.type === "quiz" && poll.is_closed && poll.correct_option_ids.includes(index);
  return make("button", { type: "button", class: right ? "poll-row right" : "poll-row", disabled: poll.is_closed, onclick: choose, "data-testid": "poll-option" },
    fill, make("span", { class: "poll-text" }, option.text), isVoted && make("span", { class: "poll-share" }, `${share}%`));
}

function pollKind(poll) {
  if (poll.is_closed) return "Sudah ditutup";
  if (poll.type === "quiz") return "Kuis";
  return poll.allows_multiple_answers ? "Boleh pilih beberapa" : "Pilih satu";
}
