// Finding and ordering proposals on the report's page, without a server. What is read without it
// stays whole: controls appear once this runs, and paper shows every proposal in its order. The
// page is well-formed XML, so no ampersand and no less-than sign stand here.
(() => {
  const find = document.querySelector('form.find');
  const rows = [...document.querySelectorAll('tr[data-areas]')];
  if (!find || rows.length === 0) return;
  const full_list = [...document.querySelectorAll('#a1-rows > tr')]; // the same proposals again
  const status = find.querySelector('[role=status]');
  const said = status.dataset.said;

  // Case, marks of the apostrophe and the ends of longer words make no difference.
  const plain = (text) => text.toLowerCase().replace(/[’ʼ'`]/g, '’');
  const stems = (text) =>
    plain(text)
      .split(/[^\p{L}\p{N}’]+/u)
      .filter(Boolean)
      .map((word) => (word.length > 4 ? word.slice(0, -2) : word));
  const cards = rows.map((row, at) => ({
    rows: full_list[at] ? [row, full_list[at]] : [row],
    at,
    text: plain(row.textContent),
    areas: row.dataset.areas.split(' '),
    votes: Number(row.dataset.votes || 0),
    outcome: row.dataset.outcome,
  }));

  const orders = {
    number: (a, b) => a.at - b.at,
    votes: (a, b) => b.votes - a.votes || a.at - b.at,
    area: (a, b) => a.areas[0].localeCompare(b.areas[0]) || a.at - b.at,
  };
  const chosen = (name) => (find.elements[name] ? find.elements[name].value : '');

  function order(by) {
    const sorted = [...cards].sort(orders[by] || orders.number);
    for (const card of sorted) {
      for (const row of card.rows) row.parentNode.append(row);
    }
  }

  function show() {
    const words = stems(chosen('text'));
    let shown = 0;
    for (const card of cards) {
      const is_found = [
        words.every((word) => card.text.includes(word)),
        chosen('area') === '' || card.areas.includes(chosen('area')),
        chosen('outcome') === '' || card.outcome === chosen('outcome'),
      ].every(Boolean);
      shown += is_found ? 1 : 0;
      for (const row of card.rows) row.hidden = !is_found;
    }
    status.textContent = said.replace('{shown}', shown).replace('{all}', cards.length);
  }

  find.addEventListener('submit', (event) => event.preventDefault());
  find.addEventListener('input', show);
  find.addEventListener('change', (event) => {
    if (event.target.name === 'order') order(chosen('order'));
    show();
  });
  find.addEventListener('reset', () => setTimeout(() => (order('number'), show())));
  window.addEventListener('beforeprint', () => order('number'));
  window.addEventListener('afterprint', () => order(chosen('order')));
  find.hidden = false;
  show();
})();
