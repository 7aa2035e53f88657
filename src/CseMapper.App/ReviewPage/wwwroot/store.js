// Texts kept in the browser. Where it keeps none (its storage is full, or switched off), they live as long as the page.
const kept = new Map();

export function read(key) {
  if (kept.has(key)) return kept.get(key);
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text; null forgets it. */
export function write(key, text) {
  kept.delete(key);
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    kept.set(key, text);
  }
}
