// What a page must never do: ask another origin for anything, break the policy, log an error.
import type { BrowserContext, Page } from '@playwright/test';

export interface Watch {
  requests: string[];
  /** Requests to any other origin than the page's own. */
  foreign: string[];
  errors: string[];
}

export function watch(context: BrowserContext, page: Page, origin: string): Watch {
  const seen: Watch = { requests: [], foreign: [], errors: [] };
  context.on('request', (request) => {
    const address = request.url();
    seen.requests.push(address);
    const local = ['data:', 'blob:', 'about:'].some((scheme) => address.startsWith(scheme));
    if (!local && new URL(address).origin !== origin) seen.foreign.push(address);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') seen.errors.push(message.text());
  });
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  return seen;
}

/** Resolves once the app has been mounted. */
export async function started(page: Page): Promise<void> {
  await page.locator('#start').waitFor({ state: 'detached' });
}

/** Resolves once the service worker has kept the whole build and answers for this page. */
export async function kept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const answers = () => page.evaluate(() => Boolean(navigator.serviceWorker.controller));
  for (let tries = 0; tries < 50 && !(await answers()); tries += 1) await page.waitForTimeout(100);
  if (await answers()) return;
  // A page that was on its way while the worker took over is without it until it is loaded anew.
  await page.reload();
  await started(page);
}
