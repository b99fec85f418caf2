// What watches a first visit from inside, the same for every page: put into it before any of its own scripts. It sees
// nothing but what the pages have in common: `data-case` on cards, one search box, `data-ready` on the root.

/**
 * Runs in the page, so it may use nothing from outside. Types `word` as early as a person could: once the page says that
 * it answers input and has been drawn as such. Answered is the first list that is shorter than before, and has the case
 * `slug` in it, which the word is known to find. `all`: how many cases there are.
 */
function probe({ word, slug, all }) {
  const visit = { shift: 0 };
  globalThis.visit = visit;
  const cards = () => [...document.querySelectorAll('[data-case]')];
  /** Waits for the frame that shows what has just changed. */
  const drawn = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          resolve(performance.now());
        };
        port2.postMessage(null);
      });
    });
  /** Calls `then` with each entry; what the typing causes is no part of how the page appeared. */
  const watch = (type, then) =>
    new PerformanceObserver((list) =>
      list
        .getEntries()
        .filter((entry) => !(entry.startTime > visit.typed))
        .forEach(then),
    ).observe({ type, buffered: true });
  watch('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') visit.paint = entry.startTime;
  });
  watch('largest-contentful-paint', (entry) => {
    visit.largest = entry.startTime;
  });
  watch('layout-shift', (entry) => {
    visit.shift += entry.value;
  });

  /** Waits until the page meets a condition, which is looked at after every change of it. */
  const until = (condition) =>
    new Promise((resolve) => {
      const changed = () => {
        if (!condition()) return;
        observer.disconnect();
        resolve();
      };
      const observer = new MutationObserver(changed);
      observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-ready'] });
    });

  function type() {
    const box = document.querySelector('input[type=search]');
    // React hears only of what is set past its own property.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(box, word);
    visit.typed = performance.now();
    box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: word }));
  }
  const answered = () => {
    const shown = cards();
    return shown.length > 0 && shown.length < all && shown.some((card) => card.dataset.case === slug);
  };

  until(() => document.querySelector('[data-case]'))
    .then(drawn)
    .then((time) => {
      visit.cases = time;
    });
  visit.done = until(() => document.documentElement?.dataset.ready === 'true')
    .then(drawn)
    .then(async () => {
      visit.ready = performance.now();
      // The answer may be there before the event is over.
      const answer = until(answered);
      type();
      if (!answered()) await answer;
      visit.search = await drawn();
    });
}

/** The script to put into a page. */
export const script = (options) => `(${probe})(${JSON.stringify(options)})`;
