// What the reader has chosen. It lives in the address, so that every view can be shared.

const START = { node: null, edge: null, view: "picture", offKinds: [], offRelations: [],
  focus: 0, start: null, ministry: null, person: null, dossier: null, programme: null, from: "", to: "" };
let state = { ...START };
const onChange = [];

function dark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function shade(look) {
  return dark() ? look.dark : look.light;
}

// An edge by what it says of what: the number it has here is no name.
const edgeName = ({ subject, relation, object }) =>
  [addressName(nodes[subject]), relations[relation].name, addressName(nodes[object])].join("~");

function edgeFromAddress(name) {
  const [subject, relation, object] = (name ?? "").split("~");
  const triple = [nodeByName.get(subject)?.id, relationNumber.get(relation), nodeByName.get(object)?.id].join(" ");
  return edgeByTriple.get(triple)?.id ?? null;
}

function toAddress(value) {
  const parts = new URLSearchParams();
  if (value.node !== null) parts.set("node", addressName(nodes[value.node]));
  if (value.node !== null && value.focus !== focusFor(value.node)) parts.set("focus", value.focus);
  if (value.start !== null) parts.set("path", addressName(nodes[value.start]));
  if (value.edge !== null) parts.set("edge", edgeName(edges[value.edge]));
  limitsToAddress(value, parts);
  if (value.view !== "picture") parts.set("view", value.view);
  if (value.offKinds.length) parts.set("without", value.offKinds.join("."));
  if (value.offRelations.length) parts.set("except", value.offRelations.join("."));
  return "#" + parts.toString().replaceAll("%2F", "/").replaceAll("%3A", ":");
}

function fromAddress(hash) {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const named = (key, known) => (parts.get(key) ?? "").split(".").filter((name) => known.has(name));
  const node = nodeByName.get(parts.get("node") ?? "")?.id ?? null;
  return {
    ...START,
    ...limitsFromAddress(parts),
    node,
    start: node === null ? null : nodeByName.get(parts.get("path") ?? "")?.id ?? null,
    edge: edgeFromAddress(parts.get("edge")),
    focus: node !== null && /^[0123]$/.test(parts.get("focus")) ? Number(parts.get("focus")) : focusFor(node),
    view: parts.get("view") === "table" ? "table" : "picture",
    offKinds: named("without", kindNumber),
    offRelations: named("except", relationNumber),
  };
}

// Take over a change; a step of the reader's becomes a step of the history.
function choose(change, { step = true } = {}) {
  // In a large graph what is not drawn yet is shown with what lies around it.
  const unseen = change.node != null && change.focus === undefined && !drawn.items.has(change.node);
  state = { ...state, ...change };
  if (unseen) state.focus = Math.max(state.focus, focusFor(change.node));
  if (state.node === null) [state.focus, state.start] = [0, null];
  const address = toAddress(state);
  if (address !== (location.hash || "#")) {
    // Browsers refuse too many steps in a short while: the view changes all the same.
    try { history[step ? "pushState" : "replaceState"](null, "", address); } catch { /* nothing is lost */ }
  }
  for (const listener of onChange) listener();
}

// A step back or forward, or an address typed anew.
addEventListener("popstate", () => {
  state = fromAddress(location.hash);
  for (const listener of onChange) listener();
  if (state.node !== null) showNode(state.node);
});
