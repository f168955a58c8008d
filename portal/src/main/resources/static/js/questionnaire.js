// Each answer is kept as it is given; what the network loses is sent again while the page is open.
"use strict";

const form = document.querySelector("form[data-autosave]");
if (form) {
  /** Milliseconds without a key before a text is sent, and before an answer is sent again. */
  const PAUSE = 900;
  const AGAIN = 4000;
  const waiting = new Map();
  const sending = new Set();

  const tell = (field, text, kind) => {
    const said = field.querySelector(".saved");
    said.textContent = text;
    said.classList.toggle("unsaved", kind === "unsaved");
  };
  const fault = (field, text) => {
    const said = field.querySelector(".fault-text");
    said.hidden = !text;
    said.querySelector("span").textContent = text;
    field.classList.toggle("at-fault", Boolean(text));
  };
  const later = (field, wait) => {
    clearTimeout(waiting.get(field));
    waiting.set(field, setTimeout(() => send(field), wait));
  };

  const content = (field) => {
    const body = new URLSearchParams();
    const token = form.querySelector("input[name=_csrf]");
    if (token) body.append("_csrf", token.value);
    for (const control of field.querySelectorAll("input, select, textarea")) {
      const box = control.type === "radio" || control.type === "checkbox";
      if (control.name && (!box || control.checked)) body.append(control.name, control.value);
    }
    return body;
  };

  const send = async (field) => {
    if (sending.has(field)) {
      later(field, PAUSE);
      return;
    }
    waiting.delete(field);
    sending.add(field);
    tell(field, form.dataset.saving);
    let answer;
    try {
      answer = await fetch(`${form.dataset.autosave}/${field.dataset.question}`, {
        method: "POST",
        headers: { Accept: "application/json" },
        body: content(field),
      });
    } catch (away) {
      tell(field, form.dataset.offline, "unsaved");
      if (!waiting.has(field)) later(field, AGAIN);
      return;
    } finally {
      sending.delete(field);
    }
    const json = (answer.headers.get("Content-Type") || "").includes("json");
    const told = json ? await answer.json().catch(() => null) : null;
    if (answer.ok && told && told.saved) {
      fault(field, "");
      if (!waiting.has(field)) tell(field, told.saved);
      document.getElementById("avancee").textContent = told.count;
      for (const [key, asked] of Object.entries(told.asked)) {
        const other = form.querySelector(`[data-question="${key}"]`);
        if (other) other.hidden = !asked;
      }
    } else if (answer.status >= 500) {
      tell(field, form.dataset.offline, "unsaved");
      if (!waiting.has(field)) later(field, AGAIN);
    } else if (told && told.detail && answer.status !== 401) {
      tell(field, form.dataset.failed, "unsaved");
      fault(field, told.detail);
    } else {
      tell(field, form.dataset.signedOut, "unsaved");
    }
  };

  const changed = (event, wait) => {
    const field = event.target.closest("[data-question]");
    if (!field) return;
    const box = event.target;
    // touched: what the page showed no longer tells what was answered here
    field.querySelector("input[name$='..vu']")?.remove();
    if (box.type === "checkbox" && box.checked) {
      for (const other of field.querySelectorAll("input[type=checkbox]")) {
        if (other !== box && (box.dataset.alone !== undefined || other.dataset.alone !== undefined)) other.checked = false;
      }
    }
    if (box.inputMode === "numeric" && box.value.trim()) {
      for (const alone of field.querySelectorAll("input[type=checkbox][data-alone]")) alone.checked = false;
    }
    later(field, wait);
  };
  form.addEventListener("change", (event) => changed(event, 0));
  form.addEventListener("input", (event) => {
    if (event.target.matches("textarea, input:not([type=radio]):not([type=checkbox])")) changed(event, PAUSE);
  });
  window.addEventListener("online", () => {
    for (const field of [...waiting.keys()]) later(field, 0);
  });
  window.addEventListener("beforeunload", (event) => {
    if (waiting.size + sending.size > 0 && !form.dataset.leaving) event.preventDefault();
  });
  form.addEventListener("submit", () => {
    form.dataset.leaving = "yes";
  });
}
