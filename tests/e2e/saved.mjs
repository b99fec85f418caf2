// Checks as phones keep them.

/** The parts of working together, in the order of the check. */
const DIMENSIONS = [
  'found-together',
  'one-purpose',
  'trust',
  'backing',
  'rules',
  'roles',
  'joint-body',
  'open-talk',
  'shares',
  'skills',
  'voice',
  'openness',
  'small-start',
  'review',
  'turnover',
];

/**
 * A whole quick check, as an earlier version saved it.
 * @param {string[]} answers What is answered, in the order of the check, and again from the first.
 * @param {Record<string, boolean>} flags Which warning signs are there.
 */
export const quickCheck = (answers, flags) =>
  JSON.stringify({
    version: 1,
    items: Object.fromEntries(DIMENSIONS.map((id, place) => [`${id}-1`, answers[place % answers.length]])),
    flags,
  });

/** Answers of a whole quick check, as an earlier visit saved them. */
export const SAVED = quickCheck(['3', '2', '0', '1', '3', '3', '2', '?'], { fear: true, election: false });

/** A full check of a hall, as this version saves it, with a plan; and an earlier one of the same partnership. */
export const HALL = JSON.stringify({
  version: 2,
  checks: [
    {
      id: '11',
      name: 'Water for Ak-Bulak',
      stage: 'together',
      depth: 'quick',
      seat: 'group',
      manner: 'person',
      pace: 'item',
      started: '2026-05-02',
      changed: '2026-05-02',
      items: JSON.parse(SAVED).items,
      flags: {},
      why: {},
      hands: {},
      plan: [],
    },
    {
      id: '12',
      name: 'Water for Ak-Bulak, in the hall',
      stage: 'together',
      depth: 'full',
      seat: 'residents',
      manner: 'hall',
      pace: 'part',
      started: '2026-11-20',
      changed: '2026-11-21',
      at: 'part/2',
      items: Object.fromEntries(
        Object.keys(JSON.parse(SAVED).items).flatMap((id, place) =>
          [1, 2, 3].map((number) => [id.replace(/1$/, `${number}`), String((place + number) % 4)]),
        ),
      ),
      flags: { election: true, fear: false },
      why: {},
      hands: { 'trust-1': [2, 3, 9, 4, 1, 0], 'roles-1': [4, 0, 0, 5, 0, 1] },
      plan: [
        {
          text: 'Write half a page together: who, what, by when.',
          who: 'ayil okmot and the women’s group',
          by: '2026-12-05',
        },
        { text: 'Put one sum on the notice board.', who: 'the treasurer', by: '2026-12-01', done: true },
      ],
    },
  ],
});
