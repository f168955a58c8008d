// The live view of a workshop says when it no longer hears from the server.
"use strict";

const lost = document.getElementById("perdue");
document.addEventListener("htmx:sendError", () => {
  if (!lost || !lost.hidden) return;
  const now = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  lost.textContent = lost.dataset.lost.replace("{0}", now);
  lost.hidden = false;
});
document.addEventListener("htmx:afterSwap", () => {
  if (lost) lost.hidden = true;
});
