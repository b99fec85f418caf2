// Shows the plain notice when the app cannot start: a browser without WebAssembly, a file that did not
// arrive, a refused script. Written for browsers that know nothing newer than ES5.
(function () {
  'use strict';
  function fail() {
    if (document.documentElement.getAttribute('data-ready')) return;
    var waiting = document.getElementById('waiting');
    var notice = document.getElementById('failure');
    if (waiting) waiting.hidden = true;
    if (notice) notice.hidden = false;
  }
  // `true`: a script or style that does not load tells only on the way down, not on the way up.
  window.addEventListener('error', fail, true);
  window.addEventListener('unhandledrejection', fail);
  document.addEventListener('DOMContentLoaded', function () {
    if (typeof WebAssembly !== 'object' || !('noModule' in document.createElement('script'))) fail();
  });
})();
