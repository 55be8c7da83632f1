// The view as a file: its edges with their quotes as CSV, the picture as PNG or SVG.

// The name of the file tells the view: the node and the filters, as they stand in the address.
function fileName(ending) {
  const told = decodeURIComponent(toAddress(state)).replace(/[^\w.-]+/g, "-").replace(/^-|-$/g, "");
  return `kamergraaf${told ? "-" + told.slice(0, 80) : ""}.${ending}`;
}

function download(blob, ending) {
  const link = make("a", { href: URL.createObjectURL(blob), download: fileName(ending) });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  announce(say("saved", { name: link.download }));
}

// A cell of CSV; what a spreadsheet would take for a formula is kept text by an apostrophe.
function cell(text) {
  const safe = /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

function saveCsv() {
  const ends = (edge) => [nodes[edge.subject], nodes[edge.object]];
  const line = (edge, statement) => {
    const [subject, object] = ends(edge);
    return [addressName(subject), titleOf(subject), relations[edge.relation].name, addressName(object),
      titleOf(object), edge.date, statement?.passage[1] ?? (edge.notes ?? []).join(", "),
      String(statement?.page || ""), nodes[statement?.source] ? addressName(nodes[statement.source]) : "",
      String(statement?.confidence ?? "")];
  };
  const head = ["subject", "subject_title", "relation", "object", "object_title", "date", "quote", "page",
    "source", "confidence"];
  const rows = rowsInView().flatMap((edge) => (edge.statements.length
    ? edge.statements.map((statement) => line(edge, statement)) : [line(edge)]));
  const text = [head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n");
  download(new Blob(["\ufeff", text, "\r\n"], { type: "text/csv;charset=utf-8" }), "csv");
}

function savePng() {
  const drawn = byId("network").querySelector("canvas");
  const canvas = make("canvas", { width: drawn.width, height: drawn.height });
  const context = canvas.getContext("2d");
  context.fillStyle = ink().paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(drawn, 0, 0);
  canvas.toBlob((blob) => download(blob, "png"));
}

// Characters that XML does not know become spaces.
const inXml = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, " ");

function svgEdge(from, to, edge) {
  const look = relations[edge.relation];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const long = Math.hypot(dx, dy) || 1;
  const [x, y] = [to.x - (dx / long) * (to.size + 6), to.y - (dy / long) * (to.size + 6)];
  const line = svg("line", { x1: from.x, y1: from.y, x2: x, y2: y, stroke: shade(look),
    "stroke-width": edgeLook(edge.relation, edge.edges.length).width, "stroke-dasharray": look.dashes ? look.dashes.join(" ") : "none" });
  if (!look.arrow) return [line];
  if (look.arrow === "circle") return [line, svg("circle", { cx: x, cy: y, r: 6, fill: shade(look) })];
  const turn = (Math.atan2(dy, dx) * 180) / Math.PI;
  return [line, svg("path", { d: look.arrow === "bar" ? "M0-7h3v14h-3z" : "M-6-6L6 0l-12 6z", fill: shade(look),
    transform: `translate(${x} ${y}) rotate(${turn})` })];
}

function svgNode(node, place) {
  const colour = shade(kinds[node.kind]);
  const mark = svg("path", { d: PATHS[kinds[node.kind].shape], fill: nodeLook(node).color.background,
    stroke: colour, transform: `translate(${place.x - place.size} ${place.y - place.size}) scale(${place.size / 8})` });
  mark.append(svg("title", {}, inXml(titleOf(node))));
  const label = labelLines(node).map((line, n) => svg("text", { x: place.x,
    y: place.y + place.size + 14 + n * 14, fill: ink().text }, inXml(line)));
  return [mark, ...label];
}

function drawingAsSvg() {
  const now = network.getPositions([...drawn.items.keys()]);
  const places = new Map([...drawn.items.keys()].map((id) => [id, { ...now[id], size: drawnNodes.get(id).size }]));
  const all = [...places.values()];
  const [left, top] = [Math.min(...all.map((p) => p.x)) - 100, Math.min(...all.map((p) => p.y)) - 60];
  const [wide, high] = [Math.max(...all.map((p) => p.x)) - left + 100, Math.max(...all.map((p) => p.y)) - top + 80];
  return svg("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `${left} ${top} ${wide} ${high}`, width: wide,
    height: high, "font-family": FONT, "font-size": 12, "text-anchor": "middle" },
  svg("rect", { x: left, y: top, width: wide, height: high, fill: ink().paper }),
  ...[...drawn.lines.values()].flatMap((line) => svgEdge(places.get(line.from), places.get(line.to), line)),
  ...[...places].flatMap(([id, place]) => svgNode(nodes[id], place)));
}

function saveSvg() {
  if (!drawn.items.size) {
    announce(say("nothing"));
    return;
  }
  download(new Blob([new XMLSerializer().serializeToString(drawingAsSvg())], { type: "image/svg+xml" }), "svg");
}
