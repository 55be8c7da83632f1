// Puts the parts together and shows the first view.

function refresh() {
  sift();
  updateLegend();
  updatePanel();
  updatePicture();
  updateTable();
  updateTools();
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
