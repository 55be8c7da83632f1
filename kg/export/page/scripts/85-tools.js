// The bar: picture or table, language, light or dark; the zoom of the picture; keys on the picture.

function tool(word, change, pressed) {
  return make("button", { type: "button", class: "tool", onclick: change,
    "aria-pressed": pressed === undefined ? null : String(pressed) }, word);
}

function saver(form, save) {
  return make("button", { type: "button", class: "tool", "data-save": form, onclick: save,
    "aria-label": say("save", { form }) }, form);
}

function updateTools() {
  document.documentElement.lang = language;
  byId("skip").textContent = say("skip");
  byId("search").placeholder = say("search");
  byId("search").setAttribute("aria-label", say("search"));
  byId("filters").setAttribute("aria-label", say("filters"));
  byId("network").setAttribute("aria-label",
    say("network", { nodes: number(view.nodes.size), edges: number(view.edges.length) }));
  byId("views").replaceChildren(
    tool(say("picture"), () => choose({ view: "picture" }), state.view === "picture"),
    tool(say("table"), () => choose({ view: "table" }), state.view === "table"));
  byId("tools").replaceChildren(
    tool(say("language"), () => { language = language === "nl" ? "en" : "nl"; refresh(); }),
    tool(dark() ? say("light") : say("dark"), () => {
      document.documentElement.dataset.theme = dark() ? "light" : "dark";
      paint();
      refresh();
    }),
    ...(state.view === "picture" ? [tool(say("physics"), () => move(!moving), moving)] : []),
    saver("CSV", saveCsv),
    ...(state.view === "picture" ? [saver("PNG", savePng), saver("SVG", saveSvg)] : []));
  byId("zoom").replaceChildren(
    make("button", { type: "button", "aria-label": say("zoom in"), onclick: () => zoom(1.4) }, "+"),
    make("button", { type: "button", "aria-label": say("zoom out"), onclick: () => zoom(1 / 1.4) }, "−"),
    make("button", { type: "button", "aria-label": say("fit"), onclick: () => fit() }, "⤢"));
}

// The places are computed beforehand; whoever wants to see the nodes push and pull asks for it.
let moving = false;
function move(on) {
  moving = on;
  network.setOptions({ physics: on
    ? { enabled: true, stabilization: false, solver: "barnesHut",
      barnesHut: { springLength: 160, avoidOverlap: 0.4, damping: 0.5 } }
    : { enabled: false } });
  updateTools();
}

function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor, animation: MOTION });
}

// Bring a node into sight, with its neighbours.
function showNode(id) {
  fit(true, state.focus || route?.length ? [...view.nodes] : [id, ...nodes[id].near]);
}

function paint() {
  drawnNodes.update(drawnNodes.getIds().map((id) => ({ id, ...nodeLook(nodes[id]) })));
  drawnEdges.update(drawnEdges.getIds().map((id) => ({ id,
    ...edgeLook(drawn.lines.get(id)?.relation ?? edges[id].relation, drawn.lines.get(id)?.edges.length) })));
}

function startTools() {
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    choose({ view: "table" });
    byId("table-view").focus();
  });
  byId("network").addEventListener("keydown", (event) => {
    const about = state.node === null ? [] : [...nodes[state.node].near].filter((id) => view.nodes.has(id));
    const near = about.length ? about : [...drawn.items.keys()];
    const order = near.toSorted((a, b) => weight(nodes[b]) - weight(nodes[a]) || a - b);
    if (event.key === "ArrowRight" || event.key === "ArrowDown") step(order, 1);
    else if (event.key === "ArrowLeft" || event.key === "ArrowUp") step(order, -1);
    else if (event.key === "+") zoom(1.4);
    else if (event.key === "-") zoom(1 / 1.4);
    else if (event.key === "Escape") choose({ node: null, edge: null });
    else return;
    event.preventDefault();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { paint(); refresh(); });
}

let stepped = -1;
function step(order, by) {
  if (!order.length) return;
  stepped = (stepped + by + order.length) % order.length;
  const id = order[stepped];
  choose({ node: id, edge: null });
  showNode(id);
  announce(titleOf(nodes[id]));
}
