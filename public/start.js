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
  function fail(event) {
    if (document.documentElement.getAttribute('data-ready')) {
      // Once the app answers, only its own end counts: a file of somebody's browser extension is none of ours.
      var error = event && (event.error || event.reason);
      if (typeof WebAssembly !== 'object' || !(error instanceof WebAssembly.RuntimeError)) return;
    } else {
      goBack();
    }
    show('opening', false);
    show('failure', true);
    // What the app had drawn stays below, and the reader may be far down in it.
    document.getElementById('failure').scrollIntoView();
  }
  // A newer version that cannot start: the worker still has the one before it.
  function goBack() {
    try {
      var worker = navigator.serviceWorker.controller;
      var channel = new MessageChannel();
      channel.port1.onmessage = function (answer) { if (answer.data) location.reload(); };
      worker.postMessage(['failed'], [channel.port2]);
    } catch (refused) {
      // No worker here, or none that we may talk to: the notice stays.
    }
  }
  // `true`: a script or style that does not load tells only on the way down, not on the way up.
  window.addEventListener('error', fail, true);
  window.addEventListener('unhandledrejection', fail);
  // The browser's offer to put the app on the home screen: kept until there is a fitting moment (`effects/install.rs`).
  window.addEventListener('beforeinstallprompt', function (event) {
    event.preventDefault();
    window.asharInstall = event;
    window.dispatchEvent(new Event('ashar-install'));
  });
  document.addEventListener('DOMContentLoaded', function () {
    show('opening', deep);
    document.getElementById('again').addEventListener('click', function () { location.reload(); });
    if (typeof WebAssembly !== 'object' || !('noModule' in document.createElement('script'))) fail();
  });
})();
