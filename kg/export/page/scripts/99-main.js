// Puts the parts together and shows the first view.

function show() {
  sift();
  showView();
  updateLegend();
  updateLimits();
  updatePicture();
  updatePanel();
  updateTable();
  updateTools();
}

// What is drawn anew keeps the focus of the keyboard; a new panel gets it at its heading.
function refresh() {
  const active = document.activeElement;
  const home = active?.closest("#filters, #panel, #views, #tools, #zoom, #table-view");
  const within = "button, input, select, a";
  const rank = home ? [...home.querySelectorAll(within)].indexOf(active) : -1;
  const [name, value] = Object.entries(active?.dataset ?? {})[0] ?? [];
  show();
  if (!home || active.isConnected) return;
  const again = name ? [...home.querySelectorAll(within)].find((each) => each.dataset[name] === value)
    : home.querySelectorAll(within)[rank];
  (again ?? byId("panel").querySelector(".heading"))?.focus({ preventScroll: true });
}

byId("title").textContent = content.title;
state = fromAddress(location.hash);
sift();
startPicture();
startSearch();
startTools();
onChange.push(refresh);
refresh();
if (state.node !== null) showNode(state.node);
else fit(false);
document.documentElement.dataset.ready = "";
performance.mark("ready");

// For scripts that steer the page: where a node, or the middle of an edge, stands on the screen.
function screenPlace({ x, y }) {
  const at = network.canvasToDOM({ x, y });
  const box = byId("network").getBoundingClientRect();
  return [at.x + box.left, at.y + box.top];
}

window.kamergraaf = {
  counts: () => ({ nodes: view.nodes.size, edges: view.edges.length, drawn: drawn.items.size }),
  isDrawn: (name) => drawn.items.has(nodeByName.get(name)?.id),
  standsFor: (name) => drawn.items.get(nodeByName.get(name)?.id) ?? 0,
  widest() {
    const [line] = [...drawn.lines.values()].sort((a, b) => b.edges.length - a.edges.length);
    return [line.edges.length, nodes[line.from].key, nodes[line.to].key];
  },
  placeOf(name) {
    const { id } = nodeByName.get(name);
    return screenPlace(network.getPositions([id])[id]);
  },
  placeBetween(subject, object) {
    const ids = [subject, object].map((name) => nodeByName.get(name).id);
    const [a, b] = ids.map((id) => network.getPositions([id])[id]);
    return screenPlace({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  },
};
