// The service worker: keeps a whole build for use without a network.
//
// A build's files stay until its last tab has closed: files that are not this build's are looked for
// in every kept build, so an old tab goes on with its own. A new build waits until a tab asks for
// it. What the browser has cleared away is put back. Nothing is ever fetched from another origin.
'use strict';

const BUILD = '%BUILD%';
const BASE = '%BASE%';
const POLICY = '%POLICY%';
// Named by content: without any one of these some page would not work.
const NEEDED = '%NEEDED%';
// Icons and the like, which may change under their names: everything works without them.
const OPTIONAL = '%OPTIONAL%';
// The first part of every address that the app has a page at.
const PLACES = '%PLACES%';

const PREFIX = `askelma ${BASE} `;
const CACHE = PREFIX + BUILD;
const PAGE = new URL(BASE, self.location.href).href;
const ANSWER_WITHIN_MS = 3000;

/** What is being put back, one after the other. */
let mending = Promise.resolve();

self.addEventListener('install', (event) => event.waitUntil(keepEverything()));
self.addEventListener('activate', (event) => event.waitUntil(begin()));
self.addEventListener('fetch', answer);
self.addEventListener('message', (event) => {
  switch (event.data && event.data.type) {
    case 'skip-waiting':
      event.waitUntil(self.skipWaiting());
      break;
    case 'tidy':
      event.waitUntil(Promise.all([removeOldBuilds(), mend()]));
      break;
    case 'which-build':
      if (event.ports[0]) event.ports[0].postMessage(BUILD);
      break;
    case 'is-whole':
      event.waitUntil(isWhole().then((whole) => event.source.postMessage({ whole })));
      break;
  }
});

// A cache that was there before this worker came is not its own to take away: tabs may live on it.
async function keepEverything() {
  const wasThere = await caches.has(CACHE);
  const cache = await caches.open(CACHE);
  try {
    await keepPage(cache);
    await Promise.all(NEEDED.map((name) => keepNeeded(cache, name)));
  } catch (error) {
    if (!wasThere) await caches.delete(CACHE);
    throw error;
  }
  await Promise.allSettled(OPTIONAL.map((name) => keepOptional(cache, name)));
}

// The page must be this build's own: a host in the middle of a change may still send another.
async function keepPage(cache) {
  const response = await fetched(PAGE, 'reload');
  const text = await response.clone().text();
  if (!text.includes(`content="${BUILD}"`)) throw new Error('the page is of another build');
  await cache.put(PAGE, await plain(response));
}

async function keepNeeded(cache, name) {
  const address = addressOf(name);
  const kept = await inAnyBuild(address);
  await cache.put(address, kept || (await plain(await fileFetched(address, 'default'))));
}

async function keepOptional(cache, name) {
  const address = addressOf(name);
  await cache.put(address, await plain(await fileFetched(address, 'reload')));
}

/** Puts back what the browser has cleared away, as far as the network has it. */
function mend() {
  mending = mending.then(async () => {
    const cache = await caches.open(CACHE);
    const lost = await lostFrom(cache);
    await Promise.allSettled([
      ...lost.filter((address) => address === PAGE).map(() => keepPage(cache)),
      ...NEEDED.filter((name) => lost.includes(addressOf(name))).map((name) => keepNeeded(cache, name)),
      ...OPTIONAL.filter((name) => lost.includes(addressOf(name))).map((name) => keepOptional(cache, name)),
    ]);
  }).catch(() => undefined);
  return mending;
}

async function lostFrom(cache) {
  const kept = new Set((await cache.keys()).map((request) => request.url));
  return [PAGE, ...[...NEEDED, ...OPTIONAL].map(addressOf)].filter((address) => !kept.has(address));
}

/** Whether every page opens without a network. */
async function isWhole() {
  await mending;
  if (!(await caches.has(CACHE))) return false;
  const optional = new Set(OPTIONAL.map(addressOf));
  return (await lostFrom(await caches.open(CACHE))).every((address) => optional.has(address));
}

function addressOf(name) {
  return new URL(name, PAGE).href;
}

async function fetched(address, cache) {
  const response = await fetch(address, { cache, credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response;
}

async function fileFetched(address, cache) {
  const response = await fetched(address, cache);
  if (!isFile(response)) throw new Error(`a page in the place of ${address}`);
  return response;
}

// Hosts that answer every address with the page answer a missing file so too.
function isFile(response) {
  return response.status === 200 && !(response.headers.get('Content-Type') || '').startsWith('text/html');
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
  if (request.mode === 'navigate') {
    // Below this base may lie other people's pages, another Askelma even: they answer themselves.
    if (PLACES.includes(address.pathname.slice(BASE.length).split('/')[0])) event.respondWith(page(event));
  } else {
    event.respondWith(file(event, address.origin + address.pathname));
  }
}

// Offline first: the page of this worker's own build, whatever the address within the app.
async function page(event) {
  const kept = await (await caches.open(CACHE)).match(PAGE);
  if (kept) return guarded(kept);
  event.waitUntil(mend());
  return fetch(event.request);
}

async function file(event, address) {
  const { request } = event;
  const cache = await caches.open(CACHE);
  const kept = await cache.match(address, { ignoreVary: true });
  if (kept) return forItsPlace(kept, request);
  const isOptional = OPTIONAL.some((name) => addressOf(name) === address);
  // An old tab's file, or one that another build has too: the same name, the same content.
  const older = isOptional ? undefined : await inAnyBuild(address);
  const response = older || (await fetch(request));
  const isOwn = isOptional || NEEDED.some((name) => addressOf(name) === address);
  if (isOwn && isFile(response)) {
    const copy = response.clone();
    // On a full device it is only answered.
    event.waitUntil(plain(copy).then((whole) => cache.put(address, whole)).catch(() => undefined));
  }
  return older ? forItsPlace(older, request) : response;
}

function forItsPlace(kept, request) {
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

async function inAnyBuild(address) {
  for (const name of await keptBuilds()) {
    const kept = await (await caches.open(name)).match(address, { ignoreVary: true });
    if (kept && isFile(kept)) return kept;
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
