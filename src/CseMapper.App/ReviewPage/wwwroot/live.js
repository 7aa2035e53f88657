// Keeps the window in step with the program: it says that something changed, and the parts marked data-live are fetched anew.
const body = document.body;
const patience = 2000;
let source = null;
let timer = 0;
let lost = 0;

/** Calls what is to happen when the program can be reached again. */
export const onReached = [];

/** Calls what is to happen when live parts were replaced. */
export const onTaken = [];

/** Shows a line at the top, or takes it away. */
export function say(text, link) {
  const line = document.getElementById("connection");
  line.replaceChildren();
  if (!text) return;
  line.append(text);
  if (!link) return;
  const a = document.createElement("a");
  a.href = link.href;
  a.textContent = link.text;
  line.append(a);
}

/** Takes over the live parts of a page that was fetched. */
export function take(fetched, keep = () => false) {
  const isNewRun = fetched.body.dataset.run !== body.dataset.run;
  for (const old of document.querySelectorAll("[data-live][id]")) {
    const fresh = fetched.getElementById(old.id);
    if (fresh && !keep(old) && fresh.outerHTML !== old.outerHTML) replace(old, document.importNode(fresh, true));
  }
  body.dataset.version = fetched.body.dataset.version ?? body.dataset.version;
  if (isNewRun && document.querySelector("[data-card]")) say("A new run has finished. ", { href: location.pathname, text: "Show its passages" });
  else if (isNewRun) body.dataset.run = fetched.body.dataset.run;
  for (const call of onTaken) call(fetched);
}

function replace(old, fresh) {
  const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
  const open = [...old.querySelectorAll("details")].map(details => details.open);
  fresh.querySelectorAll("details").forEach((details, at) => { details.open = open[at] ?? false; });
  old.replaceWith(fresh);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

/** Fetches this page again and takes over its live parts; what was said of the last decision stays. */
export async function refresh() {
  try {
    const answer = await fetch(location.pathname + location.search, { headers: { Accept: "text/html" } });
    if (answer.ok) take(new DOMParser().parseFromString(await answer.text(), "text/html"), old => old.id === "notice" || isTyped(old));
  } catch {
    // The stream of changes notices by itself that the program is away.
  }
}

/** Listens for changes while somebody looks at the window: browsers allow few open connections to one address. */
export function connect() {
  document.addEventListener("visibilitychange", () => document.hidden ? close() : open());
  open();
}

function close() {
  source?.close();
  source = null;
}

function open() {
  if (source) return;
  source = new EventSource("/events");
  source.addEventListener("open", () => {
    clearTimeout(lost);
    lost = 0;
    if (document.getElementById("connection").dataset.lost) {
      delete document.getElementById("connection").dataset.lost;
      say("");
    }
    for (const call of onReached) call();
  });
  source.addEventListener("change", event => {
    if (event.data === body.dataset.version) return;
    clearTimeout(timer);
    timer = setTimeout(refresh, 60);
  });
  source.addEventListener("error", () => {
    if (source?.readyState === EventSource.CLOSED) {
      close();
      setTimeout(open, patience);
    }
    lost ||= setTimeout(() => {
      document.getElementById("connection").dataset.lost = "1";
      say("The program cannot be reached, or has been started anew. What you type and decide is kept here and saved when it is back; open the address it has printed in another window if you are signed out.");
    }, patience);
  });
}

/** The version that a commentary was begun on must stay while somebody writes: else a text of somebody else would be overwritten unseen. */
function isTyped(old) {
  const text = document.getElementById("commentary-text");
  return old.id === "base" && text !== null && text.value !== text.defaultValue;
}
