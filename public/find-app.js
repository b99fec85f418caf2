// Finds the app from an address that its host does not know: on their way, links lose the # or have %23 in its place. Written
// for browsers that know nothing newer than ES5.
(function () {
  'use strict';
  var path = location.pathname;
  // In front of every folder: an address that began with two slashes would be one of another host.
  var site = location.protocol + '//' + location.host;
  function open(folder, rest) {
    location.replace(site + folder + '#/' + rest.replace(/^\/+/, '') + location.search + location.hash);
  }
  // The folder or the nearest one above it that has the app.
  function look(folder) {
    var request = new XMLHttpRequest();
    request.open('HEAD', site + folder + 'sw.js');
    request.onload = function () {
      if (request.status === 200) open(folder, path.slice(folder.length));
      else if (folder.length > 1) look(folder.replace(/[^/]*\/$/, ''));
    };
    request.send();
  }
  // Perhaps encoded more than once.
  var hash = /%(?:25)*23/.exec(path);
  if (hash) open(path.slice(0, hash.index), path.slice(hash.index + hash[0].length));
  else look(path.replace(/[^/]*$/, ''));
})();
