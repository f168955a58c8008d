// Filters left empty are not asked, so that the address of the page stays short to share.
"use strict";

document.addEventListener("htmx:configRequest", (event) => {
  if (!event.target.closest(".explorer")) return;
  const fields = event.detail.formData;
  for (const [name, value] of [...fields.entries()]) {
    if (value === "") fields.delete(name);
  }
});

document.addEventListener("submit", (event) => {
  if (window.htmx || !event.target.closest(".explorer")) return;
  for (const field of event.target.elements) {
    if (field.name && field.value === "") field.disabled = true;
  }
});

// The table as a spreadsheet: cells are walked, chosen, copied, and have an address. Without this, its
// links still sort, filter and hide, and each row's number leads to it.
const chosen = { table: null, from: null, to: null };

const cellOf = (target) => target.closest && target.closest(".explorer .data tbody td, .explorer .data tbody th");

const place = (cell) => ({ row: cell.parentElement.rowIndex, column: cell.cellIndex });

function rectangle() {
  if (!chosen.table || !chosen.table.isConnected || !chosen.from) return null;
  const { from, to } = chosen;
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.max(1, Math.min(from.column, to.column)),
    right: Math.max(from.column, to.column),
  };
}

function chosenCells() {
  const box = rectangle();
  if (!box) return [];
  return [...chosen.table.rows].slice(box.top, box.bottom + 1).map((row) => [...row.cells].slice(box.left, box.right + 1));
}

function choose(table, from, to) {
  for (const cell of document.querySelectorAll(".explorer td.chosen")) cell.classList.remove("chosen");
  Object.assign(chosen, { table, from, to });
  const cells = chosenCells().flat();
  for (const cell of cells) cell.classList.add("chosen");
  const bar = table && table.closest(".explorer").querySelector(".selection");
  if (!bar) return;
  bar.hidden = cells.length === 0;
  const said = bar.querySelector("p");
  said.textContent = cells.length === 1 ? said.dataset.one : said.dataset.many.replace("%s", cells.length.toLocaleString(document.documentElement.lang));
}

// Numbers lose the spaces of their thousands, which spreadsheets do not read; a text that a spreadsheet
// would take for a formula stays a text.
function written(cell) {
  const text = (cell.querySelector(".value") || cell).textContent.trim();
  if (cell.classList.contains("numeric")) {
    const french = document.documentElement.lang === "fr";
    return text.replace(/[\s\u202f\u00a0]|[kM]?€/g, "").replace(french ? /(?!)/ : /,/g, "");
  }
  const safe = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /["\t\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const asText = () => chosenCells().map((row) => row.map(written).join("\t")).join("\n");

function asAddress() {
  const box = rectangle();
  const names = chosen.table.tHead.rows[0].cells;
  const numbers = [...chosen.table.rows]
    .slice(box.top, box.bottom + 1)
    .map((row) => Number(row.id.replace("ligne-", "")));
  const spans = [];
  for (const number of numbers) {
    const last = spans[spans.length - 1];
    if (last && number === last[1] + 1) last[1] = number;
    else spans.push([number, number]);
  }
  const address = new URL(window.location.href);
  const name = (column) => names[column].querySelector(".name").textContent;
  address.searchParams.delete("colonne");
  address.searchParams.set("ligne", spans.map(([a, b]) => (a === b ? `${a}` : `${a}-${b}`)).join(","));
  address.searchParams.set("de", name(box.left));
  address.searchParams.set("a", name(box.right));
  address.hash = `ligne-${numbers[0]}`;
  return address.href;
}

// The clipboard is only for secure pages; the event of copying works in all.
function copy(text, done) {
  const onCopy = (event) => {
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener("copy", onCopy, { capture: true, once: true });
  const copied = document.execCommand("copy");
  document.removeEventListener("copy", onCopy, { capture: true });
  if (copied) done();
}

document.addEventListener("copy", (event) => {
  const inTable = document.activeElement && cellOf(document.activeElement);
  if (!inTable || !document.getSelection().isCollapsed || chosenCells().length === 0) return;
  event.clipboardData.setData("text/plain", asText());
  event.preventDefault();
});

document.addEventListener("click", (event) => {
  const button = event.target.closest && event.target.closest(".selection [data-does]");
  if (!button) return;
  const said = button.closest(".selection").querySelector("p");
  copy(button.dataset.does === "copy" ? asText() : asAddress(), () => (said.textContent = button.dataset.done));
});

function focusOn(cell) {
  const inside = cell.querySelector("a, input, select, button");
  const target = inside || cell;
  if (!inside && !cell.hasAttribute("tabindex")) cell.setAttribute("tabindex", "-1");
  target.focus();
}

document.addEventListener(
  "keydown",
  (event) => {
    const cell = event.target.closest && event.target.closest(".explorer .data td, .explorer .data th");
    if (!cell || event.target.matches("input, select, textarea, button")) return;
    const table = cell.closest("table");
    const here = place(cell);
    const last = { row: table.rows.length - 1, column: cell.parentElement.cells.length - 1 };
    const step = 10;
    const far = event.ctrlKey || event.metaKey;
    if (event.altKey && event.key === "ArrowDown") {
      const menu = table.tHead.rows[0].cells[here.column].querySelector(".more");
      if (menu) menu.click();
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (event.key === "Escape") return choose(table, null, null);
    if (event.altKey) return;
    const moves = {
      ArrowRight: [here.row, far ? last.column : here.column + 1],
      ArrowLeft: [here.row, far ? 1 : here.column - 1],
      ArrowDown: [far ? last.row : here.row + 1, here.column],
      ArrowUp: [far ? 1 : here.row - 1, here.column],
      PageDown: [Math.min(last.row, here.row + step), here.column],
      PageUp: [Math.max(0, here.row - step), here.column],
      Home: [far ? 0 : here.row, 1],
      End: [far ? last.row : here.row, last.column],
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const row = table.rows[move[0]];
    const next = row && row.cells[move[1]];
    if (!next) return;
    focusOn(next);
    if (!cellOf(next)) return;
    const from = event.shiftKey && chosen.table === table && chosen.from ? chosen.from : event.shiftKey && cellOf(cell) ? here : place(next);
    choose(table, from, place(next));
  },
  { capture: true },
);

let pressed = null;
document.addEventListener("pointerdown", (event) => {
  const cell = cellOf(event.target);
  if (!cell || cell.tagName === "TH" || event.button !== 0 || event.pointerType === "touch" || event.target.closest("a")) return;
  const table = cell.closest("table");
  const from = event.shiftKey && chosen.table === table && chosen.from ? chosen.from : place(cell);
  if (event.shiftKey) event.preventDefault();
  pressed = { table, from };
  choose(table, from, place(cell));
  focusOn(cell);
});
document.addEventListener("pointerover", (event) => {
  const cell = pressed && cellOf(event.target);
  if (!cell || cell.closest("table") !== pressed.table) return;
  const to = place(cell);
  // Across cells, cells are chosen; inside one, its text.
  if (to.row === pressed.from.row && to.column === pressed.from.column) return;
  document.getSelection().removeAllRanges();
  choose(pressed.table, pressed.from, to);
});
document.addEventListener("pointerup", () => (pressed = null));

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && event.target.closest && event.target.closest(".column-menu");
  if (menu) menu.querySelector(".close").click();
});

// With arrows to walk them, the links of the rows need no stop each.
function settle() {
  for (const link of document.querySelectorAll(".explorer .data tbody a")) link.setAttribute("tabindex", "-1");
  for (const cell of document.querySelectorAll(".explorer .data tbody td.long")) cell.setAttribute("tabindex", "-1");
}
settle();
const meant = document.querySelector(".explorer td.sought");
if (meant) meant.scrollIntoView({ block: "nearest", inline: "center" });
document.addEventListener("htmx:afterSettle", settle);
