// What is kept, what is told when it cannot be, and what is left when everything is deleted.
import { expect } from '@playwright/test';
import { databases, everything } from '../pages/database';
import { routes } from '../pages/routes';
import { words } from '../pages/visit';
import { test } from './device';
import type { Tab } from './tab';
import { begin, mood, MOODS } from './young';

const say = words('en');

/** An address of the same origin that starts no app. */
const outside = (tab: Tab) => tab.open('icons/favicon.svg');

test('moods tapped in two tabs at once are all there, in both', async ({ device }) => {
  const first = await (await device()).start();
  await begin(first);
  const second = await first.another();
  await second.open();
  await second.find('.face-button');
  const chosen = new Map([[first, [1, 3, 5, 2]], [second, [2, 4, 4, 5]]]);
  for (const [tab, faces] of chosen) {
    await tab.evaluate((wanted) => {
      new BroadcastChannel('trial').onmessage = () => {
        const row = document.querySelectorAll<HTMLButtonElement>('main .face-row .face-button');
        for (const one of wanted) row[one - 1].click();
      };
    }, faces);
  }
  await second.evaluate(() => new BroadcastChannel('trial').postMessage('now'));
  for (const tab of chosen.keys()) await tab.shows(MOODS, 8);
  for (const tab of chosen.keys()) {
    await tab.reload();
    await tab.shows(MOODS, 8);
  }
});

test('what one tab takes back is gone in the other', async ({ device }) => {
  const first = await (await device()).start();
  await begin(first);
  const second = await first.another();
  await second.open();
  await second.find('.face-button');
  await mood(first, 4);
  await second.shows(MOODS, 1);
  await first.press('.undo-line button');
  await second.shows(MOODS, 0);
});

test('"Delete everything" leaves nothing, now and at the next start', async ({ device }) => {
  const phone = await device();
  const tab = await phone.start();
  await begin(tab);
  await mood(tab, 4);
  await tab.saved();
  await tab.open(routes.data);
  await tab.button('settings.delete');
  await tab.press('dialog[open] button', say('settings.delete_do'));
  await tab.find('main h1', say('welcome.who'));
  await outside(tab);
  expect(await databases(tab)).toEqual(['askelma-index', 'askelma-young']);
  expect(JSON.parse(await everything(tab, 'askelma-young'))).toEqual({
    aside: [], keys: [], meta: [['epoch', 1]], shards: [],
  });
  const choices = await tab.evaluate(() => localStorage.getItem('askelma')!);
  expect(JSON.parse(choices).role).toBeNull();
  expect(await tab.evaluate(() => Object.keys(localStorage).sort())).toEqual(['askelma', 'askelma-first-base']);
  // How often a diary was left, and nothing else.
  expect(await tab.evaluate(() => Object.entries(sessionStorage))).toEqual([['askelma left', '1']]);

  await phone.quit();
  const next = await phone.start();
  await begin(next, 'Eetu');
  await next.shows(MOODS, 0);
  await next.says('h1', 'Eetu');
});

test('where the browser keeps nothing, the app says so and goes on', async ({ device }) => {
  const tab = await (await device('nothing')).start();
  await begin(tab);
  await tab.says('.lines', say('trouble.unavailable'));
  await mood(tab, 3);
  await tab.shows(MOODS, 1);
  await tab.shows('.undo-line', 0);
});

/** Has the page's next write remembered, so that its connection can be closed from outside the app. */
async function catchConnection(tab: Tab): Promise<void> {
  await tab.evaluate(() => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...what) {
      Object.assign(window, { caught: this });
      return transaction.apply(this, what);
    };
  });
}

test.describe('the database under an open page', () => {
  test('when its connection is closed, the next entry is kept all the same', async ({ device }) => {
    const tab = await (await device()).start();
    await begin(tab);
    await catchConnection(tab);
    await mood(tab, 4);
    await tab.allSaved();
    await tab.evaluate(() => (window as unknown as { caught: IDBDatabase }).caught.close());
    await mood(tab, 2);
    await tab.shows(MOODS, 2);
    await tab.saved();
    await tab.reload();
    await tab.shows(MOODS, 2);
  });

  test('when the browser closes all of its databases, the next entry is kept all the same', async ({ device, engine }) => {
    test.skip(engine !== 'firefox', 'WebKitGTK ends the page with the process that keeps its databases');
    const phone = await device();
    const tab = await phone.start();
    await begin(tab);
    await mood(tab, 4);
    await tab.allSaved();
    await phone.resetStorage();
    await mood(tab, 2);
    await tab.shows(MOODS, 2);
    await tab.saved();
    await tab.reload();
    await tab.shows(MOODS, 2);
  });

  test('when it alone is gone, all is written anew; with the choices gone too, nothing comes back', async ({ device }) => {
    const tab = await (await device()).start();
    await begin(tab);
    await mood(tab, 4);
    await tab.allSaved();
    const drop = () => tab.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const deleting = indexedDB.deleteDatabase('askelma-young');
          deleting.onsuccess = () => resolve();
          deleting.onerror = () => reject(deleting.error);
        }),
    );
    await drop();
    await mood(tab, 2);
    await tab.saved();
    await tab.reload();
    await tab.shows(MOODS, 2);
    await mood(tab, 3);
    await tab.allSaved();
    await tab.evaluate(() => localStorage.clear());
    await drop();
    await mood(tab, 1);
    await tab.says('.lines', say('trouble.erased'));
    await tab.shows('.undo-line', 0);
  });
});
