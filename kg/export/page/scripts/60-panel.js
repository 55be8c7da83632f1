// The panel: everything about what is selected, each edge with the sentence that says it.

function nodeButton(node, attributes = {}) {
  return make("button", { class: "node", type: "button", "data-node": node.key,
    onclick: () => choose({ node: node.id, edge: null }), ...attributes },
  kindMark(node.kind, kindWord(node)), spoken("span", titleOf(node)));
}

function quoteBlock(statement) {
  const [before, quote, after] = statement.passage;
  const place = [];
  if (statement.page) place.push(say("page", { n: statement.page }));
  if (statement.footnote) place.push(say("in footnote"));
  if (statement.degree === "partial") place.push(say("partial"));
  const source = nodes[statement.source];
  return make("div", { class: "evidence" },
    make("blockquote", { dir: "auto" }, before, make("mark", {}, quote), after),
    statement.note ? spoken("p", explained(statement.note), { class: "small" }) : null,
    make("p", { class: "small" },
      source ? [say("from") + " ", spoken("span", titleOf(source)), place.length ? " · " : ""] : "",
      place.join(" · ")));
}

function edgeGroups(node) {
  const groups = new Map();
  for (const edge of node.edges) {
    const inverse = edge.subject !== node.id;
    const key = edge.relation * 2 + (inverse ? 1 : 0);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(edge);
  }
  return [...groups.entries()].sort(([a], [b]) => a - b);
}

function edgeEntry(edge, inverse) {
  const other = nodes[inverse ? edge.subject : edge.object];
  return make("li", { class: "edge" },
    nodeButton(other),
    other.date ? make("span", { class: "small date" }, dateWord(other.date)) : null,
    (edge.notes ?? []).map((note) => make("p", { class: "small" }, note)),
    edge.statements.map(quoteBlock));
}

function identifierList(node) {
  const names = node.names.filter((name) => name !== node.key && !name.startsWith("file-"));
  if (!names.length || !/^(document|dossier|commitment)\//.test(node.key)) return null;
  return make("div", { class: "facts" }, make("h3", {}, say("identifiers")),
    make("ul", { class: "chips" }, names.map((name) => make("li", {},
      make("button", { class: "chip", type: "button", "aria-label": say("copy", { text: name }),
        onclick: () => copy(name) }, name)))));
}

function copy(text) {
  const done = () => announce(say("copied", { text }));
  if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, () => copyByHand(text, done));
  else copyByHand(text, done);
}

function copyByHand(text, done) {
  const field = make("textarea", { class: "unseen" });
  field.value = text;
  document.body.append(field);
  field.select();
  if (document.execCommand("copy")) done();
  field.remove();
}

function linkList(node) {
  const pages = node.pages.filter((page) => URL.canParse(page));
  if (!pages.length) return null;
  const host = (page) => new URL(page).hostname.replace(/^(www|zoek)\./, "");
  // Of two pages on one site each says which it is.
  const told = (page) => (pages.filter((other) => host(other) === host(page)).length > 1
    ? `${host(page)} ${new URL(page).searchParams.get("id") ?? page.split("/").at(-1)}` : host(page));
  return make("ul", { class: "links" }, pages.map((page) => make("li", {},
    make("a", { href: page, target: "_blank", rel: "noopener noreferrer" }, `${told(page)} ↗`))));
}

// Everything, or only what lies one, two or three steps from the node.
function focusBar(node) {
  return make("div", { class: "steps", role: "group", "aria-label": say("focus") },
    make("span", { class: "small" }, say("focus")),
    [0, 1, 2, 3].map((steps) => make("button", { type: "button", class: "tool",
      "data-focus": steps, "aria-pressed": String(state.focus === steps),
      "aria-label": steps ? count("steps", steps) : null,
      onclick: () => { choose({ focus: steps }); showNode(node.id); } },
    steps ? String(steps) : say("everything"))));
}

// The way between two nodes: its start is chosen here, its end by choosing any other node.
function pathBar(node) {
  const stop = () => make("button", { type: "button", class: "tool", id: "path-stop",
    onclick: () => choose({ start: null }) }, say("path stop"));
  if (state.start === null) {
    return make("p", { class: "steps" }, make("button", { type: "button", class: "tool", id: "path-from",
      onclick: () => choose({ start: node.id }) }, say("path from")));
  }
  if (route === null) return make("p", { class: "steps" }, say("path pick") + " ", stop());
  return make("section", { class: "group path" },
    make("h3", {}, say("path between", { from: titleOf(nodes[state.start]), to: titleOf(node) })),
    route.length ? make("ol", { class: "edges" }, pathSteps(route)) : make("p", {}, say("path none")),
    stop());
}

function pathSteps(way) {
  let at = state.start;
  return way.map((edge) => {
    const inverse = edge.subject !== at;
    at = inverse ? edge.subject : edge.object;
    return make("li", { class: "edge" },
      make("p", { class: "small" }, relationMark(edge.relation), relationWord(edge.relation, inverse)),
      nodeButton(nodes[at]), edge.statements.slice(0, 1).map(quoteBlock));
  });
}

// What happened to a motion or a commitment, in order of time.
function timeLine(node) {
  const kind = kinds[node.kind].name;
  if (kind !== "motion" && kind !== "commitment") return null;
  const events = node.date ? [{ date: node.date, word: say("submitted") }] : [];
  for (const edge of node.edges) {
    const inverse = edge.subject !== node.id;
    const other = nodes[inverse ? edge.subject : edge.object];
    if (!isPaper(other)) continue;
    const word = relationWord(edge.relation, inverse);
    // One paper is one event, however many relations it has with the motion.
    const same = events.find((event) => event.other === other);
    if (same) same.word += `, ${word}`;
    else events.push({ date: other.date, word, other, statement: edge.statements[0] });
  }
  if (events.length < 2) return null;
  events.sort((a, b) => (a.date || "9").localeCompare(b.date || "9") || (a.other?.id ?? -1) - (b.other?.id ?? -1));
  return make("section", { class: "group" }, make("h3", {}, say("time line")),
    make("ol", { class: "edges time" }, events.map(({ date, word, other, statement }) =>
      make("li", { class: "edge" },
        make("p", { class: "small" }, make("b", {}, date ? dateWord(date) : say("undated")), ` · ${word}`),
        other ? nodeButton(other) : null,
        statement ? make("blockquote", { dir: "auto", class: "small" }, statement.passage[1]) : null))));
}

// A long list shows its beginning; the rest comes when it is asked for.
function entryList(all, entry, step = 40) {
  const list = make("ul", { class: "edges" });
  const more = () => {
    const from = list.childElementCount;
    list.append(...all.slice(from, from + step).map(entry));
    const left = all.length - list.childElementCount;
    button.hidden = left <= 0;
    button.textContent = say("more", { n: number(Math.min(step, left)) });
    if (from) list.children[from].querySelector("button")?.focus();
  };
  const button = make("button", { type: "button", class: "more", onclick: more });
  more();
  return [list, all.length > step ? button : null];
}

// Only what has to do with a dossier, drawn one by one as far as that goes.
function openDossier(id) {
  choose({ node: id, edge: null, dossier: id, focus: 0 });
  fit(false);
}

function dossierBar(node) {
  if (!large || kinds[node.kind].name !== "dossier" || state.dossier === node.id) return null;
  if (!choices.dossier.includes(node)) return null;
  return make("p", { class: "steps" }, make("button", { type: "button", class: "tool", id: "open-dossier",
    onclick: () => openDossier(node.id) }, say("open dossier")));
}

// How a commitment stands and when it is due, and why something could not be resolved.
function factLine(node) {
  const words = [];
  const [status, due, again] = ["kg:status", "kg:due", "kg:recurrence"].map((name) => fact(node, name));
  if (status) words.push(`${say("status")}: ${say(status)}`);
  if (due) words.push(`${say("due")}: ${/^\d{4}-\d\d-\d\d$/.test(due) ? dateWord(due) : due}`);
  if (again) words.push(`${say("recurrence")}: ${again}`);
  if (node.unresolved) words.push([say("unresolved"), explained(fact(node, "kg:reason"))].filter(Boolean).join(": "));
  return words.length ? spoken("p", words.join(" · "), { class: "small" }) : null;
}

function nodePanel(node) {
  return [
    make("p", { class: "kind" }, kindMark(node.kind), kindWord(node),
      node.date ? ` · ${dateWord(node.date)}` : ""),
    spoken("h2", titleOf(node), { class: "heading", tabindex: "-1" }),
    factLine(node),
    linkList(node),
    dossierBar(node),
    focusBar(node),
    pathBar(node),
    identifierList(node),
    timeLine(node),
    edgeGroups(node).map(([key, group]) => {
      const [relation, inverse] = [key >> 1, (key & 1) === 1];
      return make("section", { class: "group" },
        make("h3", {}, relationMark(relation), relationWord(relation, inverse),
          make("span", { class: "count" }, number(group.length))),
        entryList(group, (edge) => edgeEntry(edge, inverse)));
    }),
  ];
}

// A line with several edges behind it: between two nodes, or between the papers of two dossiers.
function linePanel(line) {
  const towards = line.edges.toSorted((a, b) => a.relation - b.relation || a.id - b.id);
  return [
    make("h2", { class: "heading", tabindex: "-1" }, count("rows", line.edges.length)),
    nodeButton(nodes[line.from]), make("p", { class: "small" }, "→"), nodeButton(nodes[line.to]),
    entryList(towards, (edge) => make("li", { class: "edge" }, edgeWords(edge).flat(2).filter(Boolean))),
  ];
}

function edgePanel(edge) {
  const [, line] = lineOf(edge.id) ?? [];
  return line?.edges.length > 1 ? linePanel(line) : edgeWords(edge);
}

function edgeWords(edge) {
  return [
    make("p", { class: "kind" }, relationMark(edge.relation), relationWord(edge.relation)),
    nodeButton(nodes[edge.subject]),
    make("p", { class: "small" }, relationWord(edge.relation)),
    nodeButton(nodes[edge.object]),
    (edge.notes ?? []).map((note) => make("p", { class: "small" }, note)),
    edge.statements.map(quoteBlock),
  ];
}

const mostEdges = nodes.filter(isPaper).sort((a, b) => b.edges.length - a.edges.length || a.id - b.id).slice(0, 12);

// What is fulfilled or rejected, and by what, the newest first: the first question of most readers.
function answerList(relation) {
  const all = edges.filter((edge) => edge.relation === relation)
    .sort((a, b) => b.date.localeCompare(a.date) || a.id - b.id);
  if (!all.length) return null;
  return [make("h3", {}, relationMark(relation), relationWord(relation),
    make("span", { class: "count" }, number(all.length))),
  entryList(all, (edge) => make("li", { class: "edge" }, nodeButton(nodes[edge.subject]),
    make("p", { class: "small" }, relationWord(relation)), nodeButton(nodes[edge.object])), 5)];
}

function overviewPanel() {
  const read = nodes.filter((node) => node.read);
  return [
    make("h2", { class: "heading" }, say("overview")),
    make("p", {}, say("intro")),
    content.leftOut ? make("p", { class: "part" }, say(content.nearest ? "left out near" : "left out", { n: number(content.leftOut) })) : null,
    relations.map((relation, n) => (relation.answers ? answerList(n) : null)),
    large ? [make("h3", {}, say("most edges")), make("ul", { class: "edges" },
      mostEdges.map((node) => make("li", { class: "edge" }, nodeButton(node),
        make("span", { class: "count" }, ` ${number(node.edges.length)}`))))] : null,
    read.length ? [make("h3", {}, count("documents read", read.length)),
      entryList(read, (node) => make("li", { class: "edge" }, nodeButton(node)))] : null,
  ];
}

function updatePanel() {
  const panel = byId("panel");
  const inside = state.edge !== null ? edgePanel(edges[state.edge])
    : state.node !== null ? nodePanel(nodes[state.node]) : overviewPanel();
  panel.replaceChildren(...inside.flat(3).filter(Boolean));
  panel.scrollTop = 0;
}
