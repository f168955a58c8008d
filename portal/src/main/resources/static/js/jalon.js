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

// Said again in the page, it takes the focus too; what the page cannot show is asked again whole.
document.addEventListener("htmx:afterSettle", (event) => {
  const said = event.target.querySelector && event.target.querySelector("[role=alert][tabindex]");
  if (said) said.focus();
});
document.addEventListener("htmx:responseError", () => window.location.reload());

// A file can be dropped on the page, and its sending shows how far it is.
const drop = document.querySelector("form[data-drop]");
if (drop) {
  const input = drop.querySelector("input[type=file]");
  const zone = drop.querySelector(".drop-zone");
  const progress = drop.querySelector(".drop-progress");
  const told = progress.querySelector("[role=status]");
  const bar = progress.querySelector("progress");
  const button = drop.querySelector("button[type=submit]");
  drop.classList.add("lively");

  const tell = (text) => {
    progress.hidden = false;
    told.textContent = text;
  };
  const send = () => {
    const file = input.files[0];
    if (!file) return;
    if (file.size > Number(drop.dataset.largest)) {
      bar.hidden = true;
      tell(drop.dataset.tooLarge);
      return;
    }
    bar.hidden = false;
    button.disabled = true;
    tell(`${drop.dataset.sending} « ${file.name} »`);
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) bar.value = (100 * event.loaded) / event.total;
    });
    request.addEventListener("load", () => {
      if (request.status < 300) {
        window.location.assign(request.getResponseHeader("Location"));
      } else {
        stopped();
      }
    });
    const stopped = () => {
      button.disabled = false;
      bar.hidden = true;
      tell(drop.dataset.failed);
    };
    request.addEventListener("error", stopped);
    request.addEventListener("abort", stopped);
    request.open("POST", drop.action);
    // Asks for the address of the page instead of being led to it: it is loaded once, by the browser.
    request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
    request.send(new FormData(drop));
  };
  drop.addEventListener("submit", (event) => {
    if (input.files.length === 0) return;
    event.preventDefault();
    send();
  });
  for (const name of ["dragenter", "dragover"]) {
    document.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
  }
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) zone.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    if (event.dataTransfer.files.length > 0) {
      input.files = event.dataTransfer.files;
      send();
    }
  });
}

// A part of a page that was replaced keeps its place on the screen, and the focus comes back to what
// was answered; to the title of the page when that is no longer there.
document.addEventListener("htmx:afterSwap", (event) => {
  const asked = event.detail.requestConfig && event.detail.requestConfig.elt;
  // The progress of a work comes twice a second: it takes no focus.
  if (asked && asked.id === "avancement") return;
  const back = asked && asked.querySelector && asked.querySelector("input[name=back]");
  const place = back && document.getElementById(back.value);
  const target = (place && place.querySelector("summary")) || document.querySelector(".wizard h1[tabindex]");
  if (target) target.focus({ preventScroll: true });
});

// How far a work is comes twice a second; it is said aloud only when the stage changes.
document.addEventListener("htmx:afterSettle", () => {
  const told = document.getElementById("etape");
  const stage = document.querySelector("#avancement [data-stage]");
  if (told && stage && told.textContent !== stage.textContent) told.textContent = stage.textContent;
});

// The file and the table made of it stand side by side: a row pointed at in one shows in the other.
const echo = (event) => {
  for (const row of document.querySelectorAll("tr.echo")) row.classList.remove("echo");
  const pointed = event.target.closest && event.target.closest(".linked tbody tr[data-row]");
  if (!pointed) return;
  const both = pointed.closest(".side-by-side");
  for (const row of both.querySelectorAll(`tr[data-row="${pointed.dataset.row}"]`)) {
    if (row !== pointed) row.classList.add("echo");
  }
};
document.addEventListener("mouseover", echo);
document.addEventListener("focusin", echo);

// The meaning of a word goes with Escape, and comes back once one has left the word.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const word of document.querySelectorAll(".term:hover, .term:focus-within")) word.classList.add("quiet");
});
for (const left of ["mouseout", "focusout"]) {
  document.addEventListener(left, (event) => {
    const word = event.target.closest && event.target.closest(".term.quiet");
    if (word && !word.contains(event.relatedTarget)) word.classList.remove("quiet");
  });
}
