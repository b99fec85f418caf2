// Shows the plain notice when the app cannot start: a browser without WebAssembly, a file that did not
// arrive, a refused script. Written for browsers that know nothing newer than ES5.
(function () {
  'use strict';
  // The page begins with the list of cases. Whoever asks for another one would only see it flash by.
  var deep = !/^#?\/?$/.test(location.hash);
  if (deep) document.documentElement.className = 'deep';
  function show(id, visible) {
    var element = document.getElementById(id);
    if (element) element.hidden = !visible;
  }
  function fail() {
    if (document.documentElement.getAttribute('data-ready')) return;
    show('opening', false);
    show('failure', true);
  }
  // `true`: a script or style that does not load tells only on the way down, not on the way up.
  window.addEventListener('error', fail, true);
  window.addEventListener('unhandledrejection', fail);
  document.addEventListener('DOMContentLoaded', function () {
    show('opening', deep);
    document.getElementById('again').addEventListener('click', function () { location.reload(); });
    if (typeof WebAssembly !== 'object' || !('noModule' in document.createElement('script'))) fail();
  });
})();
