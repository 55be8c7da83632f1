// Labels in the picture: a fixed size on the screen, the weightiest first, none over another.

let hovered = null;
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', sans-serif";

// The documents read stand out, as long as they are few; of many things the weightiest are named.
const fewRead = nodes.filter((node) => node.read).length <= 30;
const outstanding = (node) => fewRead && node.read;
const ROOM = 60_000; // square points of the screen for each of them

function weight(node) {
  let value = Math.sqrt(node.edges.length) + Math.sqrt(drawn.items.get(node.id) ?? 0);
  if (outstanding(node)) value += 100;
  if (nodes[state.node]?.near.has(node.id)) value += 1000;
  if (node.id === state.node || node.id === hovered) value += 10000;
  return value;
}

// The label of a node; a dossier that stands for its papers says how many.
function labelLines(node) {
  const inside = drawn.items.get(node.id);
  return inside ? [...node.short.split("\n"), count("papers", inside)] : node.short.split("\n");
}

// Boxes on the screen by the cells of a grid they lie in, to ask quickly whether a place is free.
const CELL = 48;
function boxGrid() {
  const cells = new Map();
  const over = function* over([left, top, right, bottom]) {
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1) {
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) yield x * 10_000 + y;
    }
  };
  return {
    add(box, own) {
      for (const cell of over(box)) {
        if (!cells.has(cell)) cells.set(cell, []);
        cells.get(cell).push([...box, own]);
      }
    },
    free(box, own) {
      for (const cell of over(box)) {
        const there = cells.get(cell);
        if (there?.some((t) => t[4] !== own && box[0] < t[2] && box[2] > t[0] && box[1] < t[3] && box[3] > t[1])) return false;
      }
      return true;
    },
  };
}

// Measured once for each: every frame asks again.
const widths = new Map();
function wordWidth(context, font, line) {
  const key = `${font} ${line}`;
  if (!widths.has(key)) {
    context.font = font;
    widths.set(key, context.measureText(line).width);
  }
  return widths.get(key);
}

// More places for a label that must be read, below and above its mark.
function* farther({ x, y, radius }, high) {
  for (const step of [10, 18, 26]) for (const side of [1, -1]) yield [x, y + side * (radius + step + high / 2)];
}

// The nearest place at which all of a label is in the picture.
function within([x, y], wide, high, width, height) {
  const moved = (at, half, most) => Math.max(2 + half, Math.min(at, most - 2 - half));
  return [moved(x, wide / 2, width), moved(y, high / 2, height)];
}

function drawLabels(context, tied) {
  const scale = network.getScale();
  const { clientWidth: width, clientHeight: height } = byId("network");
  const ratio = window.devicePixelRatio || 1;
  const found = [...drawn.items.keys()].filter((id) => network.body.nodes[id]);
  const spots = [];
  for (const id of found) {
    const body = network.body.nodes[id];
    const at = network.canvasToDOM({ x: body.x, y: body.y });
    const radius = (body.options.size + 1) * scale;
    if (at.x < 0 || at.y < 0 || at.x > width || at.y > height) continue;
    spots.push({ node: nodes[id], x: at.x, y: at.y, radius });
  }
  const isFaded = (node) => tied !== null && !tied.ids.has(node.id) && node.id !== hovered;
  // A label may lie over a mark that steps back, over no other.
  const [marks, words] = [boxGrid(), boxGrid()];
  for (const { node, x, y, radius } of spots) if (!isFaded(node)) marks.add([x - radius, y - radius, x + radius, y + radius], node.id);
  const inside = (box) => box[0] >= 2 && box[1] >= 2 && box[2] <= width - 2 && box[3] <= height - 2;
  const clear = (box) => words.free(box, null);
  const free = (box, own) => inside(box) && marks.free(box, own) && clear(box);
  spots.sort((a, b) => weight(b.node) - weight(a.node) || a.node.id - b.node.id);
  const named = new Set(fewRead ? [] : spots.slice(0, Math.ceil((width * height) / ROOM)));
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const spot of spots) {
    const { node } = spot;
    const strong = outstanding(node) || node.id === state.node || node.id === hovered;
    const faded = isFaded(node);
    const size = strong ? 13 : 11.5;
    const font = `${strong ? 600 : 400} ${size}px ${FONT}`;
    const lines = labelLines(node);
    const wide = Math.max(...lines.map((line) => wordWidth(context, font, line))) + 4;
    const high = lines.length * (size + 2);
    const places = [
      [spot.x, spot.y + spot.radius + 3 + high / 2],
      [spot.x, spot.y - spot.radius - 3 - high / 2],
      [spot.x + spot.radius + 4 + wide / 2, spot.y],
      [spot.x - spot.radius - 4 - wide / 2, spot.y],
    ];
    const box = ([x, y]) => [x - wide / 2, y - high / 2, x + wide / 2, y + high / 2];
    // What must be read may lie over a mark, and is moved from the rim; never over another label.
    const place = places.find((at) => free(box(at), node.id)) ?? (strong || named.has(spot)
      ? [...places, ...farther(spot, high)].map((at) => within(at, wide, high, width, height)).find((at) => clear(box(at)))
      : undefined);
    if (!place) continue;
    const [x, y] = place;
    words.add(box(place), -1);
    context.font = font;
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
