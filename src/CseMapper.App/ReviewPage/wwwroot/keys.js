// One hand on the keyboard: left-hand letters, only while no text is being typed, and to be switched off.
import { cards, choose, chooseNext, current } from "./cards.js";
import { submit, undo } from "./decide.js";
import { read, write } from "./store.js";

const off = "csemapper/keys-off";
const keys = [
  ["d", "Next passage", () => step(1)],
  ["e", "Previous passage", () => step(-1)],
  ["a", "Accept", () => act("accept")],
  ["x", "Reject", () => act("reject")],
  ["s", "Not sure", () => act("unsure")],
  ["z", "Undo the last thing done about this element", undo],
  ["c", "Write a remark on the passage", comment],
  ["v", "See the page of the document", () => current()?.querySelector("[data-show]")?.click()],
  ["w", "Next element that needs work", () => document.querySelector("[data-next-work]")?.click()],
  ["q", "Go to the commentary", () => document.getElementById("commentary-text")?.focus()],
  ["?", "Show this list", show],
];

export function watchKeys() {
  document.addEventListener("keydown", pressed);
  document.addEventListener("focusin", event => {
    const card = event.target.closest("[data-card]");
    if (card) choose(card, false);
  });
  const button = document.querySelector("[data-keys]");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", show);
  }
  const named = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  if (named?.matches("[data-card]")) choose(named, true);
}

function pressed(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || document.querySelector("dialog[open]")) return;
  if (event.target.closest("input:not([type=radio]):not([type=checkbox]), textarea, select")) {
    if (event.key === "Escape") event.target.closest("[data-card]")?.focus();
    return;
  }
  if (read(off) && event.key !== "?") return;
  const key = keys.find(([letter]) => letter === event.key.toLowerCase());
  if (!key) return;
  event.preventDefault();
  // A key that is held down moves on, but decides once.
  if (event.repeat && !["d", "e"].includes(key[0])) return;
  key[2]();
}

function act(action) {
  const card = current();
  if (card) decide(card, action);
  else step(1);
}

/** Decides about a card; the focus goes on at once to the next one that is open, and nothing else moves. */
function decide(card, action) {
  const button = card.querySelector(`button[value=${action}]`);
  if (!button) return;
  submit(button.form, button);
  chooseNext(card);
}

function step(by) {
  const all = cards();
  const at = all.indexOf(current());
  const next = at < 0 ? all[0] : all[at + by];
  if (next) choose(next, true);
}

function comment() {
  const card = current();
  const field = card?.querySelector("textarea");
  if (!field) return;
  field.closest("details").open = true;
  field.focus();
}

function show() {
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-labelledby", "keys-title");
  const title = Object.assign(document.createElement("h2"), { id: "keys-title", textContent: "Keyboard shortcuts" });
  const table = document.createElement("table");
  for (const [letter, meaning] of keys) {
    const row = table.insertRow();
    const head = Object.assign(document.createElement("th"), { scope: "row" });
    head.append(Object.assign(document.createElement("kbd"), { textContent: letter }));
    row.append(head);
    row.insertCell().textContent = meaning;
  }
  const label = document.createElement("label");
  const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: !read(off) });
  box.addEventListener("change", () => write(off, box.checked ? null : "1"));
  label.append(box, " Single letters are shortcuts");
  const close = Object.assign(document.createElement("button"), { textContent: "Close" });
  close.addEventListener("click", () => dialog.close());
  const line = document.createElement("p");
  line.append(close);
  dialog.append(title, table, label, line);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  close.focus();
}
