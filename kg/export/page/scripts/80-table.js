// The same content as rows, for screen readers, keyboards and people who would rather read.

const ROWS = 200;
let rowsShown = ROWS;

// With a node chosen, and no steps around it or path to it, the rows are those of the node.
const ofOneNode = () => state.node !== null && !state.focus && route === null;

function rowsInView() {
  const kept = !ofOneNode() ? view.edges
    : view.edges.filter((edge) => edge.subject === state.node || edge.object === state.node);
  return kept.toSorted((a, b) => a.subject - b.subject || a.relation - b.relation || a.object - b.object);
}

function tableRow(edge) {
  const statement = edge.statements[0];
  // Roles by name: on a phone the rows are drawn as cards, which would lose them.
  const cell = (...inside) => make("td", { role: "cell" }, ...inside);
  return make("tr", { "data-edge": edge.id, role: "row" },
    cell(nodeButton(nodes[edge.subject])),
    cell(relationMark(edge.relation), " ", relationWord(edge.relation)),
    cell(nodeButton(nodes[edge.object])),
    cell(statement ? spoken("q", statement.passage[1]) : (edge.notes ?? []).join(", "),
      edge.statements.length > 1 ? make("span", { class: "count" }, ` +${edge.statements.length - 1}`) : null,
      statement?.page ? make("span", { class: "small" }, ` ${say("page", { n: statement.page })}`) : null),
    cell(statement && nodes[statement.source] ? spoken("span", titleOf(nodes[statement.source])) : ""));
}

// The picture or the table; done before either is filled, for what is hidden has no size.
function showView() {
  byId("table-view").hidden = state.view !== "table";
  byId("picture-view").hidden = state.view === "table";
}

function updateTable() {
  const table = byId("table-view");
  if (table.hidden) return;
  const rows = rowsInView();
  const heads = ["what", "relation", "other", "said", "where"];
  table.replaceChildren(make("table", { id: "table", role: "table" },
    make("caption", {}, `${ofOneNode() ? say("caption of", { title: titleOf(nodes[state.node]) }) : say("caption")} (${count("rows", rows.length)})`),
    make("thead", { role: "rowgroup" }, make("tr", { role: "row" },
      heads.map((head) => make("th", { scope: "col", role: "columnheader" }, say(head))))),
    make("tbody", { role: "rowgroup" }, rows.slice(0, rowsShown).map(tableRow))));
  const left = rows.length - rowsShown;
  if (left > 0) {
    table.append(make("button", { type: "button", class: "more", onclick: () => {
      const from = rowsShown;
      rowsShown += ROWS;
      updateTable();
      table.querySelectorAll("tbody tr")[from]?.querySelector("button").focus();
    } }, say("more", { n: number(Math.min(ROWS, left)) })));
  }
}
