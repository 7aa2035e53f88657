// Search and filters. Without this script everything is shown.
(() => {
  'use strict';
  const form = document.getElementById('filters');
  const search = document.getElementById('search');
  const source = document.getElementById('source');
  const status = document.getElementById('shown');
  const states = [...form.querySelectorAll('input[name="state"]')];
  const weak = document.getElementById('weak');
  const elements = [...document.querySelectorAll('.element')].map(node => ({
    node,
    state: node.dataset.state,
    text: node.querySelector('h4').textContent.toLowerCase(),
    more: node.querySelector('.more'),
    cards: [...node.querySelectorAll('.card')].map(card => ({
      node: card,
      sources: card.dataset.sources.split(' '),
      isWeak: card.classList.contains('weak'),
      text: null,
    })),
  }));
  const groups = [...document.querySelectorAll('.group')].reverse();

  const textOf = card => card.text ??= [...card.node.querySelectorAll('.source, .quote, .also, .flag')]
    .map(part => part.textContent).join(' ').toLowerCase();

  const showElement = (element, words, wanted, from) => {
    const inHeading = words.every(word => element.text.includes(word));
    let shown = 0;
    let weakShown = false;
    for (const card of element.cards) {
      const fits = (from === '' || card.sources.includes(from))
        && (inHeading || words.every(word => element.text.includes(word) || textOf(card).includes(word)));
      card.node.hidden = !fits;
      if (fits && card.isWeak) weakShown = true;
      if (fits) shown++;
    }
    const visible = wanted.has(element.state) && (shown > 0 || (inHeading && from === ''));
    element.node.hidden = !visible;
    const filtering = words.length > 0 || from !== '';
    if (element.more) element.more.open = weakShown && (weak.checked || (filtering && !inHeading));
    return visible ? shown : -1;
  };

  const apply = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = new Set(states.filter(box => box.checked).map(box => box.value));
    let count = 0;
    let passages = 0;
    for (const element of elements) {
      const shown = showElement(element, words, wanted, source.value);
      if (shown < 0) continue;
      count++;
      passages += shown;
    }
    for (const group of groups) group.hidden = !group.querySelector('.element:not([hidden])');
    status.value = `${count} of ${elements.length} elements, ${passages} passages`;
  };

  let waiting = 0;
  const applySoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 120);
  };

  const clear = () => {
    form.reset();
    apply();
  };

  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest('[hidden]')) clear();
    for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    target.scrollIntoView();
  };

  form.hidden = false;
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('input', applySoon);
  form.addEventListener('reset', () => setTimeout(apply));
  document.getElementById('fold').addEventListener('click', () => elements.forEach(element => { element.node.open = false; }));
  document.getElementById('unfold').addEventListener('click', () => elements.forEach(element => { element.node.open = true; }));
  document.addEventListener('keydown', event => {
    const typing = event.target.matches('input, select, textarea');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
    } else if (event.key === 'Escape' && event.target === search) {
      clear();
    }
  });
  addEventListener('hashchange', reveal);
  apply();
  if (location.hash) reveal();
})();
