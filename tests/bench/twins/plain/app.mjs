// The list of cases in plain JavaScript: what a small team would ship without a framework. The page waits for its data; the
// cards and filters are then made once, and a change moves them about instead of making them anew.
import { drawn, open, organisation, tags } from '../model.mjs';

const library = open(await (await fetch('data.json')).json());
document.body.append(document.getElementById('page').content);

const at = (id) => document.getElementById(id);
const [box, filters, facets, count, empty, cards] = ['search', 'filters', 'facets', 'count', 'empty', 'cards'].map(at);

/** An element with its properties and children; `data` is for attributes that begin so. */
function element(name, { data = {}, ...properties } = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  Object.assign(made.dataset, data);
  made.append(...children);
  return made;
}

function card(library, entry) {
  return element(
    'li',
    { className: 'card', data: { case: entry.slug, oblast: entry.values.oblast[0] } },
    element('p', { className: 'card-place' }, entry.line),
    element('h2', {}, element('a', { href: `#/cases/${entry.slug}` }, entry.title)),
    element('p', { className: 'card-text' }, entry.point),
    element('ul', { className: 'tags' }, ...tags(library, entry).map((topic) => element('li', {}, topic))),
    element('p', { className: 'card-by' }, organisation(entry)),
  );
}

/** A filter, and the places where its values say how many cases they would leave. */
function group({ id, label, hint, values }) {
  const places = values.map((value) => [value.id, element('span', { className: 'tick-count' })]);
  const ticks = values.map((value, place) =>
    element(
      'label',
      { className: 'tick' },
      element('input', { type: 'checkbox', name: id, value: value.id }),
      element('span', { className: 'tick-name' }, value.label),
      places[place][1],
    ),
  );
  const all = element(
    'details',
    { className: 'facet' },
    element('summary', {}, label),
    element('fieldset', {}, element('legend', {}, hint), ...ticks),
  );
  return { id, all, places };
}

const made = new Map(library.cases.map((entry) => [entry.slug, card(library, entry)]));
const groups = library.facets.map(group);
facets.append(...groups.map(({ all }) => all));

function show() {
  const form = new FormData(filters);
  const chosen = Object.fromEntries(library.facets.map(({ id }) => [id, form.getAll(id)]));
  const { shown, counts } = library.list(box.value, chosen);
  cards.replaceChildren(...shown.map((entry) => made.get(entry.slug)));
  count.replaceChildren(
    element('span', { data: { count: shown.length } }, `${shown.length}`),
    shown.length === 1 ? ' case' : ' cases',
  );
  empty.hidden = shown.length > 0;
  for (const { id, places } of groups) {
    for (const [value, place] of places) place.textContent = counts[id][value];
  }
}

show();
box.addEventListener('input', show);
filters.addEventListener('change', show);
// The event comes before the boxes are empty.
filters.addEventListener('reset', () => setTimeout(show));
await drawn();
await library.prepare();
// What was typed in the meantime.
if (box.value) show();
document.documentElement.dataset.ready = 'true';
