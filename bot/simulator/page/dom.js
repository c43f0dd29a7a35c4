// Elements are made from plain values only: text goes in as text nodes, so nothing a person typed can become markup.

const SVG = "http://www.w3.org/2000/svg";

/** Make an element: `make("p", {class: "x", onclick: f}, "text", child)`. `null`, `false` and `""` children are left out. */
export function make(tag, traits = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(traits)) give(element, name, value);
  element.append(...children.flat(2).filter((child) => child || child === 0));
  return element;
}

function give(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "value" || name === "checked") element[name] = value;
  else element.setAttribute(name, value === true ? "" : value);
}

/** A button always says what it does: `name` is its accessible label when it shows only an icon. */
export function button(name, icon, onclick, traits = {}) {
  return make("button", { type: "button", title: name, "aria-label": name, onclick, ...traits }, drawn(icon));
}

const ICONS = {
  back: "M15 5l-7 7 7 7",
  more: "M12 5h.01M12 12h.01M12 19h.01",
  send: "M4 12l16-8-6 16-3-6-7-2zM11 14l9-10",
  attach: "M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 5 5l-8.4 8.4a1.7 1.7 0 0 1-2.5-2.5L15 7",
  mic: "M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v4M9 21h6",
  stop: "M7 7h10v10H7z",
  play: "M8 5l11 7-11 7z",
  pause: "M8 5v14M16 5v14",
  close: "M6 6l12 12M18 6L6 18",
  keys: "M4 7h16v11H4zM7 10h.01M10 10h.01M13 10h.01M16 10h.01M7 13h.01M16 13h.01M10 14.5h4",
  slash: "M15 4L9 20",
  photo: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9h.01",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  pin: "M12 21s7-6.5 7-11.5A7 7 0 0 0 5 9.5C5 14.5 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c.6-4.5 4-7 8-7s7.4 2.5 8 7",
  people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2 20c.5-4 3.5-6 7-6s6.5 2 7 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.2.8 3.600 2.800 4 5.5",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2",
  storm: "M7 16a4.5 4.5 0 0 1 .5-9A6 6 0 0 1 19 9a3.5 3.5 0 0 1-.5 7M12 12l-2.5 5h4L11 22",
  power: "M12 3v9M7 6a8 8 0 1 0 10 0",
  list: "M5 6h14M5 12h14M5 18h9",
  chevron: "M6 9l6 6 6-6",
  reply: "M10 6l-6 6 6 6M4 12h9a7 7 0 0 1 7 7",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  edit: "M4 20l1-5L16 4l4 4L9 19z",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  link: "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
  block: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM6 6l12 12",
  check: "M5 13l4 4L19 7",
  down: "M12 5v14M6 13l6 6 6-6",
  bulb: "M9 18h6M10 21h4M12 3a6 6 0 0 1 3.5 11c-.7.5-1 1.2-1 2h-5c0-.8-.3-1.5-1-2A6 6 0 0 1 12 3z",
};

/** One of the page's own line drawings; it inherits the text's colour. */
export function drawn(icon) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${icon}`);
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", ICONS[icon]);
  svg.append(path);
  return svg;
}

/** Svg shapes for small drawings: `shape("circle", {r: 3})`. */
export function shape(tag, traits = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(traits)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
