// What the page knows, read once from its JSON element, with the ways to look things up.

const content = JSON.parse(document.getElementById("content").textContent);
const kinds = content.style.kinds;
const relations = content.style.relations;
const kindNumber = new Map(kinds.map((kind, n) => [kind.name, n]));
const relationNumber = new Map(relations.map((relation, n) => [relation.name, n]));

// A relation the style file does not know still gets a line and a name.
for (const [, name] of content.statements) {
  if (!relationNumber.has(name)) {
    relationNumber.set(name, relations.length);
    relations.push({ name, light: "#9aa1ad", dark: "#7f8896", width: 1.2, dashes: false,
      arrow: "arrow", nl: [name, "← " + name], en: [name, "← " + name] });
  }
}

const nodes = content.nodes.map((node, id) => ({ ...node, id, statements: [], near: new Set() }));
const statements = content.statements.map(
  ([subject, relation, object, passage, source, page, footnote, rule, confidence, degree, note],
    id) => ({ id, subject, relation: relationNumber.get(relation), object,
    passage: content.passages[passage], source, page, footnote: footnote === 1, rule, confidence,
    degree, note }));

for (const statement of statements) {
  nodes[statement.subject].statements.push(statement);
  nodes[statement.object].statements.push(statement);
  nodes[statement.subject].near.add(statement.object);
  nodes[statement.object].near.add(statement.subject);
}

// The edges: all statements that say the same of the same two nodes.
const edges = [];
const edgeByTriple = new Map();
for (const statement of statements) {
  const triple = `${statement.subject} ${statement.relation} ${statement.object}`;
  let edge = edgeByTriple.get(triple);
  if (!edge) {
    edge = { id: edges.length, subject: statement.subject, relation: statement.relation,
      object: statement.object, statements: [] };
    edgeByTriple.set(triple, edge);
    edges.push(edge);
  }
  edge.statements.push(statement);
}
// Who held a post comes from a table: an edge without a sentence behind it.
for (const [post, person, when] of content.held) {
  const relation = relationNumber.get("holder");
  const triple = `${post} ${relation} ${person}`;
  let edge = edgeByTriple.get(triple);
  if (!edge) {
    edge = { id: edges.length, subject: post, relation, object: person, statements: [], notes: [] };
    edgeByTriple.set(triple, edge);
    edges.push(edge);
    nodes[post].near.add(person);
    nodes[person].near.add(post);
  }
  edge.notes.push(when);
}
for (const node of nodes) node.edges = [];
for (const edge of edges) {
  nodes[edge.subject].edges.push(edge);
  nodes[edge.object].edges.push(edge);
}

function fact(node, property) {
  const found = node.facts.find(([name]) => name === property);
  return found ? found[1] : "";
}

function facts(node, property) {
  return node.facts.filter(([name]) => name === property).map(([, text]) => text);
}

for (const node of nodes) {
  node.date = /^\d{4}-\d{2}-\d{2}/.test(fact(node, "dcterms:date"))
    ? fact(node, "dcterms:date").slice(0, 10) : "";
  node.read = node.facts.some(([name]) => name === "kg:sourceName");
  node.unresolved = node.facts.some(([name]) => name === "kg:unresolved");
  node.names = [...new Set([node.key, node.key.replace(/^[a-z]+\//, ""),
    ...facts(node, "dcterms:identifier"), ...facts(node, "kg:kenmerk"),
    ...facts(node, "kg:documentNumber"), ...facts(node, "kg:caseNumber")])];
}

const nodeByName = new Map();
for (const node of nodes) {
  for (const name of node.names) {
    if (!nodeByName.has(name)) nodeByName.set(name, node);
  }
}
for (const node of nodes) nodeByName.set(node.key, node);

// The shortest name that leads back to the node: it stands in the address.
function addressName(node) {
  const short = node.key.replace(/^document\//, "");
  return nodeByName.get(short) === node ? short : node.key;
}

function titleOf(node) {
  const label = kinds[node.kind].name === "dossier" ? node.label.replace(/^Kamerstuk (?=\d)/, "Dossier ") : node.label;
  // A motion prints the title of its dossier; its own name is its label.
  const own = node.read && kinds[node.kind].name === "motion" ? label : "";
  return own || fact(node, "dcterms:title") || label || node.short || node.key;
}
