// Columns of text that nobody can read because a word or two fill a line.

/** Narrower than this, a sentence takes a line for every word. In CSS pixels. */
const LEAST = 120;
/** Fewer letters are a number, a mark or a short label, which may stand in a narrow column. */
const SENTENCE = 30;

/**
 * The sentences that stand in too narrow a column: how wide it is, and how each begins.
 * @param {import('playwright-core').Page} page
 */
export const narrowColumns = (page) =>
  page.evaluate(
    ([least, sentence]) => {
      const columns = [...document.querySelectorAll('main :is(td, th, li, p, dd, dt, label, legend, h1, h2, h3)')];
      const isShown = (element) => element.checkVisibility() && !element.closest('.unseen, .only-print');
      return columns
        .filter((element) => isShown(element) && element.textContent.trim().length >= sentence)
        .map((element) => ({
          width: Math.round(element.getBoundingClientRect().width),
          text: element.textContent.trim(),
        }))
        .filter(({ width }) => width < least)
        .map(({ width, text }) => `${width} px: ${text.slice(0, 40)}`);
    },
    [LEAST, SENTENCE],
  );
