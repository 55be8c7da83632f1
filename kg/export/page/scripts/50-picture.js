// The network, drawn by vis-network from what pyvis made: nodes, places, edges and options.

let network = null;
const drawnNodes = new vis.DataSet();
const drawnEdges = new vis.DataSet();

const ink = () => (dark()
  ? { paper: "#14181f", text: "#e8ecf3", quiet: "#9aa6b8", halo: "rgba(20,24,31,.86)" }
  : { paper: "#fbfbf9", text: "#1c2430", quiet: "#5d6878", halo: "rgba(251,251,249,.88)" });

function nodeLook(node) {
  const colour = shade(kinds[node.kind]);
  const fill = node.unresolved ? ink().paper : colour;
  return {
    color: { background: fill, border: colour,
      highlight: { background: fill, border: ink().text }, hover: { background: fill, border: ink().text } },
    shapeProperties: node.unresolved ? { borderDashes: [8, 5] } : {},
    borderWidth: node.unresolved ? 4 : 1,
    borderWidthSelected: 3,
  };
}

function edgeLook(relation) {
  const look = relations[relation];
  const colour = shade(look);
  return {
    color: { color: colour, highlight: colour, hover: colour, inherit: false },
    width: look.width * 2, dashes: look.dashes,
    arrows: { to: { enabled: look.arrow !== "", type: look.arrow || "arrow", scaleFactor: 0.8 } },
  };
}

function startPicture() {
  for (const made of content.network.nodes) {
    const { label, ...place } = made;
    drawnNodes.add({ ...place, ...nodeLook(nodes[made.id]) });
  }
  // Of several relations between two nodes the first of the legend is drawn.
  for (const edge of edges) {
    drawnEdges.add({ id: edge.id, from: edge.subject, to: edge.object, ...edgeLook(edge.relation) });
  }
  const options = { ...content.network.options };
  delete options.groups;
  network = new vis.Network(byId("network"), { nodes: drawnNodes, edges: drawnEdges }, options);
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) choose({ node, edge: null });
    else if (edge !== undefined) choose({ node: null, edge });
    else choose({ node: null, edge: null });
  });
  network.on("hoverNode", ({ node }) => { hovered = node; network.redraw(); });
  network.on("blurNode", () => { hovered = null; network.redraw(); });
  network.on("afterDrawing", drawLabels);
  fit(false);
}

const MOTION = { duration: 350, easingFunction: "easeInOutQuad" };

// All that is in view, with room at the rim for labels; or one node with its neighbours.
function fit(animate = true, about = null) {
  const shown = (about ?? [...view.nodes]).filter((id) => drawnNodes.get(id));
  network.fit({ nodes: shown, maxZoomLevel: about ? 0.7 : 1.2, animation: false });
  const there = { scale: network.getScale() * 0.88, position: network.getViewPosition() };
  network.moveTo({ ...there, animation: animate && MOTION });
}

function updatePicture() {
  const changes = [];
  for (const { id, hidden } of drawnNodes.get({ fields: ["id", "hidden"] })) {
    const hide = !view.nodes.has(id);
    if (hide !== Boolean(hidden)) changes.push({ id, hidden: hide });
  }
  drawnNodes.update(changes);
  const pairs = new Map();
  for (const edge of view.edges) {
    const pair = edge.subject * nodes.length + edge.object;
    const drawn = pairs.get(pair);
    if (!drawn || edge.relation < drawn.relation) pairs.set(pair, edge);
  }
  const shown = new Set([...pairs.values()].map((edge) => edge.id));
  const lines = [];
  for (const { id, hidden } of drawnEdges.get({ fields: ["id", "hidden"] })) {
    if (shown.has(id) === Boolean(hidden)) lines.push({ id, hidden: !shown.has(id) });
  }
  drawnEdges.update(lines);
  if (state.node !== null) network.selectNodes([state.node]);
  else if (state.edge !== null) network.selectEdges([state.edge]);
  else network.unselectAll();
  network.redraw();
}
