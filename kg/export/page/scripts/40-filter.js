// Which nodes and edges the choices leave in view.

let view = { nodes: new Set(), edges: [] };

function sift() {
  const offKinds = new Set(state.offKinds.map((name) => kindNumber.get(name)));
  const offRelations = new Set(state.offRelations.map((name) => relationNumber.get(name)));
  const tied = new Set();
  const kept = edges.filter((edge) => !offRelations.has(edge.relation));
  for (const edge of kept) tied.add(edge.subject).add(edge.object);
  const shown = new Set();
  for (const node of nodes) {
    if (offKinds.has(node.kind)) continue;
    if (offRelations.size && node.edges.length && !tied.has(node.id)) continue;
    shown.add(node.id);
  }
  if (state.node !== null) shown.add(state.node);
  view = { nodes: shown,
    edges: kept.filter((edge) => shown.has(edge.subject) && shown.has(edge.object)) };
}
