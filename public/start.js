// Shows the plain notice when the app cannot start: a browser without WebAssembly, a file that did not arrive or came
// changed, a refused script. Written for browsers that know nothing newer than ES5.
(function () {
  'use strict';
  var root = document.documentElement;
  // In a page that somebody saved, it says that the app answers.
  root.removeAttribute('data-ready');
  // The page begins with the list of cases. Whoever asks for another one would only see it flash by.
  if (!/^#?\/?$/.test(location.hash)) root.className = 'deep';
  // In a frame, the page around it may settle that it is light or dark (`domain/embed.rs`), whatever the phone has.
  window.asharTheme = function (theme) {
    var chosen = theme === 'dark' || theme === 'light';
    root.style.colorScheme = chosen ? theme : '';
    /** @type {HTMLStyleElement} */
    var own = document.querySelector('#ashar-style');
    // While working, the styles stand in files of their own.
    var rules = (own ? own.sheet : document.styleSheets[0]).cssRules;
    for (var at = 0; at < rules.length; at += 1) {
      var media = rules[at].media;
      if (media && (rules[at].asharOwn || /color-scheme/.test(media.mediaText))) {
        rules[at].asharOwn = rules[at].asharOwn || media.mediaText;
        media.mediaText = chosen ? (theme === 'dark' ? 'all' : 'not all') : rules[at].asharOwn;
      }
    }
  };
  if (window.top !== window) {
    root.setAttribute('data-framed', '');
    window.asharTheme((/[?&]theme=(\w+)/.exec(location.search) || [])[1]);
  }
  function isReady() {
    return root.getAttribute('data-ready');
  }
  // Where the files of the app lie.
  var folder = location.href.replace(/[?#].*$/, '').replace(/[^/]*$/, '');
  // Whether something that went wrong is the app's: a browser extension, and what a host writes into the page, fail for
  // themselves.
  function isOurs(event) {
    var target = event.target;
    if (target && target.nodeType === 1) {
      var address = target.src || target.href;
      // The script that starts the app stands in the page.
      if (!address) return /asharBegun/.test(target.textContent);
      return address.indexOf(folder + 'ashar-') === 0;
    }
    var error = event.error || event.reason;
    return isEnd(error) || [event.filename, error && error.stack].join().indexOf(folder + 'ashar-') >= 0;
  }
  // Whether the module has come to its end.
  function isEnd(error) {
    return typeof WebAssembly === 'object' && error instanceof WebAssembly.RuntimeError;
  }
  function hear(event) {
    if (isReady() ? isEnd(event.error || event.reason) : isOurs(event)) fail();
  }
  function fail() {
    if (!isReady()) goBack();
    // The list is better than nothing.
    root.className = '';
    var notice = document.getElementById('failure');
    // Not there yet, so that the page looks once more at its end.
    if (!notice) return;
    notice.hidden = false;
    // What the app had drawn stays below, and the reader may be far down in it.
    if (window.top === window) notice.scrollIntoView();
  }
  // Loads the page again, and its files with it: what has come changed, the browser would take from where it keeps it.
  function again() {
    // What was typed meanwhile is asked for then.
    /** @type {HTMLInputElement} */
    var box = document.querySelector('input[type=search]');
    if (!isReady() && box && box.value) location.hash = '#/?q=' + encodeURIComponent(box.value);
    /** @type {NodeListOf<HTMLLinkElement>} */
    var links = document.querySelectorAll('link[rel$=preload]');
    var files = [location.pathname];
    for (var at = 0; at < links.length; at += 1) files.push(links[at].href);
    var left = files.length;
    function arrived() {
      if (--left < 1) location.reload();
    }
    // Whoever taps a second time does not want to wait for that.
    if (tapped || !window.fetch) return location.reload();
    tapped = true;
    files.forEach(function (file) {
      fetch(file, { cache: 'reload' }).then(arrived, arrived);
    });
  }
  var tapped = false;
  // A newer version that cannot start: the worker still has the one before it.
  function goBack() {
    try {
      var worker = navigator.serviceWorker.controller;
      var channel = new MessageChannel();
      channel.port1.onmessage = function (answer) {
        if (answer.data) location.reload();
      };
      worker.postMessage(['failed'], [channel.port2]);
    } catch (_refused) {
      // No worker here, or none that we may talk to: the notice stays.
    }
  }
  // The script that starts the app says so itself where it cannot.
  window.asharFail = fail;
  // `true`: a script or style that does not load tells only on the way down, not on the way up.
  window.addEventListener('error', hear, true);
  window.addEventListener('unhandledrejection', hear);
  // The browser's offer to put the app on the home screen: kept until there is a fitting moment (`browser/install.rs`).
  window.addEventListener('beforeinstallprompt', function (event) {
    event.preventDefault();
    window.asharInstall = event;
    window.dispatchEvent(new Event('ashar-install'));
  });
  document.addEventListener('DOMContentLoaded', function () {
    document.getElementById('again').addEventListener('click', again);
    // By now the script that starts the app has said so, unless the browser does not know such scripts, refuses it, or
    // lacks what it needs.
    if (typeof WebAssembly !== 'object' || !window.asharBegun) fail();
  });
})();
