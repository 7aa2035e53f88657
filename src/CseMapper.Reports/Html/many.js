
// Finds documents in a large folder. Without this script the lists are unfolded by hand.
(() => {
  'use strict';
  const mostOpen = 5;
  const find = document.getElementById('find');
  const found = document.getElementById('found');
  const groups = [...document.querySelectorAll('#documents .folder, #documents .listed')].map(node => ({ node, rows: null }));

  const rowsOf = group => group.rows ??= [...group.node.querySelectorAll('tbody tr, li.file')].map(node => ({
    node,
    text: `${group.node.dataset.folder ?? ''}${node.textContent}`.toLowerCase(),
  }));

  const apply = () => {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    let open = 0;
    for (const group of groups) {
      let fitting = 0;
      for (const row of rowsOf(group)) {
        const fits = words.every(word => row.text.includes(word));
        if (row.node.hidden === fits) row.node.hidden = !fits;
        if (fits) fitting++;
      }
      count += fitting;
      group.node.hidden = fitting === 0;
      if (group.node.localName === 'details') group.node.open = words.length > 0 && fitting > 0 && open++ < mostOpen;
    }
    found.value = words.length > 0 ? `${count.toLocaleString('en-GB')} found` : '';
  };

  let waiting = 0;
  find.closest('form').hidden = false;
  find.closest('form').addEventListener('submit', event => event.preventDefault());
  find.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 200);
  });
})();
