// Random numbers that are the same in every run: a measurement that cannot be repeated is none.

/** Random numbers from 0 up to 1, one row for each list of seeds (mulberry32). */
export function random(...seeds) {
  let state = seeds.reduce((hash, seed) => (Math.imul(hash ^ seed, 0x9e3779b1) + 0x7f4a7c15) | 0, 2006);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pick = (list, next) => list[Math.floor(next() * list.length)];

/** The list in another order (Fisher and Yates). */
export function shuffled(list, ...seeds) {
  const next = random(...seeds);
  const order = [...list];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [order[at], order[other]] = [order[other], order[at]];
  }
  return order;
}
