// Search as you type: titles and numbers first, then names, then the words of quotes.

const SHOWN = 12;
const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const wanted = nodes.map((node) => ({
  node,
  names: node.names.map(plain),
  title: plain(`${titleOf(node)} ${node.label} ${facts(node, "kg:asWritten").join(" ")}`),
}));
// The words of the quotes, made plain when they are first asked for.
let quotes = null;
let found = [];
let marked = -1;

// A number as papers print it, in the form of its id: "Kamerstuk 25 424, nr. 630" as "25424-630".
const asId = (text) => text.replace(/^kamerstuk(ken)?( ii?)?\s*/, "").replace(/(\d)[ .](?=\d{3}(?!\d))/g, "$1")
  .replace(/,?\s*nr\.?\s*/, "-").replace(/[\s.,]+/g, "-");

function rank(entry, words) {
  const all = words.join(" ");
  const squeezed = all.replace(/[\s.]+/g, "");
  for (const id of [squeezed, asId(all)]) {
    if (entry.names.some((name) => name === id || name.endsWith(`-${id}`))) return 0;
  }
  if (entry.title.startsWith(all)) return 1;
  if (words.every((word) => entry.title.includes(word))) return 2;
  return entry.names.some((name) => squeezed.length > 2 && name.includes(squeezed)) ? 3 : 9;
}

function search(text) {
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const byName = wanted.map((entry) => ({ node: entry.node, rank: rank(entry, words), quote: "" }))
    .filter((each) => each.rank < 9);
  quotes ??= new Map(content.passages.map((passage) => [passage, plain(passage[1])]));
  const known = new Set(byName.map((each) => each.node.id));
  const byQuote = [];
  for (const statement of statements) {
    const quote = statement.passage[1];
    if (byQuote.length > 50) break;
    if (known.has(statement.object) || !words.every((word) => quotes.get(statement.passage).includes(word))) continue;
    known.add(statement.object);
    byQuote.push({ node: nodes[statement.object], rank: 5, quote });
  }
  const weighty = (a, b) => a.rank - b.rank || weight(b.node) - weight(a.node) || a.node.id - b.node.id;
  return [...byName, ...byQuote].sort(weighty);
}

function showFound() {
  const list = byId("found");
  const box = byId("search");
  const open = box.value.trim() !== "" && document.activeElement === box;
  list.hidden = !open;
  box.setAttribute("aria-expanded", String(open));
  list.replaceChildren(...found.slice(0, SHOWN).map((each, n) => make("li", {
    role: "option", id: `found-${n}`, "aria-selected": String(n === marked),
    onmousedown: (event) => { event.preventDefault(); goTo(n); } },
  kindMark(each.node.kind), spoken("span", titleOf(each.node), { class: "word" }),
  each.quote ? spoken("span", each.quote.slice(0, 90), { class: "small" })
    : make("span", { class: "small" }, addressName(each.node).slice(0, 40)))));
  if (open && !found.length) list.replaceChildren(make("li", { class: "small" }, say("nothing")));
  if (marked >= 0) box.setAttribute("aria-activedescendant", `found-${marked}`);
  else box.removeAttribute("aria-activedescendant");
}

function goTo(n) {
  if (!found[n]) return;
  choose({ node: found[n].node.id, edge: null });
  showNode(found[n].node.id);
  byId("panel").querySelector(".heading")?.focus({ preventScroll: true });
  byId("found").hidden = true;
}

function startSearch() {
  const box = byId("search");
  box.addEventListener("input", () => {
    found = search(box.value);
    marked = found.length ? 0 : -1;
    showFound();
    announce(found.length ? say("results", { n: number(found.length) }) : say("nothing"));
  });
  box.addEventListener("keydown", (event) => {
    const last = Math.min(found.length, SHOWN) - 1;
    if (event.key === "ArrowDown") marked = Math.min(last, marked + 1);
    else if (event.key === "ArrowUp") marked = Math.max(0, marked - 1);
    else if (event.key === "Enter") { goTo(Math.max(0, marked)); return; }
    else if (event.key === "Escape") { box.value = ""; found = []; marked = -1; }
    else return;
    event.preventDefault();
    showFound();
  });
  box.addEventListener("focus", showFound);
  box.addEventListener("blur", () => { byId("found").hidden = true; box.setAttribute("aria-expanded", "false"); });
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || /^(input|textarea|select)$/i.test(event.target.tagName)) return;
    event.preventDefault();
    box.focus();
  });
}
