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

function toAddress(value) {
  const parts = new URLSearchParams();
  if (value.node !== null) parts.set("node", addressName(nodes[value.node]));
  if (value.node !== null && value.focus !== focusFor(value.node)) parts.set("focus", value.focus);
  if (value.start !== null) parts.set("path", addressName(nodes[value.start]));
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
    start: nodeByName.get(parts.get("path") ?? "")?.id ?? null,
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
  if (state.node === null) state.focus = 0;
  const address = toAddress(state);
  if (address !== (location.hash || "#")) {
    history[step ? "pushState" : "replaceState"](null, "", address);
  }
  for (const listener of onChange) listener();
}

addEventListener("hashchange", () => {
  state = fromAddress(location.hash);
  for (const listener of onChange) listener();
});
addEventListener("popstate", () => {
  state = fromAddress(location.hash);
  for (const listener of onChange) listener();
});
