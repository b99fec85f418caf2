// MiniSearch with the settings its documentation shows for search as you type: every word also as a beginning, and
// mistakes in a fifth of its letters forgiven. Field weights are ours. Words are combined with OR, its default, which
// also is what ours falls back to. Nothing is stored beside the index, since the app has the records anyway.
import MiniSearch from 'minisearch';
import { BOOST, FIELDS, documents } from '../documents.mjs';

let search;
let document;

export function load({ facets }) {
  document = documents(facets);
  search = new MiniSearch({ fields: FIELDS, searchOptions: { prefix: true, fuzzy: 0.2, boost: BOOST } });
}
export const read = (lines) => lines.map((line) => document(JSON.parse(line)));
export const add = (batch) => search.addAll(batch);
export const find = (query, most) => search.search(query).slice(0, most);
export const slugs = (found, most) => found.slice(0, most).map((hit) => hit.id);
