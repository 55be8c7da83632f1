// Which nodes and edges the choices leave in view.

let view = { nodes: new Set(), edges: [] };
// The edges from the start of a path to the chosen node, in order; null when no path is asked for.
let route = null;

// The nodes at most so many steps along the edges from a node.
function reach(start, steps, along) {
  const near = new Map();
  for (const { subject, object } of along) {
    for (const [one, other] of [[subject, object], [object, subject]]) {
      if (!near.has(one)) near.set(one, []);
      near.get(one).push(other);
    }
  }
  const reached = new Set([start]);
  let rim = [start];
  for (let step = 0; step < steps; step += 1) {
    rim = rim.flatMap((id) => near.get(id) ?? []).filter((id) => !reached.has(id) && reached.add(id));
  }
  return reached;
}

// A shortest way along the edges, as the edges to take; empty when there is none.
function shortest(start, goal, along) {
  const near = new Map();
  for (const edge of along) {
    for (const [one, other] of [[edge.subject, edge.object], [edge.object, edge.subject]]) {
      if (!near.has(one)) near.set(one, []);
      near.get(one).push([other, edge]);
    }
  }
  const came = new Map([[start, null]]);
  let rim = [start];
  while (rim.length && !came.has(goal)) {
    const next = [];
    for (const id of rim) {
      for (const [other, edge] of near.get(id) ?? []) {
        if (came.has(other)) continue;
        came.set(other, [id, edge]);
        next.push(other);
      }
    }
    rim = next;
  }
  const way = [];
  for (let at = came.get(goal); at; at = came.get(at[0])) way.unshift(at[1]);
  return way;
}

function sift() {
  const offKinds = new Set(state.offKinds.map((name) => kindNumber.get(name)));
  const offRelations = new Set(state.offRelations.map((name) => relationNumber.get(name)));
  const tied = new Set();
  const limits = limited();
  const fits = withinLimits();
  const kept = edges.filter((edge) => !offRelations.has(edge.relation) && fits(edge));
  for (const edge of kept) tied.add(edge.subject).add(edge.object);
  const shown = new Set();
  for (const node of nodes) {
    if (offKinds.has(node.kind)) continue;
    const loose = !tied.has(node.id);
    if (loose && (limits || (offRelations.size && node.edges.length))) continue;
    shown.add(node.id);
  }
  if (state.node !== null) shown.add(state.node);
  const within = (set) => (edge) => set.has(edge.subject) && set.has(edge.object);
  view = { nodes: shown, edges: kept.filter(within(shown)) };
  route = null;
  if (state.start !== null && state.node !== null && state.start !== state.node) {
    route = shortest(state.start, state.node, view.edges);
    if (route.length) {
      const passed = new Set(route.flatMap(({ subject, object }) => [subject, object]));
      view = { nodes: passed, edges: view.edges.filter(within(passed)) };
    }
    return;
  }
  if (!state.focus) return;
  const around = reach(state.node, state.focus, view.edges);
  view = { nodes: around, edges: view.edges.filter(within(around)) };
}
