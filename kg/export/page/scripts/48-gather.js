// A large graph: dossiers stand for their papers, and what has most edges stands for itself.
// What is drawn first is chosen and placed beforehand (overview.py); other views follow its rule.

const large = content.homes !== undefined;
const CROWD = 300;
const [DOSSIERS, SINGLE_PAPERS, OTHERS, LINES] = [60, 40, 20, 160];
// A dossier that was asked for is not gathered: so many of its papers are drawn.
const OWN_PAPERS = 220;
const firstDrawn = new Map(large ? content.network.nodes.map((made) => [made.id, made]) : []);

// What is drawn now: each node with how many it stands for, and the edges behind each line.
let drawn = { items: new Map(), lines: new Map() };

// A chosen node that the first view does not draw opens with its neighbours around it.
function focusFor(id) {
  return large && id !== null && !firstDrawn.has(id) ? 1 : 0;
}

function gathered(ids) {
  const inside = new Map();
  for (const id of ids) {
    const home = content.homes[id];
    if (home >= 0 && home !== state.dossier && ids.has(home)) inside.set(home, (inside.get(home) ?? 0) + 1);
  }
  const items = new Map([...inside].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, DOSSIERS));
  const others = [...ids].filter((id) => !inside.has(id));
  others.sort((a, b) => nodes[b].edges.length - nodes[a].edges.length || a - b);
  for (const id of others.filter((each) => isPaper(nodes[each])).slice(0, state.dossier === null ? SINGLE_PAPERS : OWN_PAPERS)) items.set(id, 0);
  for (const id of others.filter((each) => !isPaper(nodes[each])).slice(0, OTHERS)) items.set(id, 0);
  return items;
}

function itemsOf(ids) {
  const items = large && ids.size > CROWD ? gathered(ids) : new Map([...ids].map((id) => [id, 0]));
  for (const id of [state.node, ...(route ?? []).flatMap((edge) => [edge.subject, edge.object])]) {
    if (id !== null && !items.has(id)) items.set(id, 0);
  }
  return items;
}

// The lines between what is drawn, by the edge that gives each its number; most edges first.
function linesOf(items, kept) {
  const stands = (id) => (items.has(id) ? id : large && items.has(content.homes[id]) ? content.homes[id] : -1);
  const pairs = new Map();
  for (const edge of kept) {
    const [from, to] = [stands(edge.subject), stands(edge.object)];
    if (from < 0 || to < 0 || from === to) continue;
    const pair = from * nodes.length + to;
    if (!pairs.has(pair)) pairs.set(pair, { from, to, edges: [] });
    pairs.get(pair).edges.push(edge);
  }
  const most = [...pairs.values()].sort((a, b) => b.edges.length - a.edges.length
    || a.from - b.from || a.to - b.to);
  const chosen = items.size === view.nodes.size ? most : telltale(most);
  return new Map(chosen.map((line) => {
    line.relation = telling(line.edges);
    return [line.edges.find((edge) => edge.relation === line.relation).id, line];
  }));
}

// The widest lines, the widest of each node, and all of the chosen one.
function telltale(lines) {
  const widest = new Map();
  for (const line of lines) {
    for (const end of [line.from, line.to]) if (!widest.has(end)) widest.set(end, line);
  }
  const kept = new Set([...lines.slice(0, LINES), ...widest.values()]);
  return lines.filter((line) => kept.has(line) || line.from === state.node || line.to === state.node);
}

// The line an edge is drawn by, with its number; an edge out of sight has none.
function lineOf(edge) {
  if (edge === null) return undefined;
  if (drawn.lines.has(edge)) return [edge, drawn.lines.get(edge)];
  return [...drawn.lines].find(([, line]) => line.edges.some(({ id }) => id === edge));
}

// Of few relations the first of the legend is drawn, of many the most frequent.
function telling(between) {
  const count = new Map();
  for (const { relation } of between) count.set(relation, (count.get(relation) ?? 0) + 1);
  const first = ([a], [b]) => a - b;
  const most = ([a, m], [b, n]) => n - m || a - b;
  return [...count].sort(between.length > 4 ? most : first)[0][0];
}

const gatheredSize = (count) => Math.round(40 + Math.min(185, 9.5 * Math.sqrt(count)));
const sizeOf = (id, count) => (count ? gatheredSize(count) : content.sizes[id]);

// Whether the places computed beforehand serve: most of what is drawn has one.
function isOverview(items) {
  const known = [...items.keys()].filter((id) => firstDrawn.has(id)).length;
  return [...items.values()].some(Boolean) && known * 2 >= items.size;
}

// Places for a view of its own: a force layout in the browser, the same for the same view.
function placesOf(items, lines) {
  const all = [...items].map(([id, count]) => ({ id, room: 40 + 2 * sizeOf(id, count), ties: 1 }));
  const rank = new Map(all.map((each, n) => [each.id, n]));
  const springs = [...lines.values()].map(({ from, to }) => [all[rank.get(from)], all[rank.get(to)]]);
  for (const spring of springs) for (const end of spring) end.ties += 1;
  const centre = rank.has(state.node) ? all[rank.get(state.node)] : null;
  spiral(all, centre);
  const rounds = 160;
  for (let round = 0; round < rounds; round += 1) {
    pushApart(all);
    for (const [a, b] of springs) pullTogether(a, b);
    const most = 60 * (1 - round / rounds) + 1;
    for (const each of all) {
      const [dx, dy] = [each.fx - each.x * 0.02, each.fy - each.y * 0.03];
      const long = Math.sqrt(dx * dx + dy * dy) || 1;
      const by = Math.min(long, most) / long;
      each.x += dx * by;
      each.y += dy * by;
    }
  }
  return new Map(all.map(({ id, x, y }) => [id, { x, y }]));
}

// A start without chance: a disc filled evenly, what has most ties (or is chosen) in its middle.
function spiral(all, centre) {
  const order = all.toSorted((a, b) => (b === centre) - (a === centre) || b.ties - a.ties || a.id - b.id);
  let [cos, sin] = [1, 0];
  order.forEach((each, n) => {
    const reach = 70 * Math.sqrt(n);
    [each.x, each.y] = [reach * cos * 1.3, reach * sin];
    [cos, sin] = turned(cos, sin);
  });
}

function pushApart(all) {
  for (const each of all) [each.fx, each.fy] = [0, 0];
  for (let n = 0; n < all.length; n += 1) {
    const a = all[n];
    for (let m = n + 1; m < all.length; m += 1) {
      const b = all[m];
      const [dx, dy] = [a.x - b.x, a.y - b.y];
      const near = (a.room + b.room) / 2;
      const push = (near * near) / (dx * dx + dy * dy + 25);
      a.fx += dx * push * 0.6;
      a.fy += dy * push * 0.6;
      b.fx -= dx * push * 0.6;
      b.fy -= dy * push * 0.6;
    }
  }
}

function pullTogether(a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const long = Math.sqrt(dx * dx + dy * dy) || 1;
  const pull = 0.09 * (long - (a.room + b.room) / 2) / long;
  a.fx += (dx * pull) / Math.sqrt(a.ties);
  a.fy += (dy * pull) / Math.sqrt(a.ties);
  b.fx -= (dx * pull) / Math.sqrt(b.ties);
  b.fy -= (dy * pull) / Math.sqrt(b.ties);
}

// The places computed beforehand; what has none stands beside what it is tied to.
function knownPlaces(items, lines) {
  const places = new Map([...items.keys()].filter((id) => firstDrawn.has(id))
    .map((id) => [id, { x: firstDrawn.get(id).x, y: firstDrawn.get(id).y }]));
  let [cos, sin] = [1, 0];
  for (const id of items.keys()) {
    if (places.has(id)) continue;
    const ties = [...lines.values()].filter(({ from, to }) => from === id || to === id)
      .map(({ from, to }) => places.get(from === id ? to : from)).filter(Boolean);
    const mean = (axis) => ties.reduce((all, place) => all + place[axis], 0) / (ties.length || 1);
    places.set(id, { x: Math.round(mean("x") + 120 * cos), y: Math.round(mean("y") + 90 * sin) });
    [cos, sin] = turned(cos, sin);
  }
  return places;
}

// The direction one golden angle further: steps of it fill a disc evenly.
function turned(cos, sin) {
  return [cos * -0.7373688780783197 - sin * 0.6754902942615238,
    cos * 0.6754902942615238 + sin * -0.7373688780783197];
}
