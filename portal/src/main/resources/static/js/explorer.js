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
