// The cards of an element: which there are, and which one the keys are about.
let last = null;

/** Those that can be seen, in their order. */
export function cards() {
  return [...document.querySelectorAll("[data-card]")].filter(card => card.checkVisibility());
}

/** The one that keys are about, or null. */
export function current() {
  return document.activeElement?.closest?.("[data-card]") ?? (last?.isConnected ? last : null);
}

/** The next card that nobody has judged; the same one stays where there is none. */
export function chooseNext(card) {
  const all = cards();
  const after = all.slice(all.indexOf(card) + 1).find(one => one.querySelector("[data-verdict=open]"));
  choose(after ?? card, true);
}

/** Makes a card the one that keys are about. */
export function choose(card, moves) {
  if (last !== card) {
    last?.classList.remove("chosen");
    card.classList.add("chosen");
    last = card;
    card.dispatchEvent(new CustomEvent("chosen", { bubbles: true }));
  }
  if (!moves) return;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}
