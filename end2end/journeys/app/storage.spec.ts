// What is kept, and what is said when it cannot be.
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { press } from '../../pages/app';
import { daysAgo } from '../../pages/walks';
import { databases, everything, putShard, putValue, shard, withSchema } from '../../pages/database';
import { becomeTheAppOfBefore, copyOfDist, host } from '../../pages/host';
import { routes } from '../../pages/routes';
import { beginYoung, drawn, enter, face, filled, lookAround, outside, prefer, saved, words } from '../../pages/visit';

const say = words();
const month = daysAgo(0).slice(0, 7);
const moods = (page: Page) => page.locator('main a[href*="/mood/"]');

test.use({ serviceWorkers: 'block' });

async function withOneMood(page: Page): Promise<number[]> {
  await beginYoung(page);
  await enter(page);
  await face(page, 4).click();
  await saved(page);
  await outside(page);
  return (await shard(page, month))!;
}

test.describe('a shard', () => {
  test('that is damaged is named and offered, everything else opens, and writing goes on', async ({ page }) => {
    const bytes = await withOneMood(page);
    bytes[bytes.length - 3] ^= 0x20;
    await putShard(page, month, bytes);
    await enter(page);
    const line = page.locator('.lines .quiet-line');
    await expect(line).toHaveCount(1);
    await expect(line).toContainText(filled(say('trouble.aside')));
    await expect(line).toContainText(String(new Date().getFullYear()));
    await line.getByRole('button', { name: say('trouble.aside_look') }).click();
    const part = page.locator('main .card').filter({ hasText: filled(say('data.aside')) });
    await expect(part).toContainText('1 entry in it can still be read.');
    const saving = page.waitForEvent('download');
    await part.getByRole('button', { name: say('data.aside_save') }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toBe(`${month}.askd`);
    expect([...(await readFile(await file.path()))]).toEqual(bytes);
    // The name and the routine have another shard; the month begins anew.
    await enter(page);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Aino');
    await expect(page.locator('.tick-row').first()).toBeVisible();
    await expect(moods(page)).toHaveCount(0);
    await face(page, 2).click();
    await saved(page);
    await page.reload();
    await expect(moods(page)).toHaveCount(1);
    // Still named, once, and still kept as it was found.
    await expect(line).toHaveCount(1);
    expect(await everything(page, 'askelma-young')).toContain(JSON.stringify(bytes));
  });

  test('that is damaged at its end gives back what can be read, and is let go when that is wished', async ({ page }) => {
    await beginYoung(page);
    await enter(page);
    for (const one of [4, 2]) {
      await face(page, one).click();
      await expect(moods(page)).toHaveCount(one === 4 ? 1 : 2);
      await saved(page);
    }
    await outside(page);
    const bytes = (await shard(page, month))!;
    await putShard(page, month, bytes.slice(0, -4));
    await enter(page, routes.data);
    const part = page.locator('main .card').filter({ hasText: filled(say('data.aside')) });
    await expect(part).toContainText('1 entry in it can still be read.');
    await press(page, 'data.aside_take');
    await expect(part).toContainText(say('data.aside_taken'));
    await enter(page);
    await expect(moods(page)).toHaveCount(1);
    await enter(page, routes.data);
    await press(page, 'data.aside_delete');
    await page.getByRole('dialog').getByRole('button', { name: say('data.aside_delete') }).click();
    await expect(part).toHaveCount(0);
    await expect(page.locator('.lines .quiet-line')).toHaveCount(0);
    await page.reload();
    await drawn(page);
    await expect(part).toHaveCount(0);
  });

  test('whose place holds something of another type is set aside, not written over', async ({ page }) => {
    await withOneMood(page);
    await putValue(page, month, { note: 'not bytes' });
    await enter(page);
    await expect(page.locator('.lines')).toContainText(filled(say('trouble.aside')));
    await face(page, 2).click();
    await saved(page);
    expect(await everything(page, 'askelma-young')).toContain('{"note":"not bytes"}');
  });

  test('of a newer schema is never written, and the page says so', async ({ page }) => {
    const bytes = await withOneMood(page);
    await putShard(page, month, withSchema(bytes, 3));
    await enter(page);
    await expect(page.locator('.lines')).toContainText(say('trouble.newer'));
    await expect(page.locator('.lines').getByRole('button', { name: say('trouble.reload') })).toBeVisible();
    const before = await everything(page, 'askelma-young');
    await face(page, 1).click();
    await page.locator('.tick-row').first().click();
    // An earlier month is another shard: this page must not write there either.
    await enter(page, routes.day(daysAgo(40)));
    await face(page, 1).click();
    await expect(page.locator('.lines')).toContainText(say('trouble.newer'));
    await expect(page.locator('.undo-line')).toHaveCount(0);
    expect(await everything(page, 'askelma-young')).toBe(before);
  });
});

test('what this app wrote is only read by the app of before, and nothing of it is set aside', async ({ page }) => {
  const { folder, remove } = await copyOfDist();
  const site = await host(folder);
  try {
    await page.goto(site.address);
    await page.getByRole('button', { name: say('welcome.young') }).click();
    await page.getByRole('button', { name: say('welcome.name_skip') }).click();
    await page.getByRole('link', { name: say('begin.mood') }).click();
    await face(page, 4).click();
    await saved(page);
    const own = await everything(page, 'askelma-young');
    expect((await shard(page, month))![4]).toBe(2);
    await becomeTheAppOfBefore(folder);
    await page.goto(site.address);
    await expect(page.locator('.lines')).toContainText('A newer Askelma has written here.');
    await page.locator('.face-row .face-button').nth(1).click();
    await page.locator('.tick-row').first().or(page.locator('main h1')).first().waitFor();
    await page.reload();
    await expect(page.locator('.lines')).toContainText('A newer Askelma has written here.');
    expect(await everything(page, 'askelma-young')).toBe(own);
  } finally {
    await site.stop();
    await remove();
  }
});

test.describe('where the browser', () => {
  const cases: [string, () => void][] = [
    ['refuses IndexedDB', () => {
      IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };
    }],
    ['lets IndexedDB fail later', () => {
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = function (name) { return open.call(this, name, -0.5 as unknown as number); };
    }],
  ];
  for (const [name, deny] of cases) {
    test(`${name}, the app says so and goes on`, async ({ page }) => {
      await prefer(page, { role: 'young', language: 'en' });
      await page.addInitScript(deny);
      await enter(page);
      await expect(page.locator('.lines')).toContainText(say('trouble.unavailable'));
      await face(page, 3).click();
      await expect(moods(page)).toHaveCount(1);
      await expect(page.locator('.undo-line')).toHaveCount(0);
    });
  }

  test('denies all storage, the first run still shows', async ({ page }) => {
    await page.addInitScript(() => {
      const denied = () => { throw new DOMException('no', 'SecurityError'); };
      Object.defineProperty(window, 'localStorage', { get: denied });
      IDBFactory.prototype.open = denied;
    });
    await enter(page);
    await page.getByRole('button', { name: say('welcome.young') }).click();
    await page.getByRole('button', { name: say('welcome.name_skip') }).click();
    await expect(page.getByRole('link', { name: say('begin.mood') })).toBeVisible();
    await expect(page.locator('.lines')).toContainText(say('trouble.unavailable'));
  });

  test('has no room left, the entry stays on the screen and the sentence says so', async ({ page }) => {
    await beginYoung(page);
    await page.addInitScript(() => {
      const { put } = IDBObjectStore.prototype;
      const full = window as unknown as { full: boolean };
      full.full = true;
      IDBObjectStore.prototype.put = function (...what) {
        if (full.full) throw new DOMException('no room', 'QuotaExceededError');
        return put.apply(this, what);
      };
    });
    await enter(page);
    await face(page, 5).click();
    await expect(page.locator('.lines')).toContainText(say('trouble.full'));
    await expect(moods(page)).toHaveCount(1);
    await expect(page.locator('.undo-line')).toHaveCount(0);
    // Room was made: the next entry is kept, and the sentence goes.
    await page.evaluate(() => { (window as unknown as { full: boolean }).full = false; });
    await face(page, 4).click();
    await saved(page);
    await expect(page.locator('.lines')).not.toContainText(say('trouble.full'));
    // And so is the one that was not.
    await page.reload();
    await expect(moods(page)).toHaveCount(2);
  });

  test('an entry that could not be kept goes along to other pages', async ({ page }) => {
    await beginYoung(page);
    await page.addInitScript(() => {
      IDBObjectStore.prototype.put = function () {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await enter(page);
    await face(page, 5).click();
    await expect(page.locator('.lines')).toContainText(say('trouble.full'));
    await page.getByRole('link', { name: say('nav.me'), exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('me.title'));
    await page.getByRole('link', { name: say('nav.today'), exact: true }).click();
    await expect(moods(page)).toHaveCount(1);
    await expect(page.locator('.lines')).toContainText(say('trouble.full'));
  });
});

test.describe('"Saved"', () => {
  test('waits for the transaction to be complete, and asks for strict durability', async ({ page }) => {
    await beginYoung(page);
    await page.addInitScript(() => {
      const seen = window as unknown as { durability: string[]; complete: () => void; asked: number };
      seen.durability = [];
      const { transaction } = IDBDatabase.prototype;
      IDBDatabase.prototype.transaction = function (stores, mode, options) {
        if (mode === 'readwrite') seen.durability.push(options?.durability ?? 'none');
        return transaction.call(this, stores, mode, options);
      };
      // A disk that takes as long as the journey wants.
      const held = new Promise<void>((resolve) => { seen.complete = resolve; });
      const { addEventListener } = EventTarget.prototype;
      const wait = (listener: EventListener) => function (this: unknown, event: Event) {
        void held.then(() => listener.call(this as IDBTransaction, event));
      };
      IDBTransaction.prototype.addEventListener = function (type: string, listener: unknown, options?: unknown) {
        const later = type === 'complete' && this.mode === 'readwrite' ? wait(listener as EventListener) : listener;
        return addEventListener.call(this, type, later as EventListener, options as AddEventListenerOptions);
      };
      const property = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete')!;
      Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
        ...property,
        set(listener) {
          property.set!.call(this, listener && this.mode === 'readwrite' ? wait(listener) : listener);
        },
      });
    });
    await enter(page);
    await face(page, 3).click();
    await expect(moods(page)).toHaveCount(1);
    // The bytes are there, but nobody has said that they are safe.
    await expect.poll(async () => (await shard(page, month))?.length ?? 0).toBeGreaterThan(20);
    await expect(page.locator('.undo-line')).toHaveCount(0);
    await page.evaluate(() => (window as unknown as { complete: () => void }).complete());
    await saved(page);
    const asked = await page.evaluate(() => (window as unknown as { durability: string[] }).durability);
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked)).toEqual(new Set(['strict']));
  });

  test('is when the browser is asked to keep the diary, not before', async ({ page }) => {
    await page.addInitScript(() => {
      const seen = window as unknown as { asked: number };
      seen.asked = 0;
      StorageManager.prototype.persist = async () => { seen.asked += 1; return true; };
    });
    const asked = () => page.evaluate(() => (window as unknown as { asked: number }).asked);
    await beginYoung(page);
    expect(await asked()).toBe(0);
    await page.getByRole('link', { name: say('begin.mood') }).click();
    await face(page, 4).click();
    await saved(page);
    await expect.poll(asked).toBe(1);
    await face(page, 2).click();
    await expect(moods(page)).toHaveCount(2);
    expect(await asked()).toBe(1);
  });
});

test('"Delete everything" holds against a tab that is still open', async ({ page }) => {
  await withOneMood(page);
  const other = await page.context().newPage();
  // A tab that hears nothing: only the epoch on the disk can stop it.
  await other.addInitScript(() => { BroadcastChannel.prototype.postMessage = () => undefined; });
  await other.addInitScript(() => {
    Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set: () => undefined });
    addEventListener('storage', (event) => event.stopImmediatePropagation());
  });
  await enter(other);
  await expect(moods(other)).toHaveCount(1);
  await enter(page, routes.data);
  await page.getByRole('button', { name: say('settings.delete'), exact: true }).click();
  await page.getByRole('button', { name: say('settings.delete_do') }).click();
  await expect(page.getByRole('heading', { name: say('welcome.who') })).toBeVisible();
  await face(other, 1).click();
  await expect(other.locator('.lines')).toContainText(say('trouble.erased'));
  await expect(other.locator('.undo-line')).toHaveCount(0);
  await outside(page);
  const kept = JSON.parse(await everything(page, 'askelma-young'));
  expect([kept.shards, kept.aside, kept.keys]).toEqual([[], [], []]);
  await expect(other.locator('.lines').getByRole('button', { name: say('trouble.reload') })).toBeVisible();
});

test('leaving the example leaves no trace, and the own diary is untouched', async ({ page }) => {
  await withOneMood(page);
  const before = await everything(page, 'askelma-young');
  await lookAround(page, 'young');
  await face(page, 1).click();
  await saved(page);
  await outside(page);
  expect(await databases(page)).toContain('askelma-example-young');
  expect(await everything(page, 'askelma-young')).toBe(before);
  await enter(page);
  await page.getByRole('button', { name: say('app.example_leave') }).click();
  await expect(page.getByRole('heading', { name: say('welcome.who') })).toBeVisible();
  expect((await databases(page)).filter((name) => name.includes('example'))).toEqual([]);
  expect(await everything(page, 'askelma-young')).toBe(before);
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual(['askelma left']);
  expect(await page.evaluate(() => Object.keys(localStorage).sort())).toEqual(['askelma', 'askelma-first-base']);
});
