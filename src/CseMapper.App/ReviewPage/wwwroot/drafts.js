// Keeps what is typed in the browser until it is saved.
import { onTaken } from "./live.js";
import { read, write } from "./store.js";

const { project, reviewer } = document.body.dataset;
const keyOf = field => `csemapper/${project}/${reviewer}/draft/${field.dataset.draft}`;

export function watchDrafts() {
  for (const field of document.querySelectorAll("[data-draft]")) restore(field);
  document.addEventListener("input", event => {
    const field = event.target.closest("[data-draft]");
    if (!field) return;
    write(keyOf(field), field.value === field.defaultValue ? null : field.value);
  });
  onTaken.push(takeCommentary);
}

/** Forgets the drafts of a form that was saved, and empties its remarks. */
export function forget(form) {
  for (const field of form.querySelectorAll("[data-draft]")) {
    write(keyOf(field), null);
    if (field.id !== "commentary-text") field.value = "";
  }
}

function restore(field) {
  const typed = read(keyOf(field));
  if (typed === null || typed === field.value) return;
  field.value = typed;
  const details = field.closest("details");
  if (details) details.open = true;
  const hint = document.createElement("p");
  hint.className = "hint";
  hint.textContent = "Not saved yet: this is what you had typed.";
  field.after(hint);
  field.addEventListener("input", () => hint.remove(), { once: true });
}

/** Another window has saved a commentary: show it here, unless somebody is writing. */
function takeCommentary() {
  const field = document.getElementById("commentary-text");
  const saved = document.getElementById("versions")?.dataset.text;
  if (!field || saved === undefined || field.value !== field.defaultValue) return;
  field.value = saved;
  field.defaultValue = saved;
}
