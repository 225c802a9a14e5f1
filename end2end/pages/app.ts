// A device of one's own: a browser profile on the disk, its clock, and the first run.
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import type { Role } from './visit';
import { words } from './visit';

const say = words('en');

export interface Device {
  context: BrowserContext;
  page: Page;
}

export interface DeviceOptions {
  /** A video that the camera shows, over and over. */
  video?: string;
  /** More words on the browser's command line. */
  args?: string[];
  viewport?: { width: number; height: number };
  /** Pages that are left are kept whole for Back, as browsers do; Playwright's own never do. */
  backForwardCache?: boolean;
  /** Where the device is; Helsinki unless told. */
  timezoneId?: string;
}

/** A browser with a profile of its own in `folder`, or with a fresh one that goes when it closes. */
export async function device(folder = '', options: DeviceOptions = {}): Promise<Device> {
  const { launchOptions, baseURL, locale, timezoneId, ...use } = test.info().project.use;
  const wide = options.viewport !== undefined;
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: launchOptions?.executablePath,
    args: [...(launchOptions?.args ?? []), ...(options.args ?? []), ...camera(options.video)],
    ignoreDefaultArgs: options.backForwardCache ? ['--disable-back-forward-cache'] : undefined,
    baseURL,
    locale,
    timezoneId: options.timezoneId ?? timezoneId,
    colorScheme: use.colorScheme,
    viewport: options.viewport ?? use.viewport,
    deviceScaleFactor: wide ? 1 : use.deviceScaleFactor,
    hasTouch: wide ? false : use.hasTouch,
    isMobile: wide ? false : use.isMobile,
    acceptDownloads: true,
  });
  context.setDefaultTimeout(30_000);
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

function camera(video?: string): string[] {
  if (!video) return [];
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${video}`,
  ];
}

/** The first run: who, and for all but the example a name. */
export async function begin(page: Page, role: Role, name = ''): Promise<void> {
  await page.goto('./');
  await page.getByRole('button', { name: say(`welcome.${role}`) }).click();
  if (name) await page.getByLabel(say('welcome.name_field')).fill(name);
  const next = name ? 'welcome.next' : 'welcome.name_skip';
  await page.getByRole('button', { name: say(next), exact: true }).click();
  const first = { young: 'begin.title', parent: 'calm_week.title_plain', worker: 'cases.title' };
  await heading(page, say(first[role]));
}

/** Waits for the page with that title. */
export async function heading(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Presses the button with exactly that word. */
export async function press(page: Page, sentence: string): Promise<void> {
  await page.getByRole('button', { name: say(sentence), exact: true }).click();
}

/** The card with that heading. */
export function card(page: Page, title: string) {
  return page.locator('section.card').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
}

/** Everything that the app keeps on this device, as one text that is the same while nothing changes. */
export async function stored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const plain = (value: unknown): unknown => {
      if (value instanceof ArrayBuffer) return [...new Uint8Array(value)];
      return ArrayBuffer.isView(value) ? [...new Uint8Array(value.buffer)] : value;
    };
    const all: unknown[] = [];
    for (const { name } of (await indexedDB.databases()).sort((a, b) => a.name!.localeCompare(b.name!))) {
      const database = await asked(indexedDB.open(name!));
      for (const store of [...database.objectStoreNames].sort()) {
        const rows = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([asked(rows.getAllKeys()), asked(rows.getAll())]);
        all.push([name, store, keys.map(plain), values.map(plain)]);
      }
      database.close();
    }
    return JSON.stringify(all);
  });
}
