/* The query page: editor, saved queries, answer as a table, CSV, a link that carries the query. */
"use strict";
(() => {
  const page = JSON.parse(document.getElementById("page").textContent);
  const byId = (id) => document.getElementById(id);
  const form = byId("ask"), area = byId("query"), answer = byId("answer"), status = byId("status");
  const MOST = 1000;
  const said = reasons.inDutch(page.reasons, page.months);
  let running = null;

  /* --- the editor; without it the plain field does the same --- */
  const editor = typeof Yasqe === "undefined" ? null : edit();

  function edit() {
    const own = page.terms.filter(([, role]) => role);
    const complete = (name, role, fits) => Yasqe.registerAutocompleter({
      name, bulk: false, autoShow: false,
      isValidCompletionPosition: fits,
      preProcessToken: (_, token) => ({ ...token, autocompletionString: token.string.trim() }),
      get: (_, token) => own.filter(([term, of]) => of === role && matches(term, token)).map(([term]) => term),
      postProcessSuggestion: (_, __, chosen) => chosen,
    });
    // the defaults of the editor ask servers elsewhere; this graph knows its own terms
    Yasqe.defaults.autocompleters = [];
    complete("kg-classes", "class", (yasqe) => afterType(yasqe));
    complete("kg-properties", "property", (yasqe) => !afterType(yasqe) && !isVariable(yasqe));
    Yasqe.defaults.autocompleters = ["variables", "kg-classes", "kg-properties"];
    knowPrefixes();
    const box = document.createElement("div");
    area.after(box);
    const made = new Yasqe(box, {
      value: area.value,
      persistenceId: null, createShareableLink: null, consumeShareLink: null, resizeable: false,
      showQueryButton: false, editorHeight: "auto", lineWrapping: true,
      extraKeys: {
        "Ctrl-Space": (yasqe) => yasqe.autocomplete(),
        "Ctrl-Enter": ask, "Cmd-Enter": ask,
        "Tab": false, "Shift-Tab": false,
        "Esc": (yasqe) => { yasqe.getInputField().blur(); form.querySelector("button").focus(); },
      },
    });
    const field = made.getInputField();
    field.setAttribute("aria-label", document.querySelector("label[for=query]").textContent);
    field.setAttribute("aria-describedby", "help");
    document.querySelector("label[for=query]").addEventListener("click", () => made.focus());
    area.hidden = true;
    return made;
  }

  /* the endpoint knows these without PREFIX, so the editor must not mark them as faults */
  function knowPrefixes() {
    const make = Yasqe.modes.sparql11;
    Yasqe.defineMode("sparql11", (...settings) => {
      const mode = make(...settings), start = mode.startState;
      mode.startState = (...given) => {
        const state = start(...given);
        Object.assign(state.prefixes, page.prefixes);
        return state;
      };
      return mode;
    });
  }

  function matches(term, token) {
    const typed = (token.autocompletionString || "").toLowerCase();
    return term.toLowerCase().startsWith(typed) || term.split(":")[1].toLowerCase().startsWith(typed);
  }
  function isVariable(yasqe) { return /^[?$]/.test(yasqe.getCompleteToken().string); }
  function afterType(yasqe) {
    const cursor = yasqe.getDoc().getCursor();
    const before = yasqe.getDoc().getLine(cursor.line).slice(0, cursor.ch);
    return /(?:^|[\s;])(?:a|rdf:type)\s+(?:[\w:]+\s*,\s*)*[\w:]*$/.test(before);
  }

  const text = () => (editor ? editor.getValue() : area.value);
  function write(query) {
    area.value = query;
    if (editor) editor.setValue(query);
    showParams();
  }

  /* --- parameters, as the head of the query names them --- */
  function params() {
    const own = Object.fromEntries([...text().matchAll(/^# param (\w+) \((\w\w)\): (.+)$/gm)]
      .filter(([, , lang]) => lang === document.documentElement.lang).map(([, name, , about]) => [name, about]));
    return [...text().matchAll(/^# param (\w+) \((\w{3,})(, optional)?\): (.+)$/gm)]
      .map(([, name, , optional, about]) => ({ name, optional: Boolean(optional), about: own[name] ?? about }));
  }
  function showParams(values = {}) {
    const box = byId("params"), wanted = params();
    const kept = Object.fromEntries([...box.querySelectorAll("input")].map((i) => [i.name.slice(1), i.value]));
    box.querySelectorAll("label").forEach((each) => each.remove());
    box.hidden = wanted.length === 0;
    for (const { name, optional, about } of wanted) {
      const label = document.createElement("label");
      label.textContent = `${name}: ${about}${optional ? ` (${page.words.optional})` : ""} `;
      const input = document.createElement("input");
      input.name = `$${name}`;
      input.required = !optional;
      input.value = values[name] ?? kept[name] ?? "";
      label.append(input);
      box.append(label);
    }
  }
  function asked() {
    const found = new URLSearchParams({ query: text() });
    for (const input of byId("params").querySelectorAll("input")) if (input.value) found.append(input.name, input.value);
    return found;
  }

  /* --- asking --- */
  function ask() {
    if (!form.reportValidity()) return;
    if (running) running.abort();
    running = new AbortController();
    const sent = asked();
    const link = new URLSearchParams(sent);
    const lang = new URLSearchParams(location.search).get("lang");
    if (lang) link.set("lang", lang);
    byId("link").href = `/query?${link}`;
    history.replaceState(null, "", `/query?${link}`);
    answer.replaceChildren();
    say(page.words.busy);
    byId("download").hidden = true;
    const began = performance.now();
    fetch("/sparql", {
      method: "POST", body: sent, signal: running.signal,
      headers: { Accept: "application/sparql-results+json, text/turtle;q=0.9" },
    }).then(async (response) => {
      const body = await response.text();
      if (!response.ok) return say(body.trim(), true);
      const seconds = ((performance.now() - began) / 1000).toFixed(2);
      if (!/json/.test(response.headers.get("content-type"))) return showText(body, seconds);
      const found = JSON.parse(body);
      if ("boolean" in found) return say(found.boolean ? page.words.yes : page.words.no);
      showRows(found, seconds);
      byId("download").href = `/sparql?${new URLSearchParams([...sent, ["format", "csv"]])}`;
      byId("download").download = `${page.chosen || "kamergraaf"}.csv`;
      byId("download").hidden = false;
    }).catch((error) => { if (error.name !== "AbortError") say(`${page.words.failed}: ${error.message}`, true); });
  }
  function say(words, wrong = false) {
    status.textContent = words;
    status.classList.toggle("wrong", wrong);
  }
  function showText(body, seconds) {
    const block = document.createElement("pre");
    block.textContent = body;
    answer.replaceChildren(block);
    say(`${seconds} s`);
  }

  /* --- the table; only text nodes and links to http(s) are made, never markup --- */
  function showRows(found, seconds) {
    const names = found.head.vars, rows = found.results.bindings;
    const table = document.createElement("table");
    const head = table.createTHead().insertRow();
    for (const name of names) {
      const cell = document.createElement("th");
      cell.scope = "col";
      cell.textContent = name;
      head.append(cell);
    }
    const body = table.createTBody();
    for (const row of rows.slice(0, MOST)) {
      const line = body.insertRow();
      for (const name of names) fill(line.insertCell(), row[name]);
    }
    answer.replaceChildren(table);
    const more = rows.length > MOST ? `; ${page.words.shown} ${MOST}` : "";
    say(`${rows.length} ${rows.length === 1 ? page.words.row : page.words.rows}, ${seconds} s${more}`);
  }
  function fill(cell, term) {
    if (!term) return;
    if (term.type !== "uri") { tell(cell, plain(term)); return; }
    const href = place(term.value);
    if (!href) { cell.textContent = term.value; return; }
    const link = document.createElement("a");
    link.href = href;
    link.textContent = short(term.value);
    cell.append(link);
  }
  /* a reason stands in the language of the page, above its words in the graph for who points at it */
  function tell(cell, text) {
    const here = said(text);
    cell.textContent = here ?? text;
    if (here !== null) cell.title = text;
  }
  function plain(term) {
    if (term.type !== "triple") return term.type === "bnode" ? `_:${term.value}` : term.value;
    return `<<( ${["subject", "predicate", "object"].map((part) => plain(term.value[part])).join(" ")} )>>`;
  }
  function place(iri) {
    if (iri.startsWith(`${page.base}id/`)) return `/page/${iri.slice(page.base.length + 3)}`;
    if (iri.startsWith(page.prefixes.kg)) return `/def#${iri.slice(page.prefixes.kg.length)}`;
    return /^https?:\/\//.test(iri) ? iri : null;
  }
  function short(iri) {
    let best = ["", ""];
    for (const [name, space] of Object.entries(page.prefixes)) if (iri.startsWith(space) && space.length > best[1].length) best = [name, space];
    return best[0] ? `${best[0]}:${decode(iri.slice(best[1].length))}` : iri;
  }
  function decode(part) { try { return decodeURIComponent(part); } catch { return part; } }

  /* --- at the start --- */
  form.addEventListener("submit", (event) => { event.preventDefault(); ask(); });
  (editor || area).on?.("change", () => showParams());
  if (!editor) area.addEventListener("input", () => showParams());
  area.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.ctrlKey) ask(); });
  byId("saved").addEventListener("change", (event) => {
    const saved = page.saved[event.target.value];
    page.chosen = event.target.value;
    if (saved) { write(saved); if (params().every((each) => each.optional)) ask(); }
  });
  byId("saved").value = page.chosen;
  const given = new URLSearchParams(location.search);
  showParams(Object.fromEntries([...given].filter(([name]) => name.startsWith("$")).map(([name, value]) => [name.slice(1), value])));
  if ((given.has("query") || page.chosen) && params().every((each) => each.optional || given.has(`$${each.name}`))) ask();
})();
