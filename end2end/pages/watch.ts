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
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise<void>((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
    });
  });
}
