// What there is to open: the release, and every screen in it.

/** The folder of the release. */
export const DIST = new URL('../../dist', import.meta.url).pathname;

/** Every screen of the app, by the address a person would send. */
export const SCREENS = [
  '#/',
  '#/?q=water',
  '#/?oblast=osh&topic=water',
  '#/?oblast=naryn&topic=refugees',
  '#/cases/shazet',
  '#/cases/fti?at=obstacles',
  '#/cases/shazet?at=results&q=water%20pipes%20ayil%20okmot',
  '#/?q=zzqx',
  '#/?q=irigation%20',
  '#/cases/suzak-villages',
  '#/difficulties',
  '#/difficulties?at=distrust',
  '#/factors?at=trust',
  '#/check',
  '#/check/new',
  '#/check/setup',
  '#/check/1',
  '#/check/15',
  '#/check/part/1',
  '#/check/flags',
  '#/check/answers',
  '#/check/result',
  '#/check/plan',
  '#/check/paper',
  '#/check/paper?stage=before&depth=full',
  '#/glossary',
  '#/about',
  '#/embed',
  '#/offline',
  '#/more',
  '#/no-such-page',
  '#/cases/no-such-case',
];
