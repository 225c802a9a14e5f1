// The service worker: keeps a whole build for use without a network.
//
// A build's files stay until its last tab has closed: files with a hash in their names are looked
// for in every kept build, so an old tab goes on with its own. A new build waits until a tab asks
// for it. Nothing is ever fetched from another origin.
'use strict';

const BUILD = '%BUILD%';
const BASE = '%BASE%';
const POLICY = '%POLICY%';
const FILES = '%FILES%';

const PREFIX = `askelma ${BASE} `;
const CACHE = PREFIX + BUILD;
const PAGE = new URL(BASE, self.location.href).href;
const ANSWER_WITHIN_MS = 3000;
// A hash of sixteen hex digits: what has it in its name never changes.
const LASTING = /-[0-9a-f]{16}(_bg)?\.[a-z0-9]+$/;

self.addEventListener('install', (event) => event.waitUntil(keepEverything()));
self.addEventListener('activate', (event) => event.waitUntil(begin()));
self.addEventListener('fetch', answer);
self.addEventListener('message', (event) => {
  switch (event.data && event.data.type) {
    case 'skip-waiting':
      event.waitUntil(self.skipWaiting());
      break;
    case 'tidy':
      event.waitUntil(removeOldBuilds());
      break;
    case 'which-build':
      if (event.ports[0]) event.ports[0].postMessage(BUILD);
      break;
  }
});

async function keepEverything() {
  const cache = await caches.open(CACHE);
  try {
    await keepPage(cache);
    await Promise.all(FILES.map((name) => keepFile(cache, new URL(name, PAGE).href)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

// The page must be this build's own: a host in the middle of a change may still send another.
async function keepPage(cache) {
  const response = await fetched(PAGE, 'reload');
  const text = await response.clone().text();
  if (!text.includes(`content="${BUILD}"`)) throw new Error('the page is of another build');
  await cache.put(PAGE, await plain(response));
}

async function keepFile(cache, address) {
  const lasting = LASTING.test(address);
  const known = lasting ? await inAnyBuild(address) : undefined;
  await cache.put(address, known || (await plain(await fetched(address, lasting ? 'default' : 'reload'))));
}

async function fetched(address, cache) {
  const response = await fetch(address, { cache, credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response;
}

// A redirected response cannot answer a navigation: the same content without that mark.
async function plain(response) {
  if (!response.redirected) return response;
  return new Response(await response.blob(), { status: 200, headers: response.headers });
}

async function begin() {
  await self.clients.claim();
  await removeOldBuilds();
}

function answer(event) {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET') return;
  if (address.origin !== self.location.origin) {
    event.respondWith(Response.error());
    return;
  }
  if (!address.pathname.startsWith(BASE) || address.pathname === BASE + 'sw.js') return;
  event.respondWith(request.mode === 'navigate' ? page(request) : file(request));
}

// Offline first: the page of this worker's own build, whatever the address within the app.
async function page(request) {
  const kept = await (await caches.open(CACHE)).match(PAGE);
  return kept ? guarded(kept) : fetch(request);
}

async function file(request) {
  const cache = await caches.open(CACHE);
  const kept =
    (await cache.match(request, { ignoreSearch: true, ignoreVary: true })) ||
    (LASTING.test(new URL(request.url).pathname) ? await inAnyBuild(request) : undefined);
  if (!kept) return fetch(request);
  return ['worker', 'sharedworker', 'document'].includes(request.destination) ? guarded(kept) : kept;
}

// A policy in the page does not reach a worker, and some hosts send no headers of ours.
function guarded(response) {
  const headers = new Headers(response.headers);
  headers.set('Content-Security-Policy', POLICY);
  headers.set('Referrer-Policy', 'no-referrer');
  headers.set('X-Content-Type-Options', 'nosniff');
  return new Response(response.body, { status: 200, statusText: 'OK', headers });
}

async function keptBuilds() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

async function inAnyBuild(request) {
  for (const name of await keptBuilds()) {
    const kept = await (await caches.open(name)).match(request, { ignoreVary: true });
    if (kept) return kept;
  }
  return undefined;
}

// Removes the builds that no open tab was started from. A tab that does not answer may be of any
// build, and a build that is just arriving has no tab yet: then everything stays until next time.
async function removeOldBuilds() {
  if (self.registration.installing || self.registration.waiting) return;
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const ours = tabs.filter((tab) => new URL(tab.url).pathname.startsWith(BASE));
  const builds = await Promise.all(ours.map(buildOf));
  if (builds.includes(undefined) || self.registration.installing || self.registration.waiting) return;
  const inUse = new Set([CACHE, ...builds.map((build) => PREFIX + build)]);
  const old = (await keptBuilds()).filter((name) => !inUse.has(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}

function buildOf(tab) {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    const timer = setTimeout(() => resolve(undefined), ANSWER_WITHIN_MS);
    channel.port1.onmessage = (event) => {
      clearTimeout(timer);
      resolve(typeof event.data === 'string' ? event.data : undefined);
    };
    tab.postMessage({ type: 'which-build' }, [channel.port2]);
  });
}
