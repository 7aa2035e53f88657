// Shows the page of the document beside the chosen passage, where there is room for it.
const wide = matchMedia("(min-width: 68rem)");
let asked = null;
let timer = 0;

export function watchDrawing() {
  if (!document.getElementById("drawing")) return;
  document.addEventListener("chosen", event => {
    if (!wide.matches) return;
    clearTimeout(timer);
    timer = setTimeout(() => load(event.target.dataset.drawing), 80);
  });
  document.addEventListener("click", event => {
    const link = event.target.closest("a[data-show], #drawing a[data-turn]");
    if (!link || !wide.matches || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    load(link.getAttribute("href"));
  });
}

async function load(address) {
  asked?.abort();
  asked = new AbortController();
  const place = document.getElementById("drawing");
  place.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address + "&part=1", { signal: asked.signal });
    if (!answer.ok) return;
    const part = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceChildren(...[...part.body.childNodes].map(node => document.importNode(node, true)));
    place.scrollTop = 0;
    const found = document.getElementById("found");
    if (found) place.scrollTop = found.getBoundingClientRect().top - place.getBoundingClientRect().top - place.clientHeight / 3;
  } catch {
    // Another passage was chosen meanwhile, or the program is away: the card says so.
  } finally {
    place.removeAttribute("aria-busy");
  }
}
