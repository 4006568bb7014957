// The grid of the class report. All that it shows comes from the data in the page; all that is chosen stands in the
// address (`#q=sato&x=affine&s=failed&sort=-total&page=2`), so that a view can be kept, sent, and gone back to.
"use strict";
(async () => {
  const $ = (id) => document.getElementById(id);
  const table = $("table"), form = $("filters"), body = $("rows"), scroll = table.parentElement;
  const size = Number(table.dataset.rows), sections = Boolean(table.dataset.sections);
  const heads = [...table.tHead.rows[0].cells];

  async function unpacked(element) {
    if (!element.dataset.packed) return JSON.parse(element.textContent);
    const bytes = Uint8Array.from(atob(element.textContent), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
  }

  const data = await unpacked($("data"));
  const everybody = data.names.map((_, row) => row);
  const column = new Map(data.exercises.map((id, index) => [id, index]));
  const help = new Set(data.help), damaged = new Set(data.damaged);
  const simple = (words) => words.normalize("NFKC").toLowerCase();
  const searched = everybody.map((row) => simple(`${data.names[row]} ${data.ids[row]} ${data.sections[row]}`));

  // --- the view: what the address says ------------------------------------------------------------------------

  const FILTERS = ["q", "x", "s", "m", "help", "damaged"];
  const isView = (hash) => hash.includes("=");

  function read(hash) {
    const said = new URLSearchParams(isView(hash) ? hash.slice(1) : "");
    const view = Object.fromEntries(FILTERS.map((name) => [name, said.get(name) || ""]));
    view.sort = heads.some((head) => head.dataset.key === (said.get("sort") || "").replace(/^-/, "")) ? said.get("sort") : "";
    view.page = Math.max(1, Math.floor(Number(said.get("page")) || 1));
    return view;
  }

  function address(view) {
    const said = Object.entries(view).filter(([name, value]) => value && !(name === "page" && value === 1));
    return "#" + (said.length ? new URLSearchParams(said) : "grid");
  }

  // --- who is shown, and in which order --------------------------------------------------------------------------

  function chosen(view) {
    const words = simple(view.q).split(/\s+/).filter(Boolean);
    const [exercise, slug] = view.m.split(/\/(.*)/s);
    const mistake = view.m && (data.mistakes[exercise] || []).find((one) => one[0] === slug);
    const made = new Set(mistake ? mistake[2] : []);
    const state = String(data.states.indexOf(view.s)), at = column.get(view.x);
    return everybody.filter((row) =>
      words.every((word) => searched[row].includes(word)) &&
      (!view.s || (at === undefined ? data.cells[row].includes(state) : data.cells[row][at] === state)) &&
      (!view.m || made.has(row)) && (!view.help || help.has(row)) && (!view.damaged || damaged.has(row)));
  }

  const share = (row) => (data.most[row] ? data.totals[row] / data.most[row] : 0);
  const ranks = new Map(); // of names and sections: to compare them once is enough

  function rank(key, texts) {
    if (!ranks.has(key)) {
      const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
      const found = new Array(texts.length);
      const order = [...everybody].sort((a, b) => collator.compare(texts[a], texts[b]));
      order.forEach((row, place) => { found[row] = place && !collator.compare(texts[row], texts[order[place - 1]]) ? found[order[place - 1]] : place; });
      ranks.set(key, found);
    }
    return ranks.get(key);
  }

  /** In an exercise: by state, what wants attention first, and among equals by points in all. */
  function sorted(rows, sort) {
    if (!sort) return rows;
    const sign = sort.startsWith("-") ? -1 : 1, key = sort.replace(/^-/, "");
    let value = share;
    if (key === "name" || key === "section") {
      const place = rank(key, key === "name" ? data.names : data.sections);
      value = (row) => place[row];
    } else if (column.has(key)) {
      const at = column.get(key);
      value = (row) => Number(data.cells[row][at]) + share(row) / 2;
    }
    const values = everybody.map(value);
    return rows.sort((a, b) => sign * (values[a] - values[b]) || a - b);
  }

  // --- what is seen ------------------------------------------------------------------------------------------------

  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  const escaped = (words) => words.replace(/[&<>"]/g, (letter) => ENTITIES[letter]);
  const said = (words, values) => words.replace(/{(\w+)}/g, (_, name) => values[name].toLocaleString("en"));
  const cell = data.states.map((state, index) => `<td class="cell ${state}">${escaped(data.words.states[index])}</td>`);

  function line(row) {
    const id = data.ids[row] ? ` <small><bdi>${escaped(data.ids[row])}</bdi></small>` : "";
    const call = help.has(row) ? ` <span class="label">${escaped(data.words.help)}</span>` : "";
    const bad = damaged.has(row) ? ` <span class="label bad">${escaped(data.words.damaged)}</span>` : "";
    const name = `<a href="students/${row + 1}.html"><bdi>${escaped(data.names[row])}</bdi></a>`;
    const section = sections ? `<td class="section">${escaped(data.sections[row])}</td>` : "";
    const cells = Array.from(data.cells[row], (state) => cell[state]).join("");
    return `<tr><th scope="row">${name}${id}${call}${bad}</th>${section}<td class="n">${data.totals[row]}/${data.most[row]}</td>${cells}</tr>`;
  }

  const SEEN = 25; // rows that may be in sight; the others of a page follow after the first picture
  let following;

  function fill(rows) {
    clearTimeout(following);
    body.innerHTML = rows.slice(0, SEEN).map(line).join("") ||
      `<tr><td class="nobody" colspan="${heads.length}">${escaped(data.words.nobody)}</td></tr>`;
    const rest = () => body.insertAdjacentHTML("beforeend", rows.slice(SEEN).map(line).join(""));
    if (rows.length > SEEN) following = setTimeout(rest, 50);
  }

  let view;

  function show(next) {
    const first = !view && address(next) === address(read("")); // then the rows are there already
    view = next;
    const rows = sorted(chosen(view), view.sort);
    const pages = Math.max(1, Math.ceil(rows.length / size));
    view.page = Math.min(view.page, pages);
    if (!first) fill(rows.slice((view.page - 1) * size, view.page * size));
    $("count").textContent = said(data.words.shown, { shown: rows.length, all: everybody.length });
    $("page").textContent = said(data.words.page, { page: view.page, pages });
    $("pages").hidden = pages === 1;
    for (const button of $("pages").querySelectorAll("button")) {
      const to = view.page + Number(button.value);
      button.disabled = to < 1 || to > pages;
    }
    for (const head of heads) {
      if (view.sort.replace(/^-/, "") !== head.dataset.key) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", view.sort.startsWith("-") ? "descending" : "ascending");
    }
    offer();
    for (const name of FILTERS) {
      const field = form.elements[name];
      if (field.type === "checkbox") field.checked = Boolean(view[name]);
      else if (field.value !== view[name]) field.value = view[name];
    }
  }

  /** The mistakes of the exercise chosen, or of all; also the one chosen, so that it can be seen and taken away. */
  let offered;
  function offer() {
    const of = column.has(view.x) ? view.x : "";
    if (of === offered) return;
    offered = of;
    const group = (id) => {
      const options = data.mistakes[id].map(([slug, words, rows]) =>
        `<option value="${escaped(`${id}/${slug}`)}">${escaped(words)} (${rows.length.toLocaleString("en")})</option>`);
      const title = heads.find((head) => head.dataset.key === id).textContent;
      return options.length ? `<optgroup label="${escaped(title)}">${options.join("")}</optgroup>` : "";
    };
    const field = form.elements.m;
    field.innerHTML = field.options[0].outerHTML + (of ? [of] : data.exercises).map(group).join("");
  }

  // --- what is done ------------------------------------------------------------------------------------------------

  /** Show another view: as a step to go back from, unless it is only another letter of what is being typed. */
  function go(changes, typing = false) {
    const next = { ...view, page: 1, ...changes };
    history[typing ? "replaceState" : "pushState"](null, "", address(next));
    show(next);
  }

  function filter(event) {
    const field = event.target;
    const value = field.type === "checkbox" ? (field.checked ? "1" : "") : field.value;
    const lost = field.name === "x" && view.m && value && !view.m.startsWith(`${value}/`); // a mistake of another exercise
    go({ [field.name]: value, ...(lost ? { m: "" } : {}) }, field.name === "q");
  }

  function toGrid() {
    $("grid").scrollIntoView({ behavior: "instant" });
    $("grid").focus({ preventScroll: true });
  }

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => { event.preventDefault(); go(read("")); });
  table.tHead.addEventListener("click", (event) => {
    const head = event.target.closest("button") && event.target.closest("th");
    if (head) go({ sort: view.sort === head.dataset.key ? `-${head.dataset.key}` : head.dataset.key });
  });
  $("pages").addEventListener("click", (event) => {
    if (event.target.value) { go({ page: view.page + Number(event.target.value) }); scroll.scrollTop = 0; }
  });
  document.addEventListener("click", (event) => { // links of this page that lead to a view of the grid
    const link = event.target.closest("a");
    if (!link || !isView(link.hash) || link.pathname !== location.pathname || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go({ ...read(link.hash) });
    toGrid();
  });
  window.addEventListener("hashchange", () => show(read(location.hash)));

  for (const head of heads) { // without a script they would be buttons that do nothing
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
  }
  setTimeout(() => { rank("name", data.names); rank("section", data.sections); }, 1000); // comparing names takes longest: before it is asked for
  form.hidden = false;
  show(read(location.hash));
  if (isView(location.hash)) toGrid();
})();
