// What is kept for use without a network: one build's files stay its own, what is missing is said and
// put back, and what only the system shows is no reason to keep nothing.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { copyOfDist, host, nextBuild, type Host } from '../../pages/host';
import { routes } from '../../pages/routes';
import { LANGUAGES, words, type Language } from '../../pages/visit';
import { kept, started } from '../../pages/watch';

const say = words();

/** A bundle of the journey's own at a host of its own. */
async function withSite(walk: (folder: string, site: Host) => Promise<void>): Promise<void> {
  const { folder, remove } = await copyOfDist();
  const site = await host(folder);
  try {
    await walk(folder, site);
  } finally {
    await site.stop();
    await remove();
  }
}

async function visit(page: Page, site: Host): Promise<void> {
  await page.goto(site.address);
  await started(page);
  await kept(page);
}

const offer = (page: Page) => page.getByText(say('app.new_version'));
const build = (page: Page) => page.locator('meta[name="askelma-build"]').getAttribute('content');
const cacheNames = (page: Page) => page.evaluate(() => caches.keys());
/** The names of all that is kept, from every cache. */
const files = (page: Page) =>
  page.evaluate(async () => {
    const each = (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname));
    return (await Promise.all(each)).flat().sort();
  });

/** Asks for a newer service worker, and waits until it stands or has failed. */
const updated = (page: Page) =>
  page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!;
    const found = new Promise<ServiceWorker>((resolve) => {
      registration.addEventListener('updatefound', () => resolve(registration.installing!), { once: true });
    });
    // A failing install lets the update fail too.
    await registration.update().catch(() => undefined);
    const worker = await found;
    while (worker.state === 'parsed' || worker.state === 'installing') {
      await new Promise((resolve) => worker.addEventListener('statechange', resolve, { once: true }));
    }
    return worker.state;
  });

async function changeScript(folder: string, change: (script: string) => string): Promise<void> {
  const path = join(folder, 'sw.js');
  const script = await readFile(path, 'utf8');
  const changed = change(script);
  expect(changed).not.toBe(script);
  await writeFile(path, changed);
}

async function knownAs(page: Page, language: Language): Promise<void> {
  await page.evaluate((text) => localStorage.setItem('askelma', text), JSON.stringify({ role: 'young', language }));
}

/** Opens "My data" and waits for what it says of working without a network. */
async function saysOfNetwork(page: Page, site: Host, sentence: string): Promise<void> {
  await page.goto(site.address + routes.data);
  await started(page);
  await expect(page.getByText(sentence, { exact: true })).toBeVisible();
}

async function opensWithoutNetwork(page: Page, context: BrowserContext, site: Host): Promise<void> {
  await site.stop();
  await context.setOffline(true);
  await page.goto(site.address);
  await started(page);
}

test('a service worker alone that fails to come takes nothing away from the one before', async ({ page, context }) => {
  await withSite(async (folder, site) => {
    await visit(page, site);
    const before = await files(page);
    // The same build by name, and a host in the middle of a change: the page is of another.
    await changeScript(folder, (script) => `${script}\n// Mended.\n`);
    const path = join(folder, 'index.html');
    const pageText = await readFile(path, 'utf8');
    await writeFile(path, pageText.replace((await build(page))!, 'ffffffffffffffff'));
    expect(await updated(page)).toBe('redundant');
    expect(await files(page)).toEqual(before);
    await opensWithoutNetwork(page, context, site);
  });
});

test('a service worker alone that changed is offered and taken, with every file', async ({ page, context }) => {
  await withSite(async (folder, site) => {
    await visit(page, site);
    const before = await files(page);
    await changeScript(folder, (script) => `${script}\n// Mended.\n`);
    await knownAs(page, 'en');
    await page.reload();
    await started(page);
    expect(await updated(page)).toBe('installed');
    await expect(offer(page)).toBeVisible();
    await page.getByRole('button', { name: say('app.new_version_take'), exact: true }).click();
    await expect(offer(page)).toHaveCount(0);
    await started(page);
    expect(await files(page)).toEqual(before);
    await opensWithoutNetwork(page, context, site);
  });
});

test('a newer build that fails to come leaves the one before whole, and nothing of its own', async ({ page, context }) => {
  await withSite(async (folder, site) => {
    await visit(page, site);
    const [names, before] = [await cacheNames(page), await files(page)];
    await nextBuild(folder);
    await changeScript(folder, (script) => script.replace('const NEEDED = [', 'const NEEDED = ["gone-0123456789abcdef.js",'));
    expect(await updated(page)).toBe('redundant');
    await expect.poll(() => cacheNames(page)).toEqual(names);
    expect(await files(page)).toEqual(before);
    await opensWithoutNetwork(page, context, site);
  });
});

test('a missing icon is no reason to keep nothing, and a missing page is', async ({ page, browser }) => {
  await withSite(async (folder, site) => {
    await rm(join(folder, 'icons/shortcut-mood-96.png'));
    await visit(page, site);
    await knownAs(page, 'en');
    await saysOfNetwork(page, site, say('data.place_offline'));
    expect(await files(page)).not.toContain('/icons/shortcut-mood-96.png');

    const cards = (await readdir(join(folder, 'data'))).find((name) => name.startsWith('reasons-sv-'));
    await rm(join(folder, 'data', cards!));
    const context = await browser.newContext();
    const other = await context.newPage();
    await other.goto(site.address);
    await started(other);
    await knownAs(other, 'en');
    await saysOfNetwork(other, site, say('data.place_not_offline'));
    await context.close();
  });
});

for (const language of LANGUAGES) {
  test(`what the browser cleared away is said in ${language}, and put back at the next start`, async ({ page, context }) => {
    await withSite(async (_, site) => {
      const speak = words(language);
      await visit(page, site);
      const before = await files(page);
      await knownAs(page, language);
      await saysOfNetwork(page, site, speak('data.place_offline'));
      await context.setOffline(true);
      await page.evaluate(async () => { for (const name of await caches.keys()) await caches.delete(name); });
      await page.getByRole('link', { name: speak('nav.today'), exact: true }).click();
      await page.goBack();
      await expect(page.getByText(speak('data.place_not_offline'), { exact: true })).toBeVisible();
      await context.setOffline(false);
      await page.reload();
      await started(page);
      await expect(page.getByText(speak('data.place_offline'), { exact: true })).toBeVisible();
      expect(await files(page)).toEqual(before);
      await opensWithoutNetwork(page, context, site);
    });
  });
}

test('a single file that was lost is fetched and kept again', async ({ page }) => {
  await withSite(async (_, site) => {
    await visit(page, site);
    const before = await files(page);
    const worker = before.find((name) => /\/background-[0-9a-f]{16}\.js$/.test(name))!;
    await page.evaluate(async (name) => {
      const [cache] = await caches.keys();
      await (await caches.open(cache)).delete(name);
      return fetch(name);
    }, worker);
    await expect.poll(() => files(page)).toEqual(before);
  });
});

test('"Use it" goes on where another tab was first, and where the newer build does not take over', async ({ page, context }) => {
  await withSite(async (folder, site) => {
    await visit(page, site);
    await knownAs(page, 'en');
    await page.reload();
    await started(page);
    const second = await context.newPage();
    await second.goto(site.address);
    await started(second);
    const { next } = await nextBuild(folder);
    expect(await updated(page)).toBe('installed');
    const take = (tab: Page) => tab.getByRole('button', { name: say('app.new_version_take'), exact: true }).click();
    await expect(offer(second)).toBeVisible();
    await take(page);
    await expect.poll(() => build(page)).toBe(next);
    // There is nothing waiting any more.
    await take(second);
    await expect.poll(() => build(second)).toBe(next);
    await expect(offer(second)).toHaveCount(0);
    await second.close();

    await changeScript(folder, (script) => script.replace('self.skipWaiting()', 'undefined'));
    expect(await updated(page)).toBe('installed');
    await page.evaluate(() => { document.body.dataset.before = 'take'; });
    await take(page);
    await expect(page.locator('body[data-before]')).toHaveCount(0);
    await started(page);
  });
});
