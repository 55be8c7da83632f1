// Words in the chosen language, and the small helpers that build the document safely.

let language = content.language;
const say = (key, values = {}) =>
  (content.words[language][key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
// Why something was decided: the graph says it in English.
const explained = (text) => (language === "nl" && Object.hasOwn(content.dutch, text) ? content.dutch[text] : text);
const kindWord = (node) => kinds[node.kind][language][0];
const relationWord = (relation, inverse = false) => relations[relation][language][inverse ? 1 : 0];
// So many of something, with the word for one where it is one.
const count = (key, n) => say(n === 1 ? `${key} one` : key, { n: number(n) });
const number = (value) => value.toLocaleString(language);

function dateWord(date) {
  if (!date) return "";
  const [year, month, day] = date.split("-").map(Number);
  return new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric",
    timeZone: "UTC" }).format(Date.UTC(year, month - 1, day));
}

// An element with attributes, listeners (onclick: …) and children; text is always text.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

function byId(id) {
  return document.getElementById(id);
}

function announce(text) {
  byId("live").textContent = text;
}

// Text of a document: its own writing direction, never markup.
function spoken(tag, text, attributes = {}) {
  return make(tag, { dir: "auto", ...attributes }, text);
}

const PATHS = {
  square: "M2 2h12v12H2z", diamond: "M8 0l8 8-8 8-8-8z", triangle: "M8 1l7.5 13.5H.5z",
  triangleDown: "M8 15L.5 1.5h15z", dot: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z",
  hexagon: "M4 1h8l4 7-4 7H4L0 8z",
  star: "M8 0l2.1 5.3 5.7.4-4.4 3.6 1.4 5.5L8 11.7l-4.8 3.1 1.4-5.5L.2 5.7l5.7-.4z",
};

function svg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// The mark of a kind, as it is drawn in the picture.
function kindMark(kind, word = "") {
  const told = word ? { role: "img", "aria-label": word } : { "aria-hidden": "true" };
  return svg("svg", { class: "mark", viewBox: "0 0 16 16", ...told },
    svg("path", { d: PATHS[kinds[kind].shape], fill: shade(kinds[kind]) }));
}

// The line of a relation, as it is drawn in the picture.
function relationMark(relation) {
  const look = relations[relation];
  const mark = svg("svg", { class: "line", viewBox: "0 0 34 10", "aria-hidden": "true" });
  const stroke = { stroke: shade(look), fill: "none", "stroke-width": Math.max(1.4, look.width) };
  mark.append(svg("path", { ...stroke, d: "M1 5H28",
    "stroke-dasharray": look.dashes ? look.dashes.join(" ") : "none" }));
  if (look.arrow === "arrow") mark.append(svg("path", { d: "M26 1l7 4-7 4z", fill: shade(look) }));
  if (look.arrow === "bar") mark.append(svg("path", { ...stroke, d: "M30 0v10" }));
  if (look.arrow === "circle") mark.append(svg("circle", { cx: 29, cy: 5, r: 3.4, fill: shade(look) }));
  return mark;
}
