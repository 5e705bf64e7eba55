
"use strict";
// Draws the review that lies in this page as data. Words of documents become text nodes, never markup.

const review = JSON.parse(document.getElementById("du_lieu").textContent);
const main = document.getElementById("noi_dung");
const STATES = {"": "", "+": "added", "-": "removed", ">": "to", "<": "from"};
const chosen = {kinds: new Set(), unit: ""};
const reasons = [];  // of each change the element that tells it
const touched = [];  // [element, the changes of its line]
const folds = [];  // of each document the parts that are folded: {part, element, draw}

function make(name, look, ...inside) {
  const element = document.createElement(name);
  if (look) element.className = look;
  element.append(...inside.filter(each => each !== "" && each !== null && each !== undefined));
  return element;
}

function words(list) {
  return list.map(each => typeof each === "string" ? each : make(each[0] === "-" ? "del" : "ins", "", each[1]));
}

// ---- A document: parts, blocks, tables

function drawDocument(doc, at) {
  const sheet = make("div", "sheet");
  const drawn = new Set();
  const shown = new Set(doc.parts.filter(part => !("folded" in part)).flatMap(part => part.blocks).flatMap(block => block.changes || []));
  review.changes.forEach((change, number) => {
    if (change.document === at && !shown.has(number)) {
      drawn.add(number);
      sheet.append(reason(number), ...(change.words ? [make("p", "lines", change.words)] : []));
    }
  });
  folds[at] = [];
  for (const part of doc.parts) sheet.append(...("folded" in part ? [folded(doc, at, part)] : blocks(doc, at, part, drawn)));
  const heading = make("h2", "", doc.title);
  heading.id = `v${at}_ten`;
  const section = make("section", "", make("header", "", heading, make("p", "soft", [doc.issuing && `Kèm theo: ${doc.issuing}`, doc.file].filter(Boolean).join(" · ")), ...(doc.issued ? [make("p", "issued", doc.issued)] : [])),
    make("div", "heads", make("div", "", "Trước"), make("div", "", "Sau")), sheet);
  section.id = `v${at}`;
  section.setAttribute("aria-labelledby", heading.id);
  return section;
}

function folded(doc, at, part) {
  const said = `${part.folded} ${part.unit} ${whole(doc, part) ? "của văn bản" : "không đổi"}`
    + (part.effects ? `, trong đó ${part.effects} ${part.unit} đánh số lại hoặc đổi theo` : "");
  const summary = make("summary", "", said, part.heading ? make("span", "soft", ` · có “${part.heading}”`) : "");
  if (!part.blocks) return make("p", "gap", said);
  const element = make("details", "fold", summary);
  const draw = () => {
    if (element.children.length === 1) element.append(make("div", "lines", ...blocks(doc, at, part, null)));
  };
  element.addEventListener("toggle", () => element.open && draw());
  folds[at].push({part, element, draw});
  return element;
}

const whole = (doc, part) => doc.parts.length === 1 && "folded" in part;

// drawn: the changes whose reasons stand already; null where none is to stand.
function blocks(doc, at, part, drawn) {
  const out = [];
  let label = "";
  for (let number = 0; number < part.blocks.length;) {
    const block = part.blocks[number];
    if (block.kind === "row") {
      let end = number;
      while (end < part.blocks.length && part.blocks[end].table === block.table) end += 1;
      out.push(...rowsOf(doc, at, block.table, part.blocks.slice(number, end), part.first + number, drawn));
      number = end;
      continue;
    }
    out.push(...newReasons(block, at, drawn), paragraph(block, at, part.first + number, block.label === label ? "" : block.label));
    label = block.label || "";
    number += 1;
  }
  return out;
}

// A change is told once, in its own document, also where it reaches into another one.
function newReasons(block, at, drawn) {
  const fresh = drawn ? (block.changes || []).filter(each => !drawn.has(each) && review.changes[each].document === at) : [];
  fresh.forEach(each => drawn.add(each));
  return fresh.map(reason);
}

function paragraph(block, at, number, label) {
  const inside = () => [label ? make("span", "label", label) : "", ...words(block.words), moved(block)];
  const line = pair(inside, block);
  line.className += ` lines k-${block.kind}`;
  line.dataset.line = `v${at}_${number}`;
  return line;
}

function pair(inside, block) {
  const state = STATES[block.state || ""];
  const look = ["pair", state, block.changes ? "touched" : block.effect ? "effect" : ""].filter(Boolean).join(" ");
  const wrapped = side => make("div", side, make("span", "", ...inside()));
  const element = make("div", look, wrapped("left"), wrapped("right"));
  if (block.changes) touched.push([element, block.changes]);
  return element;
}

function moved(block) {
  if (block.state !== "<" || !block.changes) return "";
  return make("span", "note", `Đã chuyển đến ${review.changes[block.changes[0]].place}`);
}

// Rows of one table, cut where the reason for a change stands; its heads come again in front of those that are no heads.
function rowsOf(doc, at, which, rows, first, drawn) {
  const out = [];
  const heads = rows[0].head ? [] : doc.tables[which].head.map(block => [block, -1]);
  let segment = [...heads];
  rows.forEach((block, number) => {
    const ahead = block.head ? rows.slice(number).filter(each => each.head) : [block];
    const told = ahead.flatMap(each => newReasons(each, at, drawn));
    if (told.length && segment.some(([, own]) => own >= 0)) {
      out.push(table(doc, at, which, segment));
      segment = [];
    }
    out.push(...told);
    segment.push([block, first + number]);
  });
  return [...out, table(doc, at, which, segment)];
}

// A table three times, as either side has it and as both are: what is seen of it depends on the view.
function table(doc, at, which, rows) {
  const {columns} = doc.tables[which];
  const label = rows[0][0].head ? "Bảng" : "Bảng, tiếp theo";
  let wide = false;  // too wide to stand side by side
  const all = [["left", "+"], ["right", "-"], ["both", ""]].map(([side, hidden]) => {
    const mine = columns.map(([width, own]) => hidden && own === hidden ? 0 : 0.55 * width + 0.85);  // in em
    const sum = mine.reduce((all, each) => all + each, 0);
    const body = make("tbody", "", ...rows.filter(([block]) => !elsewhere(block.state, hidden))
      .map(([block, number]) => row(block, number < 0 ? "" : `v${at}_${number}`, mine, hidden)));
    const sizes = make("colgroup", "", ...mine.filter(Boolean).map(width => {
      const column = make("col");
      column.style.width = `${100 * width / sum}%`;
      return column;
    }));
    const element = make("table", "", sizes, body);
    element.style.minWidth = `${0.85 * sum}em`;
    wide = wide || sum > 26;
    const roll = make("div", "roll", element);
    roll.tabIndex = 0;
    roll.setAttribute("role", "region");
    roll.setAttribute("aria-label", `${label}: ${doc.title}`);
    return make("div", side, roll);
  });
  return make("div", `pair rows lines${wide ? " wide" : ""}`, ...all);
}

// Whether what has this state is not on the side that hides `hidden`.
const elsewhere = (state, hidden) => Boolean(state) && (hidden === "+" ? "+>" : hidden === "-" ? "-<" : "").includes(state);

// widths: of the columns, 0 of those that this side has not; hidden: the sign of words that it has not.
function row(block, name, widths, hidden) {
  const state = STATES[block.state || ""];
  const line = make("tr", [state, block.changes ? "touched" : block.effect ? "effect" : ""].filter(Boolean).join(" "));
  if (name) line.dataset.line = name;
  const covered = (from, to) => widths.slice(from, to).filter(Boolean).length;
  const reached = (from, to) => line.append(...widths.slice(from, to).filter(Boolean).map(() => make(block.head ? "th" : "td", "on")));
  let next = 0;
  for (const [column, columns, own, look, lines] of block.cells) {
    if (elsewhere(own, hidden) || !covered(column, column + columns)) continue;
    reached(next, column);
    const cell = make(look.includes("h") && block.head ? "th" : "td", [...look, STATES[own]].filter(Boolean).join(" "),
      ...lines.filter(each => !elsewhere(each.state, hidden)).map(each => make("div", STATES[each.state || ""],
        ...words((each.words || each).filter(piece => typeof piece === "string" || piece[0] !== hidden)))));
    if (covered(column, column + columns) > 1) cell.colSpan = covered(column, column + columns);
    line.append(cell);
    next = column + columns;
  }
  reached(next, widths.length);
  if (block.changes && !block.head) touched.push([line, block.changes]);
  return line;
}

// ---- A change

function reason(number) {
  const change = review.changes[number];
  const heading = make("h3", "", change.said, change.before ? make("span", "soft", ` (trước là ${change.before})`) : "");
  const amounts = (change.code ? [] : change.figures).map(([old, now, apart]) =>
    make("p", "amount", make("del", "", old), " → ", make("ins", "", now), apart ? ` (${apart})` : ""));
  const element = make("div", "why", heading, ...amounts, change.source ? make("p", "where", change.source) : "", consequences(change));
  element.id = `t${number}`;
  element.tabIndex = -1;
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", `Thay đổi ${number + 1}: ${change.said}`);
  reasons[number] = element;
  return element;
}

function consequences(change) {
  if (!change.consequences.length) return "";
  const list = make("ul", "", ...change.consequences.map(each => {
    const place = each.document ? `${each.document}, ${each.place}` : each.place;
    const link = make(each.at ? "a" : "span", "", place);
    if (each.at) {
      link.href = `#v${each.at[0]}_${each.at[1]}`;
      link.addEventListener("click", () => setTimeout(follow));
    }
    return make("li", "", link, ": ", ...words(each.words));
  }));
  return make("details", "after", make("summary", "", `Kéo theo ${change.following}`), list);
}

function unfold(at, number) {
  for (const {part, element, draw} of folds[at] || []) {
    if (part.first <= number && number < part.first + part.blocks.length) {
      draw();
      element.open = true;
    }
  }
}

// ---- What is compared, the figures, the list of documents

function drawHeader() {
  const header = document.getElementById("dau_trang");
  const by = review.authors.length ? `Người sửa: ${review.authors.join(", ")}${review.day ? `; lần sửa cuối ngày ${review.day}` : ""}` : "";
  header.append(make("h1", "", "Những gì đã thay đổi"), make("p", "", `Từ ${review.old} đến ${review.new}`),
    make("p", "soft", review.said), by ? make("p", "soft", by) : "");
  const notes = [...review.notes];
  if (!review.whole) notes.push("Có quá nhiều văn bản thay đổi: trang này chỉ giữ những dòng quanh chỗ thay đổi.");
  if (notes.length) header.append(make("div", "notes", make("ul", "", ...notes.map(each => make("li", "", each)))));
  for (const {side, errors, more} of review.faults) {
    if (!errors.length) continue;
    const list = make("ul", "", ...errors.map(each => make("li", "where", each)), more ? make("li", "", `và ${more} lỗi nữa; xem đủ bằng lệnh check`) : "");
    header.append(make("details", "faults", make("summary", "", `Lỗi ở ${side}: ${errors.length + more}`), list));
  }
}

const figures = [];  // [row, number of its change]

function drawFigures() {
  const rows = review.changes.flatMap((change, number) => change.figures.map(each => [change, number, each]));
  if (!rows.length) return;
  const body = make("tbody", "", ...rows.map(([change, number, [old, now, apart]]) => {
    const place = make("a", "", change.place);
    place.href = `#t${number}`;
    const line = make("tr", "", make("td", "", change.code ? make("code", "", change.code) : "gõ trong bài"),
      make("td", "", place, make("span", "soft", ` · ${review.documents[change.document].title}`)), make("td", "r", make("del", "", old)),
      make("td", "r", make("ins", "", now)), make("td", "r apart", apart), make("td", "where", change.source));
    figures.push([line, number]);
    return line;
  }));
  const heads = ["Mã số liệu", "Nơi in", "Cũ", "Mới", "Chênh lệch", "Sửa tại"].map(each => {
    const head = make("th", "", each);
    head.scope = "col";
    return head;
  });
  const element = make("details", "roll", make("summary", "", "Bảng số liệu thay đổi ", make("span", "count", String(rows.length))),
    make("table", "", make("thead", "", make("tr", "", ...heads)), body));
  element.id = "so_lieu";
  element.open = rows.length <= 30;
  main.append(element);
}

const entries = [];

function drawList() {
  const most = Math.max(1, ...review.documents.map(each => each.weight));
  const list = make("ul", "", ...review.documents.map((doc, at) => {
    const count = make("span", "count");
    const weight = make("span", "weight");
    weight.style.width = `${Math.round(100 * doc.weight / most)}%`;
    const link = make("a", "", doc.title, " ", count, make("span", "soft", doc.name), weight);
    link.href = `#v${at}`;
    const entry = make("li", "", link);
    entries.push({entry, link, count});
    return entry;
  }));
  const element = make("details", "", make("summary", "", "Văn bản có thay đổi"), list);
  element.open = matchMedia("(min-width: 52.01rem)").matches;
  document.getElementById("danh_sach").append(element);
}

// ---- Choosing

const matches = change => (!chosen.kinds.size || change.kinds.some(each => chosen.kinds.has(each)))
  && (!chosen.unit || review.documents[change.document].unit === chosen.unit);

function choose() {
  const on = review.changes.map(matches);
  reasons.forEach((element, number) => {
    element.hidden = !on[number];
  });
  touched.forEach(([element, changes]) => { element.hidden = !changes.some(each => on[each]); });
  figures.forEach(([line, number]) => { line.hidden = !on[number]; });
  entries.forEach(({entry, count}, at) => {
    const left = review.changes.filter((change, number) => change.document === at && on[number]).length;
    entry.hidden = document.getElementById(`v${at}`).hidden = !left;
    count.textContent = left;
  });
  const table = document.getElementById("so_lieu");
  if (table) table.hidden = figures.every(([line]) => line.hidden);
  none.hidden = on.some(Boolean) || !review.changes.length;
  tell();
}

function button(text, look, act) {
  const element = make("button", look, ...[text].flat());
  element.type = "button";
  element.addEventListener("click", () => act(element));
  return element;
}

function kindButtons() {
  return review.kinds.map(([kind, label]) => [kind, label, review.changes.filter(each => each.kinds.includes(kind)).length])
    .filter(([, , count]) => count).map(([kind, label, count]) => {
      const element = button([label, " ", make("span", "count", String(count))], "", () => {
        const on = !chosen.kinds.delete(kind);
        if (on) chosen.kinds.add(kind);
        element.setAttribute("aria-pressed", on);
        choose();
      });
      element.setAttribute("aria-pressed", false);
      element.dataset.kind = kind;
      return element;
    });
}

function unitChoice() {
  const units = [...new Set(review.documents.map(each => each.unit))].sort();
  if (units.length < 2) return "";
  const list = make("select", "", ...["", ...units].map(unit => {
    const option = make("option", "", unit || "Mọi đơn vị");
    option.value = unit;
    return option;
  }));
  list.setAttribute("aria-label", "Đơn vị");
  list.addEventListener("change", () => { chosen.unit = list.value; choose(); });
  return list;
}

function viewButtons() {
  const views = [["inline", "Xen dòng"], ["side", "Song song"]].map(([view, label]) => {
    const element = button(label, "", () => {
      main.dataset.view = view;
      views.forEach(each => each.setAttribute("aria-pressed", each === element));
    });
    element.dataset.view = view;
    element.setAttribute("aria-pressed", view === "inline");
    return element;
  });
  return views;
}

const place = make("span", "count");
const none = make("p", "none", "Các mục đang chọn không có thay đổi nào.");

function drawTools() {
  if (!review.changes.length) return;
  const group = (label, look, ...inside) => {
    const element = make("div", look, ...inside);
    element.setAttribute("role", "group");
    element.setAttribute("aria-label", label);
    return element;
  };
  const before = button(["← Trước ", make("kbd", "", "k")], "", () => go(-1));
  const next = button(["Sau → ", make("kbd", "", "j")], "", () => go(1));
  const tools = make("div", "", group("Loại thay đổi", "", ...kindButtons()), unitChoice(), group("Cách xem", "", ...viewButtons()),
    group("Đến thay đổi", "go", before, place, next));
  tools.id = "chon";
  document.getElementById("dau_trang").after(tools);
}

// ---- Going from change to change

const visible = () => [...main.querySelectorAll(".why")].filter(each => !each.closest("[hidden]"));
let now = null;

function go(step) {
  const all = visible();
  if (!all.length) return;
  const at = all.indexOf(now);
  show(at < 0 ? (step > 0 ? all[0] : all[all.length - 1]) : all[Math.min(Math.max(at + step, 0), all.length - 1)], all);
}

function show(element, all) {
  if (now) now.classList.remove("now");
  now = element;
  now.classList.add("now");
  now.scrollIntoView({block: "center"});
  now.focus({preventScroll: true});
  tell(all);
  document.getElementById("vi_tri").textContent = `${place.textContent}: ${now.querySelector("h3").textContent}`;
}

function tell(all = visible()) {
  const at = all.indexOf(now);
  place.textContent = at < 0 ? `${all.length} thay đổi` : `${at + 1} / ${all.length}`;
}

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  const step = {j: 1, k: -1}[event.key.toLowerCase()];
  if (step) {
    event.preventDefault();
    go(step);
  }
});

// What an address names: a change, a document, a line that follows of a change, wherever that is folded.
function follow() {
  const name = location.hash.slice(1);
  const [, at, number] = /^v(\d+)_(\d+)$/.exec(name) || [];
  if (number) {
    unfold(Number(at), Number(number));
    const line = [...document.querySelectorAll(`[data-line="${name}"]`)].find(each => each.getClientRects().length);
    if (line) line.scrollIntoView({block: "center"});
  } else if (/^t\d+$/.test(name) && reasons[name.slice(1)]) {
    show(reasons[name.slice(1)]);
  }
}

// On paper what follows of a change is read too.
let closed = [];
addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll(".after:not([open]), #so_lieu:not([open])")];
  closed.forEach(each => { each.open = true; });
});
addEventListener("afterprint", () => closed.forEach(each => { each.open = false; }));

drawHeader();
drawTools();
drawList();
drawFigures();
main.append(...review.documents.map(drawDocument), none);
choose();
addEventListener("hashchange", follow);
follow();
const seen = new IntersectionObserver(found => found.forEach(({target, isIntersecting}) => {
  const {link} = entries[Number(target.id.slice(1))];
  if (isIntersecting) link.setAttribute("aria-current", "true");
  else link.removeAttribute("aria-current");
}), {rootMargin: "-20% 0px -70% 0px"});
main.querySelectorAll("section").forEach(each => seen.observe(each));
