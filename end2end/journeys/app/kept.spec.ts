// What a person did stands at the end, on the screen and on the disk: after quick taps, failed
// writes, lost connections, months that are slow to read, and a page that is left at once.
import { expect, test, type Page } from '@playwright/test';
import { shard } from '../../pages/database';
import { wasWritten } from '../../pages/past';
import { routes } from '../../pages/routes';
import { daysAgo } from '../../pages/walks';
import { beginYoung, drawn, enter, face, outside, saved, words } from '../../pages/visit';

const say = words();
const moods = (page: Page) => page.locator('main a[href*="/mood/"]');
const tick = (page: Page) => page.locator('.tick-row').first();

test.use({ serviceWorkers: 'block' });

/** From the next page on, what the journey tells of writes is done: fail, or be slow. */
async function disk(page: Page): Promise<{ fails(name: string | null): Promise<void> }> {
  await page.addInitScript(() => {
    const told = window as unknown as { failure: string | null };
    told.failure = null;
    // Aborts at the commit, as a browser does that finds no room then.
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...what) {
      const request = put.apply(this, what);
      const { failure } = told;
      if (failure) {
        const { transaction } = this;
        Object.defineProperty(transaction, 'error', { get: () => new DOMException('told to', failure) });
        request.addEventListener('success', () => transaction.abort());
      }
      return request;
    };
  });
  return {
    fails: (name) => page.evaluate((failure) => {
      (window as unknown as { failure: string | null }).failure = failure;
    }, name),
  };
}

/** Holds the diary's database from another tab, so that whoever reads or writes it waits. */
async function hold(page: Page): Promise<() => Promise<void>> {
  const other = await page.context().newPage();
  await outside(other);
  await other.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('askelma-young');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const holding = window as unknown as { release: boolean };
          const store = opening.result.transaction('shards', 'readwrite').objectStore('shards');
          // A transaction lives as long as something is asked of it.
          const again = () => {
            if (!holding.release) store.get('none').onsuccess = again;
          };
          again();
          resolve();
        };
      }),
  );
  return async () => {
    await other.evaluate(() => { (window as unknown as { release: boolean }).release = true; });
    await other.close();
  };
}

test('three quick taps on one item end at the third, while every write is slow', async ({ page }) => {
  await beginYoung(page);
  await enter(page);
  const level = async () => tick(page).getAttribute('aria-pressed');
  const release = await hold(page);
  await tick(page).click();
  await tick(page).click();
  const second = await level();
  await release();
  await saved(page);
  await tick(page).click();
  await tick(page).click();
  await tick(page).click();
  // Blank, done, some: five taps, and the screen never went back to an earlier one.
  await expect.poll(level).toBe(second);
  await expect(page.locator('.undo-line')).toBeVisible();
  await page.reload();
  await drawn(page);
  expect(await level()).toBe(second);
});

test('what could not be written is not written over what was done since', async ({ page }) => {
  await beginYoung(page);
  const { fails } = await disk(page);
  await enter(page);
  await fails('UnknownError');
  await tick(page).click();
  await expect(page.locator('.lines')).toContainText(say('trouble.not_kept'));
  const first = await tick(page).getAttribute('aria-pressed');
  await fails(null);
  await tick(page).click();
  await saved(page);
  const second = await tick(page).getAttribute('aria-pressed');
  expect(second).not.toBe(first);
  await expect(page.locator('.lines')).not.toContainText(say('trouble.not_kept'));
  await page.reload();
  await drawn(page);
  await expect(tick(page)).toHaveAttribute('aria-pressed', second!);
});

test('a commit that finds no room is told as full, and the entry goes along in the file', async ({ page }) => {
  await beginYoung(page);
  const { fails } = await disk(page);
  await enter(page);
  await fails('QuotaExceededError');
  await face(page, 5).click();
  await expect(page.locator('.lines')).toContainText(say('trouble.full'));
  await page.locator('.lines').getByRole('button', { name: say('trouble.save_as_file') }).click();
  const saving = page.waitForEvent('download');
  await page.locator('main').getByRole('button', { name: say('data.save_json') }).click();
  const file = await (await saving).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(chunk as Buffer);
  const backup = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  const kinds = backup.records.map((record: { kind: string }) => record.kind);
  expect(kinds.filter((kind: string) => kind === 'mood')).toHaveLength(1);
  // Room was made: it is kept with the next entry, or when the page is looked at again.
  await fails(null);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(page.locator('.lines')).not.toContainText(say('trouble.full'));
  await page.goto('./');
  await drawn(page);
  await expect(moods(page)).toHaveCount(1);
});

test('a connection that is closed under the page is opened again by the next entry', async ({ page }) => {
  await beginYoung(page);
  await page.addInitScript(() => {
    const seen = window as unknown as { connections: IDBDatabase[] };
    seen.connections = [];
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...what) {
      if (!seen.connections.includes(this)) seen.connections.push(this);
      return transaction.apply(this, what);
    };
  });
  await enter(page);
  await tick(page).waitFor();
  const close = (withEvent: boolean) => page.evaluate((tell) => {
    for (const one of (window as unknown as { connections: IDBDatabase[] }).connections) {
      one.close();
      if (tell) one.dispatchEvent(new Event('close'));
    }
  }, withEvent);
  for (const [count, withEvent] of [[1, false], [2, true]] as const) {
    await close(withEvent);
    await face(page, 4).click();
    await expect(moods(page)).toHaveCount(count);
    await saved(page);
  }
  await expect(page.locator('.lines .quiet-line')).toHaveCount(0);
  await page.reload();
  await expect(moods(page)).toHaveCount(2);
});

test('a database that the browser alone dropped is written anew; one that was cleared with all else is not', async ({ page }) => {
  await beginYoung(page);
  await enter(page);
  await face(page, 4).click();
  await saved(page);
  const drop = () => page.evaluate(() => new Promise<void>((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('askelma-young');
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error);
  }));
  await drop();
  await face(page, 2).click();
  await expect(moods(page)).toHaveCount(2);
  await saved(page);
  await page.reload();
  await drawn(page);
  await expect(moods(page)).toHaveCount(2);
  await expect(tick(page)).toBeVisible();
  await page.evaluate(() => localStorage.clear());
  await drop();
  await face(page, 1).click();
  await expect(page.locator('.lines')).toContainText(say('trouble.erased'));
  await face(page, 3).click();
  await expect(moods(page)).toHaveCount(4);
  await expect(page.locator('.undo-line')).toHaveCount(0);
  expect(await shard(page, daysAgo(0).slice(0, 7))).toBeNull();
});

test('a page of an older month waits for it, and is never drawn blank', async ({ page }) => {
  await beginYoung(page);
  const date = daysAgo(100);
  await wasWritten(page, [
    { date, moment: { words: 'Stayed at the gate until the bell.', strengths: [1] } },
    { date: daysAgo(40), night: { tried: '22:00', woke: '07:00' } },
    { date: daysAgo(70), night: { tried: '22:00', woke: '07:00' } },
  ]);
  await enter(page, routes.day(date));
  const href = await page.locator('main a[href*="/moment/"]').first().getAttribute('href');
  const release = await hold(page);
  // What every frame shows in the page's first field, from the first one on.
  await page.addInitScript(() => {
    const seen = window as unknown as { fields: string[] };
    seen.fields = [];
    const look = () => {
      const field = document.querySelector<HTMLTextAreaElement>('main textarea');
      if (field) seen.fields.push(field.value);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(href!, { waitUntil: 'commit' });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await release();
  await page.locator('main textarea').first().waitFor();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const fields = await page.evaluate(() => (window as unknown as { fields: string[] }).fields);
  expect(new Set(fields)).toEqual(new Set(['Stayed at the gate until the bell.']));
});

test('a month that cannot be read is said, stays said, and is tried again', async ({ page }) => {
  await beginYoung(page);
  const date = daysAgo(100);
  await wasWritten(page, [
    { date, moods: [{ at: '12:00', mood: 2 }] },
    { date: daysAgo(40), moods: [{ at: '12:00', mood: 3 }] },
    { date: daysAgo(70), moods: [{ at: '12:00', mood: 3 }] },
  ]);
  await page.addInitScript((month) => {
    const told = window as unknown as { fails: boolean };
    told.fails = true;
    const { get } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.get = function (key) {
      if (told.fails && key === month) throw new DOMException('told to', 'UnknownError');
      return get.call(this, key);
    };
  }, date.slice(0, 7));
  await enter(page);
  await expect(page.locator('.lines')).toContainText(say('trouble.not_read'));
  // Another entry is saved, and does not hide it.
  await face(page, 4).click();
  await saved(page);
  await expect(page.locator('.lines')).toContainText(say('trouble.not_read'));
  await page.goto(`./${routes.day(date)}`);
  await expect(page.locator('main')).toContainText(say('trouble.not_read'));
  await expect(page.locator('main .face-row')).toHaveCount(0);
  await page.evaluate(() => { (window as unknown as { fails: boolean }).fails = false; });
  await page.locator('main').getByRole('button', { name: say('app.again') }).click();
  await expect(moods(page)).toHaveCount(1);
  await expect(page.locator('.lines')).not.toContainText(say('trouble.not_read'));
});

test('undo takes back one deed, and leaves what another tab did since', async ({ page }) => {
  await beginYoung(page);
  const other = await page.context().newPage();
  await Promise.all([enter(page), enter(other)]);
  await tick(page).click();
  await saved(page);
  const pressed = (await tick(page).getAttribute('aria-pressed'))!;
  await expect(tick(other)).toHaveAttribute('aria-pressed', pressed);
  await tick(other).click();
  await expect(tick(page)).not.toHaveAttribute('aria-pressed', pressed);
  const newest = (await tick(page).getAttribute('aria-pressed'))!;
  await page.locator('.undo-line').getByRole('button').click();
  await expect(page.locator('.undo-line')).toContainText(say('app.nothing_undone'));
  await expect(tick(page)).toHaveAttribute('aria-pressed', newest);
});

test('an entry is begun to be written when the page is hidden, without waiting for a frame', async ({ page }) => {
  await beginYoung(page);
  await enter(page);
  const begun = await page.evaluate(async () => {
    let writes = 0;
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode === 'readwrite') writes += 1;
      return transaction.call(this, stores, mode, options);
    };
    document.querySelector<HTMLButtonElement>('.face-row .face-button')!.click();
    window.dispatchEvent(new Event('pagehide'));
    // Only what was asked already goes on: no frame, no timer.
    for (let turns = 0; turns < 50; turns += 1) await Promise.resolve();
    return writes;
  });
  expect(begun).toBe(1);
});
