// Everything that lies over the page: dialogs, the enlarged photo, and the short notices at a phone's lower edge.

import { button, make } from "./dom.js";

const NOTICE_MS = 3500;

/** Open a modal with a title; `fill(close)` gives its body. Escape and the backdrop close it. */
export function openDialog(title, fill, { wide = false, testid } = {}) {
  const dialog = make("dialog", { class: wide ? "dialog wide" : "dialog", "aria-label": title, "data-testid": testid });
  const close = () => dialog.close();
  dialog.append(
    make("div", { class: "dialog-head" }, make("h2", {}, title), button("Tutup", "close", close, { class: "round", "data-testid": "dialog-close" })),
    make("div", { class: "dialog-body" }, fill(close)),
  );
  dialog.addEventListener("click", (event) => event.target === dialog && close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** An answer that must be read, as Telegram's `show_alert`. */
export function openAlert(text) {
  openDialog("Pesan dari bot", (close) => [
    make("p", { class: "alert-text", "data-testid": "alert-text" }, text),
    make("div", { class: "dialog-row" }, make("button", { type: "button", class: "primary", onclick: close }, "Oke")),
  ], { testid: "alert" });
}

/** A form dialog: `fields` is the body, `send(form)` may throw a sentence, which is then shown in the dialog. */
export function openForm(title, fields, label, send, options) {
  return openDialog(title, (close) => {
    const problem = make("p", { class: "problem", role: "alert" });
    const form = make("form", { class: "form" }, fields, problem,
      make("div", { class: "dialog-row" }, make("button", { type: "submit", class: "primary", "data-testid": "dialog-ok" }, label)));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      problem.textContent = "";
      try {
        await send(new FormData(form));
        close();
      } catch (error) {
        problem.textContent = error.message;
      }
    });
    return form;
  }, options);
}

/** One labelled field. */
export const field = (label, input, help) =>
  make("label", { class: "field" }, make("span", {}, label), input, help && make("small", {}, help));

export function enlarge(address, caption) {
  const dialog = make("dialog", { class: "lightbox", "aria-label": "Foto diperbesar", "data-testid": "lightbox" });
  dialog.append(
    make("img", { src: address, alt: caption || "Foto" }),
    button("Tutup", "close", () => dialog.close(), { class: "round on-photo" }),
  );
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** A short notice inside `place` (a phone, or the whole page) that leaves by itself. */
export function notify(place, text, kind = "") {
  const notice = make("div", { class: `notice ${kind}`, role: "status", "data-testid": "toast" }, text);
  place.querySelectorAll(":scope > .notice").forEach((old) => old.remove());
  place.append(notice);
  setTimeout(() => notice.remove(), NOTICE_MS);
}

/** Run an action; what the server refuses is shown as a notice in `place`. Returns whether it succeeded. */
export async function attempt(place, action) {
  try {
    await action();
    return true;
  } catch (error) {
    notify(place, error.message, "bad");
    return false;
  }
}
