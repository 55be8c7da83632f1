// Only what one ministry, person, dossier or programme has to do with, or one period.

const LIMITS = { ministry: "organisation", person: "person", dossier: "dossier", programme: "programme" };
const isPaper = (node) => Boolean(kinds[node.kind].paper);
const lastPart = (node) => node.key.replace(/^.*\//, "");
const papersOf = (node) => [...node.near].filter((id) => isPaper(nodes[id]));

const byTitle = new Intl.Collator("nl", { numeric: true });
// The nodes one can choose in a limit, by name, with the last part of their key for the address.
const choices = Object.fromEntries(Object.entries(LIMITS).map(([limit, kind]) => [limit,
  nodes.filter((node) => kinds[node.kind].name === kind && papersOf(node).length)
    .sort((a, b) => byTitle.compare(titleOf(a), titleOf(b)))]));

// The date of an edge: that of the paper it belongs to, else of the paper that says it.
for (const edge of edges) {
  const told = nodes[edge.statements[0]?.source];
  edge.date = nodes[edge.subject].date || told?.date || "";
}
const dates = nodes.filter(isPaper).map((node) => node.date).filter(Boolean).sort();

function limitsFromAddress(parts) {
  const found = {};
  for (const limit of Object.keys(LIMITS)) {
    found[limit] = choices[limit].find((node) => lastPart(node) === parts.get(limit))?.id ?? null;
  }
  for (const end of ["from", "to"]) {
    found[end] = /^\d{4}-\d{2}-\d{2}$/.test(parts.get(end)) ? parts.get(end) : "";
  }
  return found;
}

function limitsToAddress(value, parts) {
  for (const limit of Object.keys(LIMITS)) {
    if (value[limit] !== null) parts.set(limit, lastPart(nodes[value[limit]]));
  }
  for (const end of ["from", "to"]) if (value[end]) parts.set(end, value[end]);
}

const limited = () => Object.keys(LIMITS).some((limit) => state[limit] !== null)
  || Boolean(state.from || state.to);

// Whether an edge is within the limits: for each, one of its ends is the chosen or a paper of it.
function withinLimits() {
  const about = Object.keys(LIMITS).filter((limit) => state[limit] !== null)
    .map((limit) => new Set([state[limit], ...papersOf(nodes[state[limit]])]));
  const period = Boolean(state.from || state.to);
  return (edge) => about.every((set) => set.has(edge.subject) || set.has(edge.object))
    && (!period || (edge.date !== "" && edge.date >= state.from && (!state.to || edge.date <= state.to)));
}

function limitSelect(limit) {
  const select = make("select", { id: `limit-${limit}`, onchange: () => {
    choose({ [limit]: select.value === "" ? null : Number(select.value) });
  } }, make("option", { value: "" }, say("all")), choices[limit].map((node) =>
    make("option", { value: node.id }, `${titleOf(node).slice(0, 90)} (${number(papersOf(node).length)})`)));
  return make("p", { class: "limit" }, make("label", { for: select.id }, say(limit)), select);
}

const days = [...new Set(dates)];

// A date to type, and the same as a slider over the days on which there are papers.
function dateField(end) {
  const field = make("input", { type: "date", id: `limit-${end}`, min: dates[0], max: dates.at(-1),
    onchange: () => choose({ [end]: field.value }) });
  const slider = make("input", { type: "range", id: `slide-${end}`, min: 0, max: days.length - 1,
    value: end === "from" ? 0 : days.length - 1, "aria-label": say(`slide ${end}`),
    oninput: () => choose({ [end]: dayOf(end, Number(slider.value)) }, { step: false }) });
  return make("p", { class: "limit" }, make("label", { for: field.id }, say(`date ${end}`)), field,
    days.length > 2 ? slider : null);
}

// The slider at its own rim sets no limit.
function dayOf(end, place) {
  const rim = end === "from" ? 0 : days.length - 1;
  return place === rim ? "" : days[place];
}

function slide(end) {
  const slider = byId(`slide-${end}`);
  if (!slider) return;
  const at = days.findLastIndex((day) => day <= (state[end] || (end === "from" ? days[0] : days.at(-1))));
  slider.value = String(Math.max(0, at));
  slider.setAttribute("aria-valuetext", dateWord(days[Math.max(0, at)]));
}

let limitsIn = "";
function updateLimits() {
  const home = byId("limits");
  if (limitsIn !== language) {
    limitsIn = language;
    home.replaceChildren(make("h2", {}, say("limits")),
      ...Object.keys(LIMITS).filter((limit) => choices[limit].length).map(limitSelect),
      ...(dates.length ? [dateField("from"), dateField("to")] : []),
      make("p", { class: "small", id: "in-view" }));
  }
  for (const name of [...Object.keys(LIMITS), "from", "to"]) {
    const field = byId(`limit-${name}`);
    if (field && field.value !== String(state[name] ?? "")) field.value = state[name] ?? "";
  }
  for (const end of ["from", "to"]) slide(end);
  const chosen = limited() || state.offKinds.length || state.offRelations.length;
  byId("in-view").replaceChildren(`${count("nodes", view.nodes.size)} ${say("and")} ${count("edges", view.edges.length)} ${say("in view")} `,
    chosen ? make("button", { type: "button", class: "tool", id: "reset", onclick: reset }, say("reset")) : "");
}

function reset() {
  const none = Object.fromEntries(Object.keys(LIMITS).map((limit) => [limit, null]));
  choose({ ...none, from: "", to: "", offKinds: [], offRelations: [], focus: 0, start: null });
  byId("limits").querySelector("select, input")?.focus();
}
