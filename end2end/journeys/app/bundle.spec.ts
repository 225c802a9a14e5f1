// The bundle itself: policy, origins, sub-path, offline, a new build beside an old tab.
import { expect, test, type Page } from '@playwright/test';
import { begin } from '../../pages/app';
import { copyOfDist, host, nextBuild } from '../../pages/host';
import { routes } from '../../pages/routes';
import { face, LANGUAGES, words } from '../../pages/visit';
import { kept, started, watch } from '../../pages/watch';

const sub = process.env.ASKELMA_SUB_DIST ?? '../target/askelma-sub-path';

/** The script that starts the background worker, as the page names it. */
async function backgroundScript(page: Page): Promise<string> {
  return (await page.locator('meta[content*="/background-"]').getAttribute('content'))!;
}

test('starts under its policy and asks no other origin for anything', async ({ page, context, baseURL }) => {
  const seen = watch(context, page, new URL(baseURL!).origin);
  const response = await page.goto('./');
  expect(response!.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  await started(page);
  await kept(page);
  const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
  await expect(policy).toHaveAttribute('content', /^default-src 'none'; script-src 'self'/);
  expect(seen.foreign).toEqual([]);
  expect(seen.errors).toEqual([]);
});

test('the policy stops an inline script, eval, and a request to another origin', async ({ page }) => {
  await page.goto('./');
  await started(page);
  const stopped = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
    // In a task of its own: what a debugger evaluates may do more than a page.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          resolve(new Function('return true')());
        } catch {
          resolve(false);
        }
      });
    });
    const fetched = await fetch('http://127.0.0.1:9/').then(() => true, () => false);
    const image = await new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        if (event.effectiveDirective === 'img-src') resolve('stopped');
      });
      new Image().src = 'http://127.0.0.1:9/a.png';
    });
    return { inline: 'ran' in window, evaluated, fetched, image };
  });
  expect(stopped).toEqual({ inline: false, evaluated: false, fetched: false, image: 'stopped' });
});

test.describe('before anything is kept for offline use', () => {
  test.use({ serviceWorkers: 'block' });

  test('the first load is what the budget weighs, and the rest comes after', async ({ page, context, baseURL }) => {
    const seen = watch(context, page, new URL(baseURL!).origin);
    await page.addInitScript(() => {
      const look = new MutationObserver(() => {
        if (!document.querySelector('main .face-row')) return;
        performance.mark('today');
        look.disconnect();
      });
      look.observe(document, { childList: true, subtree: true });
    });
    // Through the whole first run, until Today takes a tap.
    await begin(page, 'young', 'Aino');
    await page.getByRole('link', { name: words()('begin.mood') }).click();
    await face(page, 4).click();
    const later = /\/(askelma-rest-[0-9a-f]{16}\.(wasm|css)|data\/more-words-en-[0-9a-f]{16}\.txt)$/;
    await expect.poll(() => seen.requests.filter((address) => later.test(address)).length).toBe(3);
    const tooSoon = await page.evaluate((pattern) => {
      const [today] = performance.getEntriesByName('today');
      const files = performance.getEntriesByType('resource').filter(({ name }) => new RegExp(pattern).test(name));
      return files.filter((file) => file.startTime < today.startTime).map((file) => file.name);
    }, later.source);
    expect(tooSoon).toEqual([]);
    const weighed =
      /\/(begin|askelma-(link-)?[0-9a-f]{16}\.js|askelma-[0-9a-f]{16}\.(css|wasm)|data\/words-en-[0-9a-f]{16}\.txt|fonts\/atkinson-[0-9a-f]{16}\.woff2)?$/;
    const bySystem = /\/(manifest\.webmanifest|icons\/.*)$/;
    const known = [weighed, bySystem, later];
    const more = seen.requests.filter((address) => !known.some((files) => files.test(address)));
    expect(more).toEqual([]);
  });

  test('the background worker comes only when it is asked for', async ({ page, context, baseURL }) => {
    const seen = watch(context, page, new URL(baseURL!).origin);
    await page.goto('./');
    await started(page);
    expect(seen.requests.filter((address) => address.includes('/background-'))).toEqual([]);
    const said = await page.evaluate(
      (script) =>
        new Promise((resolve) => {
          const worker = new Worker(script, { type: 'module' });
          worker.onmessage = () => resolve('something');
          worker.onerror = (event) => resolve(`an error: ${event.message}`);
        }),
      await backgroundScript(page),
    );
    expect(said).toBe('something');
    expect(seen.requests.filter((address) => /\/background-[0-9a-f]{16}\.(js|wasm)$/.test(address))).toHaveLength(2);
    expect(seen.foreign).toEqual([]);
    expect(seen.errors).toEqual([]);
  });
});

test('works at a sub-path, deep links included', async ({ page, context }) => {
  const site = await host(sub);
  try {
    expect(new URL(site.address).pathname).toBe('/x/');
    const seen = watch(context, page, new URL(site.address).origin);
    for (const place of ['', 'path', 'people']) {
      await page.goto(site.address + place);
      await started(page);
    }
    await kept(page);
    const outside = seen.requests.filter((address) => !address.startsWith(site.address));
    expect(outside).toEqual([]);
    expect(seen.errors).toEqual([]);
    const manifest = await page.request.get(`${site.address}manifest.webmanifest`);
    expect((await manifest.json()).id).toBe('/x/');
  } finally {
    await site.stop();
  }
});

test('starts with the network off after one visit', async ({ page, context }) => {
  const site = await host(sub);
  await page.goto(site.address);
  await started(page);
  await kept(page);
  await site.stop();
  await context.setOffline(true);
  const response = await page.goto(site.address + routes.people);
  await started(page);
  // The page carries the policy as a header even though no host sent it.
  expect(response!.fromServiceWorker()).toBe(true);
  expect(response!.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  // The background worker is there too.
  const worker = page.waitForEvent('worker');
  await page.evaluate((script) => {
    new Worker(script, { type: 'module' });
  }, await backgroundScript(page));
  // A policy of its own, too: the page's does not reach it.
  const evaluated = await (await worker).evaluate(
    () => new Promise((resolve) => setTimeout(() => {
      try { resolve(new Function('return true')()); } catch { resolve(false); }
    })),
  );
  expect(evaluated).toBe(false);
});

test('a new build waits while an old tab keeps its own files', async ({ page, context }) => {
  const { folder, remove } = await copyOfDist();
  const site = await host(folder);
  try {
    const buildOf = (tab: typeof page) =>
      tab.locator('meta[name="askelma-build"]').getAttribute('content');
    const caches = () => page.evaluate(async () => (await window.caches.keys()).length);
    await page.goto(site.address);
    await started(page);
    await kept(page);
    const { old, next, gone } = await nextBuild(folder);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration!.update();
    });
    await expect.poll(caches).toBe(2);
    // Both tabs are of the old build until one of them asks.
    const second = await context.newPage();
    await second.goto(site.address);
    await started(second);
    expect(await buildOf(second)).toBe(old);
    await second.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      registration!.waiting!.postMessage({ type: 'skip-waiting' });
      await new Promise((resolve) =>
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
      );
    });
    await second.reload();
    await started(second);
    expect(await buildOf(second)).toBe(next);
    // The first tab has not moved, and what it was started from is still there.
    expect(await buildOf(page)).toBe(old);
    expect(await caches()).toBe(2);
    // Past the browser's own cache, which may keep such a file for ever.
    const status = (tab: typeof page) =>
      tab.evaluate((name) => fetch(name, { cache: 'no-store' }).then((it) => it.status), `/${gone}`);
    expect(await status(page)).toBe(200);
    // Once no tab of the old build is left, its files go.
    await page.reload();
    await started(page);
    await expect.poll(caches).toBe(1);
    expect(await status(page)).toBe(404);
  } finally {
    await site.stop();
    await remove();
  }
});

test.describe('where it cannot start', () => {
  test.use({ serviceWorkers: 'block' });

  test('a plain sentence says so in every language', async ({ page }) => {
    await page.route('**/*.wasm', (route) => route.abort());
    await page.goto('./');
    for (const language of LANGUAGES) {
      await expect(page.locator(`#start-cannot p[lang=${language}]`)).toBeVisible();
    }
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what it needs', async ({ page }) => {
    await page.goto('./');
    await expect(page.locator('noscript p[lang=fi]')).toBeVisible();
  });
});

test('the first paint is calm, in the chosen theme', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('askelma', '{"theme":"dark"}'));
  // The module never comes, so that the first paint stays. Someone to talk to has no first screen.
  await page.route('**/*.wasm', () => {});
  await page.goto(`./${routes.help}`, { waitUntil: 'commit' });
  await expect(page.locator('.start-mark')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('#start-cannot')).toBeHidden();
  await page.screenshot({ path: 'test-results/first-paint.png' });
});
