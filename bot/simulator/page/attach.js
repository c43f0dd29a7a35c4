// What can be sent besides words: photos (several make an album), files, a voice file, a place, a contact.

import * as api from "./api.js";
import { field, openDialog, openForm } from "./dialog.js";
import { button, drawn, make } from "./dom.js";
import { PLACES } from "./places.js";
import { person } from "./world.js";

const ALBUM_MOST = 10;

/** The paper clip of `phone`: its `toggle`, its `menu`, and the questions the bot's own keys may ask. */
export function attachments(phone, send) {
  const menu = make("div", { class: "attach-menu", role: "menu", hidden: true, "data-testid": "attach-menu" });
  const toggle = button("Lampirkan", "attach", () => { menu.hidden = !menu.hidden; }, { class: "round", "data-testid": "attach" });
  const close = () => { menu.hidden = true; };
  const give = (kind, files, more) => sendFiles(phone, send, kind, files, more);
  const offer = (files) => previewPhotos(files.slice(0, ALBUM_MOST), (caption) => give("photo", files.slice(0, ALBUM_MOST), { caption }));
  const askLocation = () => { close(); openLocation(phone, send); };
  const askContact = () => { close(); openContact(phone); };

  menu.append(
    picker("Foto", "photo", "attach-photo", { accept: "image/*", multiple: true }, (files) => { close(); offer(files); }),
    picker("Berkas", "file", "attach-document", { multiple: true }, (files) => { close(); give("document", files); }),
    picker("Berkas suara", "mic", "attach-voice", { accept: "audio/*,.ogg,.oga,.opus" }, (files) => { close(); give("voice", files); }),
    item("Lokasi", "pin", "attach-location", askLocation),
    item("Kontak", "person", "attach-contact", askContact),
  );
  return { menu, toggle, close, offer, askLocation, askContact };
}

const item = (label, icon, testid, onclick) =>
  make("button", { type: "button", role: "menuitem", class: "attach-item", "data-testid": testid, onclick }, make("span", { class: "attach-icon" }, drawn(icon)), label);

/** A menu entry that is really a file input, so that the keyboard and tests reach it too. */
function picker(label, icon, testid, traits, chosen) {
  const input = make("input", { type: "file", class: "unseen", ...traits, "aria-label": label, "data-testid": testid });
  input.addEventListener("change", () => {
    const files = [...input.files];
    input.value = "";
    if (files.length) chosen(files);
  });
  return make("label", { class: "attach-item" }, make("span", { class: "attach-icon" }, drawn(icon)), label, input);
}

async function sendFiles(phone, send, kind, files, { caption } = {}) {
  const chat = phone.chat().id;
  const album = files.length > 1 && kind === "photo" ? `a${Date.now()}${phone.person}` : undefined;
  for (const [index, file] of files.entries()) {
    const more = { album, caption: index === 0 ? caption : undefined };
    if (!(await send(() => api.sendFile(phone.person, chat, kind, file, more)))) return;
  }
}

function previewPhotos(files, give) {
  const addresses = files.map((file) => URL.createObjectURL(file));
  const pictures = make("div", { class: "previews" }, addresses.map((address) => make("img", { src: address, alt: "Foto yang dipilih" })));
  const words = make("input", { name: "caption", maxlength: 1024, autocomplete: "off", "data-testid": "caption" });
  const title = files.length > 1 ? `Kirim ${files.length} foto` : "Kirim foto";
  const dialog = openForm(title, [pictures, field("Keterangan (boleh kosong)", words)], "Kirim", (form) => { give(form.get("caption")); }, { testid: "photo-dialog" });
  dialog.addEventListener("close", () => addresses.forEach((address) => URL.revokeObjectURL(address)));
}

function openLocation(phone, send) {
  const share = (spot, close) => { close(); send(() => api.sendLocation(phone.person, phone.chat().id, spot)); };
  openDialog("Kirim lokasi", (close) => [
    make("p", { class: "soft" }, "Pilih tempat di Enrekang (titik kira-kira), atau isi sendiri."),
    make("div", { class: "chips" }, PLACES.map(([name, ...spot]) =>
      make("button", { type: "button", class: "chip", "data-testid": "place", onclick: () => share(spot, close) }, drawn("pin"), name))),
    ownSpot((spot) => share(spot, close)),
  ], { testid: "location-dialog" });
}

function ownSpot(share) {
  const number = (name, value, most, testid) =>
    make("input", { name, value, type: "number", step: "any", min: -most, max: most, required: true, "data-testid": testid });
  const form = make("form", { class: "form" },
    make("div", { class: "pair" }, field("Lintang", number("latitude", "-3.4512", 90, "latitude")), field("Bujur", number("longitude", "119.8034", 180, "longitude"))),
    make("div", { class: "dialog-row" }, make("button", { type: "submit", class: "primary", "data-testid": "dialog-ok" }, "Kirim titik ini")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const values = new FormData(form);
    share([Number(values.get("latitude")), Number(values.get("longitude"))]);
  });
  return form;
}

function openContact(phone) {
  const someone = person(phone.person);
  const name = [someone.first_name, someone.last_name].filter(Boolean).join(" ");
  openForm("Kirim kontak", [
    field("Nama", make("input", { name: "first_name", value: name, required: true, autocomplete: "off" })),
    field("Nomor HP", make("input", { name: "phone_number", value: inventedNumber(someone.id), required: true, inputmode: "tel", autocomplete: "off", "data-testid": "phone-number" }), "Nomor rekaan; boleh diganti."),
    make("label", { class: "tick" }, make("input", { type: "checkbox", name: "own", checked: true, "data-testid": "own-contact" }), "Ini kontak saya sendiri"),
  ], "Kirim", (form) => api.sendContact(phone.person, phone.chat().id, {
    first_name: form.get("first_name"),
    phone_number: form.get("phone_number"),
    user_id: form.get("own") ? someone.id : undefined,
  }), { testid: "contact-dialog" });
}

const inventedNumber = (id) => `+62812000${String(id).slice(-5).padStart(5, "0")}`;
