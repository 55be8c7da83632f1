// The network, drawn by vis-network from what pyvis made: nodes, places, edges and options.

let network = null;
const drawnNodes = new vis.DataSet();
const drawnEdges = new vis.DataSet();

const ink = () => (dark()
  ? { paper: "#14181f", text: "#e8ecf3", quiet: "#9aa6b8", halo: "rgba(20,24,31,.86)", cluster: "#2c3542",
    veil: "rgba(20,24,31,.8)" }
  : { paper: "#fbfbf9", text: "#1c2430", quiet: "#5d6878", halo: "rgba(251,251,249,.88)", cluster: "#e3e7ee",
    veil: "rgba(251,251,249,.82)" });

function nodeLook(node) {
  const colour = shade(kinds[node.kind]);
  const gathers = drawn.items.get(node.id) > 0;
  const fill = node.unresolved ? ink().paper : gathers ? ink().cluster : colour;
  return {
    color: { background: fill, border: colour,
      highlight: { background: fill, border: ink().text }, hover: { background: fill, border: ink().text } },
    shapeProperties: node.unresolved ? { borderDashes: [8, 5] } : {},
    borderWidth: node.unresolved || gathers ? 4 : 1,
    borderWidthSelected: 3,
  };
}

// Many lines together are drawn fainter; one with many edges behind it is wider.
const CROWDED = 600;
function edgeLook(relation, many = 1) {
  const look = relations[relation];
  const colour = shade(look);
  return {
    color: { color: colour, highlight: colour, hover: colour, inherit: false,
      opacity: drawn.lines.size > CROWDED || (!large && edges.length > CROWDED) ? 0.4 : 1 },
    width: look.width * 2.6 * (1 + Math.min(3, Math.log10(many) * 1.5)), dashes: look.dashes,
    arrows: { to: { enabled: look.arrow !== "", type: look.arrow || "arrow", scaleFactor: 0.8 } },
  };
}

function startPicture() {
  if (!large) drawAll();
  const options = { ...content.network.options };
  delete options.groups;
  network = new vis.Network(byId("network"), { nodes: drawnNodes, edges: drawnEdges }, options);
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) choose({ node, edge: null });
    else if (edge !== undefined) choose({ edge });
    else choose({ node: null, edge: null });
  });
  network.on("doubleClick", ({ nodes: [node] }) => { if (drawn.items.get(node)) openDossier(node); });
  network.on("hoverNode", ({ node }) => { hovered = node; network.redraw(); });
  network.on("blurNode", () => { hovered = null; network.redraw(); });
  network.on("afterDrawing", (context) => {
    const tied = tiedToChosen();
    drawVeil(context, tied);
    drawLabels(context, tied);
  });
}

function drawAll() {
  for (const made of content.network.nodes) {
    const { label, group, ...place } = made;
    drawnNodes.add({ ...place, ...nodeLook(nodes[made.id]) });
  }
  // Of several relations between two nodes the first of the legend is drawn.
  for (const edge of edges) {
    drawnEdges.add({ id: edge.id, from: edge.subject, to: edge.object, ...edgeLook(edge.relation) });
  }
}

const MOTION = { duration: 350, easingFunction: "easeInOutQuad" };

// All that is in view, with room at the rim for labels; or one node with its neighbours, not so
// near that what lies around it is out of sight.
const NEARER = 2;
let unfit = null;
function fit(animate = true, about = null) {
  if (byId("picture-view").hidden) {
    unfit = { about };
    return;
  }
  const shown = (about ?? [...view.nodes]).filter((id) => drawnNodes.get(id));
  network.fit({ nodes: [...drawn.items.keys()], maxZoomLevel: 1.2, animation: false });
  if (about) network.fit({ nodes: shown, maxZoomLevel: Math.min(1.2, network.getScale() * NEARER), animation: false });
  const there = { scale: network.getScale() * 0.88, position: network.getViewPosition() };
  network.moveTo({ ...there, animation: animate && MOTION });
}

function updatePicture() {
  const items = itemsOf(view.nodes);
  if (unfit && !byId("picture-view").hidden) network.setSize("100%", "100%");
  drawn = { items, lines: linesOf(items, view.edges) };
  if (large) drawPart();
  else hideOthers();
  updateNotice();
  if (unfit && !byId("picture-view").hidden) {
    const { about } = unfit;
    unfit = null;
    fit(false, about);
  }
  const [line] = lineOf(state.edge) ?? [];
  if (line !== undefined) network.selectEdges([line]);
  else if (state.node !== null) network.selectNodes([state.node]);
  else network.unselectAll();
  network.redraw();
}

// What is chosen and what it is tied to, as what is drawn; null while nothing is.
function tiedToChosen() {
  const drawnFor = (id) => (drawn.items.has(id) || !large ? id : content.homes[id]);
  const [id, line] = lineOf(state.edge) ?? [];
  if (line) return { ids: new Set([line.from, line.to]), lines: [id] };
  if (state.node === null || route) return null;
  const lines = [...drawn.lines].filter(([, { from, to }]) => from === state.node || to === state.node);
  const ends = [...nodes[state.node].near].map(drawnFor).filter((id) => drawn.items.has(id));
  const ids = new Set([state.node, ...ends, ...lines.flatMap(([, { from, to }]) => [from, to])]);
  return { ids, lines: lines.map(([id]) => id) };
}

// While something is chosen all else steps back: a veil over the picture, the tied drawn again on it.
function drawVeil(context, tied) {
  if (!tied) return;
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = ink().veil;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
  for (const id of tied.lines) {
    network.body.edges[id]?.draw(context);
    network.body.edges[id]?.drawArrows(context);
  }
  for (const id of tied.ids) if (network.body.nodes[id]) network.body.nodes[id].draw(context);
}

// Of a graph that is drawn whole, what is out of view is hidden and keeps its place.
function hideOthers() {
  const changes = [];
  for (const { id, hidden } of drawnNodes.get({ fields: ["id", "hidden"] })) {
    const hide = !view.nodes.has(id);
    if (hide !== Boolean(hidden)) changes.push({ id, hidden: hide });
  }
  drawnNodes.update(changes);
  const lines = [];
  for (const { id, hidden } of drawnEdges.get({ fields: ["id", "hidden"] })) {
    if (drawn.lines.has(id) === Boolean(hidden)) lines.push({ id, hidden: !drawn.lines.has(id) });
  }
  drawnEdges.update(lines);
}

// Of a larger graph only what is in view is there at all. While the places computed beforehand
// serve, what stays in view stays where it was; another view gets places of its own.
let drawnBefore = { nodes: "", overview: false };
function drawPart() {
  const before = drawnBefore;
  drawnBefore = { nodes: [...drawn.items.keys()].join(" "), overview: isOverview(drawn.items) };
  drawnEdges.clear();
  if (drawnBefore.nodes !== before.nodes) {
    const places = drawnBefore.overview ? knownPlaces(drawn.items, drawn.lines) : placesOf(drawn.items, drawn.lines);
    drawnNodes.clear();
    drawnNodes.add([...drawn.items].map(([id, count]) => ({ id, ...places.get(id), size: sizeOf(id, count),
      shape: kinds[nodes[id].kind].shape, ...nodeLook(nodes[id]) })));
  }
  drawnEdges.add([...drawn.lines].map(([id, { from, to, relation, edges: behind }]) => ({ id, from, to,
    ...edgeLook(relation, behind.length) })));
  const stays = drawnBefore.nodes === before.nodes || (drawnBefore.overview && before.overview);
  if (!stays) fit(false);
}

// What is drawn when not all in view is, and where the rest can be found.
function updateNotice() {
  const home = byId("notice");
  const dossiers = [...drawn.items.values()].filter(Boolean).length;
  const word = dossiers > 1 ? "gathered" : "gathered none";
  home.hidden = drawn.items.size >= view.nodes.size;
  home.textContent = home.hidden ? "" : say(word, { dossiers: number(dossiers),
    singles: number(drawn.items.size - (dossiers > 1 ? dossiers : 0)), all: number(view.nodes.size) });
}
