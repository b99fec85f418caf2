// A person with a pen: fills in the printed form that stands on a page, and counts with its own tables only.

/**
 * Ticks the boxes of `#/check/paper`, counts as the form says, writes the sums in, and gives the words: one for each
 * part, and the one for the whole. `answers`: by the number of the statement on the form, from 0: '0' to '3', '?', '-'.
 */
export const fill = (page, answers) =>
  page.evaluate((given) => {
    const text = (element) => element.textContent.trim();
    const tables = [...document.querySelectorAll('.paper__score table')];
    const [each, whole] = tables.map((table) => [...table.tBodies[0].rows].map((row) => [...row.cells].map(text)));
    const names = tables.map((table) => [...table.tHead.rows[0].cells].map(text).slice(1));
    const within = (cell, number) => {
      const [from, to = from] = cell.replace(/^.*: /, '').split('–').map(Number);
      return number >= from && number <= to;
    };
    /** A line of the form with these figures in their places; none may stay empty. */
    const filled = (line, figures) => {
      const done = Object.entries(figures).reduce(
        (text, [label, figure]) => text.replace(new RegExp(`${label}: _+`), `${label}: ${figure}`),
        line,
      );
      if (done.includes('__')) throw new Error(`the form has a place that nothing is written into: ${done}`);
      return done;
    };
    let number = 0;
    let sum = 0;
    const groups = new Set();
    const words = [];
    for (const part of document.querySelectorAll('.paper tbody:has(.paper__part)')) {
      const signs = [];
      for (const row of part.querySelectorAll('tr:not(.paper__part, .paper__sum)')) {
        const sign = given[number] ?? '';
        number += 1;
        signs.push(sign);
        const boxes = [...row.querySelectorAll('.paper__box')];
        const box = boxes.find((cell) => text(cell) === sign.replace('-', '–'));
        if (box) box.append('✗');
      }
      const known = signs.filter((sign) => /[0-3]/.test(sign)).map(Number);
      const points = known.reduce((all, one) => all + one, 0);
      const unknown = signs.filter((sign) => sign === '?').length;
      const line = each.find(([answered]) => Number(answered) === known.length);
      if (!line || unknown >= 2) {
        words.push(null);
        continue;
      }
      const at = line.slice(1, 4).findIndex((cell) => within(cell, points));
      const worth = points * Number(line[4]?.match(/\d+/)[0] ?? 1);
      words.push(names[0][at]);
      sum += worth;
      groups.add(part.closest('table'));
      const place = part.querySelector('.paper__sum td');
      place.textContent = filled(place.textContent, {
        'answers counted': known.length,
        points,
        score: worth,
        level: names[0][at],
      });
    }
    const count = words.filter(Boolean).length;
    const line = whole.find(([parts]) => Number(parts) === count);
    const all = document.querySelectorAll('.paper-form > table:has(.paper__part)').length;
    if (!line || groups.size < all) return { words, whole: null };
    const weak = [2, 3, 5].filter((at) => words[at] === 'Start here').length;
    const reached = line.slice(1).findIndex((cell) => within(cell, sum));
    const at = Math.min(reached, weak === 0 ? 3 : weak === 1 ? 1 : 0);
    const cell = tables[1].tBodies[0].rows[whole.indexOf(line)].cells[at + 1];
    cell.append(' ✗');
    const result = document.querySelector('.paper__score .paper__fill');
    result.textContent = filled(result.textContent, {
      'Areas counted': count,
      'total score': sum,
      'overall result': names[1][at],
    });
    return { words, whole: names[1][at] };
  }, answers);
