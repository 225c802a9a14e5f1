// The first minutes with Askelma, and that they are there the next time.
import { expect } from '@playwright/test';
import { words } from '../pages/visit';
import { test } from './device';
import { begin, firstRun, mood, MOODS, night, NIGHT, TICKED } from './young';

const say = words('en');

test('a first run, a mood, a tick and a night are there after a reload and the next start', async ({ device }) => {
  const phone = await device();
  const tab = await phone.start();
  await begin(tab);
  await mood(tab, 4);
  await tab.saved();
  await tab.shows(MOODS, 1);
  await tab.press('.tick-row');
  await tab.shows(TICKED, 1);
  await night(tab);
  await tab.allSaved();
  await tab.reload();
  await tab.shows(MOODS, 1);
  await tab.says(MOODS, say('mood_name.four'));
  await tab.shows(TICKED, 1);
  await tab.says(NIGHT, '5 h 30');

  await phone.quit();
  const next = await phone.start();
  await next.open();
  await next.says('h1', 'Aino');
  await next.shows(MOODS, 1);
  await next.says(MOODS, say('mood_name.four'));
  await next.shows(TICKED, 1);
  await next.says(NIGHT, '5 h 30');
});

/** Longer than a service worker takes from its last file to its first page. */
const BUSY_MS = 5000;

test('a first visit on a busy device is not told of a newer version', async ({ device }) => {
  const tab = await (await device()).start();
  await tab.open();
  // Busy while the service worker arrives and begins: the page hears of all that at once, afterwards.
  const wasBusy = await tab.evaluate(async (busyMs) => {
    const { serviceWorker } = navigator;
    const begun = new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve));
    let registration: ServiceWorkerRegistration | undefined;
    while (!registration?.installing) {
      if (serviceWorker.controller) return false;
      await new Promise(requestAnimationFrame);
      registration = await serviceWorker.getRegistration();
    }
    const until = performance.now() + busyMs;
    while (performance.now() < until);
    await begun;
    return true;
  }, BUSY_MS);
  test.skip(!wasBusy, 'the service worker was there before the page could be made busy');
  await firstRun(tab);
  expect(await tab.texts('.lines .quiet-line')).toEqual([]);
});
