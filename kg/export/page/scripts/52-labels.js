// Labels in the picture: a fixed size on the screen, the weightiest first, none over another.

let hovered = null;
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', sans-serif";

function weight(node) {
  let value = Math.sqrt(node.edges.length) + Math.sqrt(drawn.items.get(node.id) ?? 0);
  if (node.read && !large) value += 100;
  if (nodes[state.node]?.near.has(node.id)) value += 1000;
  if (node.id === state.node || node.id === hovered) value += 10000;
  return value;
}

// The label of a node; a dossier that stands for its papers says how many.
function labelLines(node) {
  const count = drawn.items.get(node.id);
  return count ? [...node.short.split("\n"), say(count === 1 ? "paper" : "papers", { n: number(count) })] : node.short.split("\n");
}

function drawLabels(context) {
  const scale = network.getScale();
  const { clientWidth: width, clientHeight: height } = byId("network");
  const ratio = window.devicePixelRatio || 1;
  const found = [...drawn.items.keys()].filter((id) => network.body.nodes[id]);
  const spots = [];
  for (const id of found) {
    const body = network.body.nodes[id];
    const at = network.canvasToDOM({ x: body.x, y: body.y });
    const radius = (body.options.size + 1) * scale;
    if (at.x < -80 || at.y < -40 || at.x > width + 80 || at.y > height + 40) continue;
    spots.push({ node: nodes[id], x: at.x, y: at.y, radius });
  }
  const taken = spots.map((s) => [s.x - s.radius, s.y - s.radius, s.x + s.radius, s.y + s.radius, s.node.id]);
  const inside = (box) => box[0] >= 2 && box[1] >= 2 && box[2] <= width - 2 && box[3] <= height - 2;
  const free = (box, own) => inside(box) && !taken.some((t) => t[4] !== own
    && box[0] < t[2] && box[2] > t[0] && box[1] < t[3] && box[3] > t[1]);
  const clear = (box) => !taken.some((t) => t[4] === null
    && box[0] < t[2] && box[2] > t[0] && box[1] < t[3] && box[3] > t[1]);
  spots.sort((a, b) => weight(b.node) - weight(a.node) || a.node.id - b.node.id);
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const near = state.node === null ? null : nodes[state.node].near;
  for (const spot of spots) {
    const { node } = spot;
    const strong = (node.read && !large) || node.id === state.node || node.id === hovered;
    const faded = near && node.id !== state.node && !near.has(node.id) && node.id !== hovered;
    const size = strong ? 13 : 11.5;
    context.font = `${strong ? 600 : 400} ${size}px ${FONT}`;
    const lines = labelLines(node);
    const wide = Math.max(...lines.map((line) => context.measureText(line).width)) + 4;
    const high = lines.length * (size + 2);
    const places = [
      [spot.x, spot.y + spot.radius + 3 + high / 2],
      [spot.x, spot.y - spot.radius - 3 - high / 2],
      [spot.x + spot.radius + 4 + wide / 2, spot.y],
      [spot.x - spot.radius - 4 - wide / 2, spot.y],
    ];
    const box = ([x, y]) => [x - wide / 2, y - high / 2, x + wide / 2, y + high / 2];
    // What must be read may lie over a mark, never over another label.
    const place = places.find((at) => free(box(at), node.id))
      ?? (strong ? places.find((at) => clear(box(at))) : undefined);
    if (!place) continue;
    const [x, y] = place;
    taken.push([x - wide / 2, y - high / 2, x + wide / 2, y + high / 2, null]);
    context.globalAlpha = faded ? 0.35 : 1;
    context.strokeStyle = ink().halo;
    context.lineWidth = 3.5;
    context.fillStyle = ink().text;
    lines.forEach((line, n) => {
      const at = y - high / 2 + (n + 0.5) * (size + 2);
      context.strokeText(line, x, at);
      context.fillText(line, x, at);
    });
  }
  context.restore();
}
