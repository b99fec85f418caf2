// The words of the interface, for tests that look for a control or a message by what people read on it.
import { readFileSync } from 'node:fs';

/** @type {Record<string, string | Record<string, string>>} */
const WORDS = JSON.parse(readFileSync(new URL('../../data/words/en.json', import.meta.url), 'utf8'));

/**
 * A text in English, with its parameters filled in.
 * @param {string} key
 * @param {Record<string, string | number>} [parameters]
 */
export function words(key, parameters = {}) {
  const text = WORDS[key];
  const form = typeof text === 'object' ? text[parameters.n === 1 ? 'one' : 'other'] : text;
  if (form === undefined) throw new Error(`data/words/en.json has no ${key}`);
  return form.replace(/\{(\w+)\}/g, (_, name) => String(parameters[name]));
}
