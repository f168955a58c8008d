// What the browser adds to pages that already work without it.
"use strict";

// Tables move under the arrow keys as a spreadsheet does; Tab leaves them.
document.addEventListener("keydown", (event) => {
  const cell = event.target.closest && event.target.closest(".data td, .data th");
  const region = event.target.closest && event.target.closest(".sheet");
  if (!region || event.altKey || event.ctrlKey || event.metaKey) return;
  const moves = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
  const move = moves[event.key];
  if (!move || (event.target.matches("a, input, button") && !cell)) return;
  const rows = region.querySelector("table").rows;
  let next;
  if (cell) {
    const row = rows[cell.parentElement.rowIndex + move[0]];
    next = row && row.cells[cell.cellIndex + move[1]];
  } else if (event.key === "ArrowDown" && rows.length > 1) {
    next = rows[1].querySelector("td");
  }
  if (!next) return;
  event.preventDefault();
  const inside = next.querySelector("a, input, button");
  if (!inside && !next.hasAttribute("tabindex")) next.setAttribute("tabindex", "-1");
  (inside || next).focus();
});

// The list of what is to be put right takes the focus when a form comes back with it.
const summary = document.querySelector(".note.error[tabindex]");
if (summary) summary.focus();
