// The bar above the phones: the clock everybody lives by, new people, and the ways to make trouble.

import * as api from "./api.js";
import { attempt, field, notify, openDialog, openForm } from "./dialog.js";
import { drawn, make } from "./dom.js";
import { hint } from "./hint.js";
import { openMoment } from "./moment.js";
import { hour, shortDay, zoneName } from "./times.js";
import { listen, now, people, world } from "./world.js";

const HOUR_S = 3600;
const DAY_S = 86_400;
const ROOMY = matchMedia("(min-width: 1320px)");

/** Fill the top bar; `panels` are the drawers it opens (`{faults, calls}`, each with `toggle()`). */
export function fillTop(top, panels) {
  const clock = make("span", { class: "clock-words" });
  const faultCount = make("i", { class: "badge", hidden: true, "data-testid": "fault-count" });
  const tools = make("div", { class: "tools", id: "tools", "data-testid": "tools" },
    make("div", { class: "group" }, tool("+1 jam", null, "clock-hour", () => move(HOUR_S)), tool("+1 hari", null, "clock-day", () => move(DAY_S)), tool("Ke tanggal…", null, "clock-date", openMoment)),
    make("div", { class: "group" }, tool("Tambah orang", "person", "add-person", openPerson), tool("Buat grup", "people", "add-group", openGroup)),
    make("div", { class: "group" }, tool("Gangguan", "storm", "open-faults", panels.faults.toggle, faultCount), tool("Catatan", "list", "open-calls", panels.calls.toggle), tool("Matikan bot", "power", "kill-bot", openKill)));
  const expand = make("button", { type: "button", class: "expand", "aria-controls": "tools", title: "Alat simulator", "data-testid": "tools-toggle", onclick: () => unfold(tools.hidden) }, make("span", {}, "Alat"), drawn("chevron"));

  function unfold(open) {
    tools.hidden = !open;
    expand.setAttribute("aria-expanded", String(open));
  }

  function show() {
    clock.replaceChildren(make("b", {}, hour(now())), ` ${zoneName()}`, make("small", {}, shortDay(now())));
    const count = world.state.faults.length;
    faultCount.hidden = count === 0;
    faultCount.textContent = count;
  }

  top.replaceChildren(
    make("div", { class: "top-line" }, brand(), make("div", { class: "clock", "data-testid": "clock" }, drawn("clock"), clock), expand, tools),
    make("p", { class: "lost", role: "status", "data-testid": "lost", hidden: true }, "Sambungan ke simulator terputus. Menyambung lagi…"), hint());
  unfold(ROOMY.matches);
  show();
  setInterval(show, 1000);
  listen((topic) => {
    if (["state", "clock", "faults"].includes(topic)) show();
    if (topic === "awake" && world.state.awake) notify(document.body, "Bot sudah menyala lagi.");
    if (topic === "line") top.querySelector(".lost").hidden = world.connected;
  });
}

const brand = () => make("div", { class: "brand" }, make("img", { src: "/page/icon.svg", alt: "", width: 30, height: 30 }),
  make("span", {}, make("b", {}, "Kawan Musrenbang"), make("small", {}, "simulator")));

const tool = (label, icon, testid, onclick, ...more) =>
  make("button", { type: "button", class: "tool", "data-testid": testid, onclick }, icon && drawn(icon), make("span", {}, label), ...more);

const move = (seconds) => attempt(document.body, () => api.moveClock(seconds));

function openPerson() {
  openForm("Tambah orang", [
    field("Nama", make("input", { name: "first_name", required: true, maxlength: 64, placeholder: "Bu Hasna", autocomplete: "off", "data-testid": "person-name" })),
    field("Sebagai apa", make("input", { name: "role", maxlength: 40, placeholder: "warga", list: "roles", autocomplete: "off", "data-testid": "person-role" }), "Hanya label di halaman ini; bot tidak tahu."),
    make("datalist", { id: "roles" }, ["warga", "fasilitator desa", "fasilitator kecamatan", "petugas Bappeda"].map((role) => make("option", { value: role }))),
  ], "Tambah", (form) => api.addPerson({ first_name: form.get("first_name").trim(), role: form.get("role").trim() || "warga" }), { testid: "person-dialog" });
}

function openGroup() {
  openForm("Buat grup", [
    field("Nama grup", make("input", { name: "title", required: true, maxlength: 128, placeholder: "Dusun Tanete", autocomplete: "off", "data-testid": "group-title" })),
    make("fieldset", { class: "ticks" }, make("legend", {}, "Anggota (bot ikut masuk)"), people().map((someone) =>
      make("label", { class: "tick" }, make("input", { type: "checkbox", name: "member", value: String(someone.id), checked: true }), someone.first_name))),
  ], "Buat", async (form) => {
    const members = form.getAll("member").map(Number);
    if (members.length === 0) throw new Error("Pilih paling sedikit satu orang.");
    await api.addGroup(form.get("title").trim(), members);
    notify(document.body, `Grup ${form.get("title").trim()} sudah ada. Tekan ‹ di kiri atas HP anggotanya.`);
  }, { testid: "group-dialog" });
}

function openKill() {
  openDialog("Matikan bot mendadak?", (close) => [
    make("p", {}, "Bot dimatikan tanpa pamit (kill -9), seperti listrik padam. Ia akan menyala lagi dan meneruskan pekerjaannya; tidak boleh ada yang hilang."),
    make("div", { class: "dialog-row" }, make("button", { type: "button", class: "danger", "data-testid": "kill-confirm", onclick: () => { close(); kill(); } }, "Matikan sekarang")),
  ], { testid: "kill-dialog" });
}

async function kill() {
  if (await attempt(document.body, api.killBot)) notify(document.body, "Bot dimatikan. Coba tetap berkirim pesan; ia sedang menyala lagi.");
}
