// The legend is the filter: what is switched off there leaves picture and table.

function toggle(list, name) {
  return list.includes(name) ? list.filter((each) => each !== name) : [...list, name];
}

function legendRow(mark, word, shown, total, on, change, data) {
  const box = make("input", { type: "checkbox", onchange: change, ...data });
  box.checked = on;
  return make("li", {}, make("label", {}, box, mark, make("span", { class: "word" }, word),
    make("span", { class: "count" }, shown === total ? number(total) : `${number(shown)} / ${number(total)}`)));
}

function updateLegend() {
  const count = (list, key) => list.reduce((sum, each) => {
    sum[each[key]] = (sum[each[key]] ?? 0) + 1;
    return sum;
  }, {});
  const allKinds = count(nodes, "kind");
  const allRelations = count(edges, "relation");
  const nowKinds = count([...view.nodes].map((id) => nodes[id]), "kind");
  const nowRelations = count(view.edges, "relation");
  byId("legend").replaceChildren(
    make("h2", {}, say("kinds")),
    make("ul", { class: "legend" }, kinds.map((kind, n) => (allKinds[n] ? legendRow(
      kindMark(n), kind[language][1], nowKinds[n] ?? 0, allKinds[n], !state.offKinds.includes(kind.name),
      () => choose({ offKinds: toggle(state.offKinds, kind.name) }), { "data-kind": kind.name }) : null))),
    make("h2", {}, say("relations")),
    make("ul", { class: "legend" }, relations.map((relation, n) => (allRelations[n] ? legendRow(
      relationMark(n), relation[language][0], nowRelations[n] ?? 0, allRelations[n],
      !state.offRelations.includes(relation.name),
      () => choose({ offRelations: toggle(state.offRelations, relation.name) }),
      { "data-relation": relation.name }) : null))),
  );
}
