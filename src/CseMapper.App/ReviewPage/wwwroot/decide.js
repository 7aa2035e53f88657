// Sends forms without leaving the page. What could not be sent yet waits in the browser and is sent as soon as the program is back.
import { onReached, refresh, say, take } from "./live.js";
import { read, write } from "./store.js";
import { forget } from "./drafts.js";

const { project, reviewer } = document.body.dataset;
const store = `csemapper/${project}/${reviewer}/outbox`;
const waitText = "Not saved yet: the program cannot be reached. Your decisions wait in this window and are sent as soon as it is back.";
const patience = 2000;
let sending = Promise.resolve();
let again = 0;

export function watchForms() {
  document.addEventListener("submit", event => {
    const form = event.target.closest("form[data-decide]");
    if (!form) return;
    event.preventDefault();
    submit(form, event.submitter);
  });
  const rest = () => { if (outbox().length > 0) flush(); };
  onReached.push(rest);
  addEventListener("online", rest);
}

/** Sends a form as if the button had been pressed. */
export function submit(form, button, then = () => {}) {
  const fields = new URLSearchParams(new FormData(form, button));
  if (form.matches("[data-rest]")) addOpened(fields);
  send(form.getAttribute("action"), fields, form, then);
}

/** Takes back the last thing done on this page. */
export function undo() {
  const element = document.getElementById("notice")?.dataset.element;
  if (element) send("/undo", new URLSearchParams({ element }), null, () => {});
}

function send(url, fields, form, then) {
  fields.delete("token");
  // Not randomUUID: browsers have it on HTTPS and on this machine only.
  fields.set("batch", Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, "0")).join(""));
  const card = form?.closest("[data-card]");
  card?.querySelector(".verdict")?.classList.add("sending");
  put([...outbox(), { url, fields: fields.toString() }]);
  flush(form).then(isSaved => {
    if (!isSaved) return;
    if (form) forget(form);
    then();
  });
}

/** One after the other, in the order in which they were pressed. */
function flush(form) {
  sending = sending.then(() => flushAll(form), () => flushAll(form));
  return sending;
}

async function flushAll(form) {
  let isSaved = true;
  for (let next = outbox()[0]; next; next = outbox()[0]) {
    const html = await post(next);
    if (html === null) {
      say(waitText);
      clearTimeout(again);
      again = setTimeout(flush, patience);
      return false;
    }
    if (again) {
      clearTimeout(again);
      again = 0;
      say("");
    }
    // Another window may have sent the same and taken it out: never by its place.
    put(outbox().filter(entry => entry.fields !== next.fields));
    isSaved = html === "" ? false : show(html, form);
  }
  return isSaved;
}

/** Of a decision about another element, taken on an earlier page, only that it was saved concerns this one. */
function show(html, form) {
  const fetched = new DOMParser().parseFromString(html, "text/html");
  const element = page => page.getElementById("notice")?.dataset.element;
  if (element(fetched) !== element(document)) refresh();
  else take(fetched);
  if (document.querySelector(".verdict.sending")) refresh();
  if (form?.contains(document.getElementById("commentary-text"))) document.getElementById("commentary-text").defaultValue = fetched.getElementById("commentary-text")?.value ?? "";
  return !fetched.querySelector("#notice .trouble");
}

/** The page as it is after the change; empty where it was refused for good; null where it has to be tried again. */
async function post(entry, isSecond = false) {
  try {
    const fields = new URLSearchParams(entry.fields);
    fields.set("token", document.querySelector("input[name=token]").value);
    const answer = await fetch(entry.url, { method: "POST", body: fields });
    if (answer.ok) return await answer.text();
    if (answer.status === 403 && !isSecond && await renewToken()) return await post(entry, true);
    // A fault of the program itself would come again and again, and keep all later decisions waiting.
    if (answer.status === 401 || answer.status > 500) return null;
    say(await answer.text());
    for (const verdict of document.querySelectorAll(".verdict.sending")) verdict.classList.remove("sending");
    return "";
  } catch {
    return null;
  }
}

/** After signing in anew in another window, the forms of this one are of the earlier sign-in. */
async function renewToken() {
  const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
  if (!answer.ok) return false;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("input[name=token]");
  if (!fresh) return false;
  for (const field of document.querySelectorAll("input[name=token]")) field.value = fresh.value;
  return true;
}

/** Weak candidates are rejected with the rest only while they are unfolded, that is, visible. */
function addOpened(fields) {
  for (const card of document.querySelectorAll("#weak[open] [data-card]")) {
    if (card.querySelector("[data-verdict=open]")) fields.append("card", card.querySelector("input[name=card]").value);
  }
}

function outbox() {
  try {
    return JSON.parse(read(store) ?? "[]");
  } catch {
    return [];
  }
}

function put(entries) {
  write(store, entries.length > 0 ? JSON.stringify(entries) : null);
}
