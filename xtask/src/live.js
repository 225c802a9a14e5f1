// While developing: opens the page anew as soon as another build lies on the server.
'use strict';
(function () {
  const { src } = document.currentScript;
  const own = document.querySelector('meta[name="askelma-build"]').content;
  setInterval(async () => {
    try {
      const response = await fetch(new URL('build.txt', src), { cache: 'no-store' });
      const build = response.ok && (await response.text());
      if (build && build !== own) location.reload();
    } catch (gone) { /* The server is starting anew, or has ended. */ }
  }, 500);
})();
