// The first screen stands in the page before the app does: the first question in the browser's
// language, or the places of who is known here; what is tapped meanwhile is done.
import { expect, test, type Page } from '@playwright/test';
import { beginYoung, type Language, outside, prefer, type Role, words } from '../../pages/visit';
import { started } from '../../pages/watch';

test.use({ serviceWorkers: 'block' });

/** Holds the app's module back; what is returned lets it come. */
async function appHeldBack(page: Page): Promise<() => void> {
  let release!: () => void;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/askelma-*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

const question = (page: Page, language: Language) =>
  page.getByRole('heading', { level: 1, name: words(language)('welcome.who'), exact: true });

/** Looks in every picture from the first paint on; returns whether the first question was in one. */
async function questionSeen(page: Page): Promise<() => Promise<boolean>> {
  await page.addInitScript((asked) => {
    const seen = { question: false };
    const look = () => {
      const mains = [...document.querySelectorAll('main')];
      seen.question ||= mains.some((main) => main.textContent!.includes(asked) && main.checkVisibility());
      requestAnimationFrame(look);
    };
    look();
    Object.assign(window, { seen });
  }, words()('welcome.who'));
  return () => page.evaluate(() => (window as unknown as { seen: { question: boolean } }).seen.question);
}

for (const [locale, language] of [
  ['en-GB', 'en'],
  ['fi-FI', 'fi'],
  ['sv-SE', 'sv'],
] as const) {
  test.describe(`a browser in ${locale}`, () => {
    test.use({ locale });

    test(`the first question stands in ${language}, and a tap on it is kept`, async ({ page }) => {
      const say = words(language);
      const release = await appHeldBack(page);
      await page.goto('./', { waitUntil: 'commit' });
      await expect(question(page, language)).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.locator('main:visible')).toHaveCount(1);
      const young = page.getByRole('button', { name: say('welcome.young') });
      await young.click();
      await expect(young).toHaveAttribute('aria-busy', 'true');
      release();
      await expect(page.getByLabel(say('welcome.name_field'))).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('welcome.name'));
      await expect(page.locator('[data-first]')).toHaveCount(0);
      await page.getByRole('button', { name: say('app.back'), exact: true }).click();
      await expect(young).not.toHaveAttribute('aria-busy');
    });
  });
}

test('the app takes over what stands, in the chosen theme', async ({ page }) => {
  const seen = await questionSeen(page);
  await prefer(page, { theme: 'dark' });
  const release = await appHeldBack(page);
  await page.goto('./', { waitUntil: 'commit' });
  await expect(question(page, 'en')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('.start-mark')).toBeHidden();
  const stands = (await page.locator('main:visible').elementHandle())!;
  release();
  await started(page);
  expect(await stands.evaluate((main) => main.isConnected && main.checkVisibility())).toBe(true);
  await expect(page.locator('main')).toHaveCount(1);
  expect(await seen()).toBe(true);
});

test('a language chosen before the app is there is spoken once it is', async ({ page }) => {
  await prefer(page, { language: 'en' });
  const release = await appHeldBack(page);
  await page.goto('./', { waitUntil: 'commit' });
  await page.locator('main:visible select').selectOption('sv');
  release();
  await expect(question(page, 'sv')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
});

test('who has a diary sees its places at once, and never the first question', async ({ page }) => {
  await beginYoung(page);
  const seen = await questionSeen(page);
  const release = await appHeldBack(page);
  await outside(page);
  await page.goto('./', { waitUntil: 'commit' });
  const places = page.getByRole('navigation', { name: words()('nav.label') });
  for (const place of ['today', 'path', 'me', 'people']) {
    await expect(places.getByRole('link', { name: words()(`nav.${place}`), exact: true })).toBeVisible();
  }
  release();
  await expect(page.locator('main .face-row').first()).toBeVisible();
  await expect(page.locator('nav')).toHaveCount(1);
  expect(await seen()).toBe(false);
});

const PLACES: [Role, string[]][] = [
  ['parent', ['home', 'receive', 'settings']],
  ['worker', ['cases', 'receive', 'settings']],
];
for (const [role, places] of PLACES) {
  test(`a ${role} who comes back sees their places, and never the first question`, async ({ page }) => {
    await prefer(page, { role, language: 'en' });
    const seen = await questionSeen(page);
    const release = await appHeldBack(page);
    await page.goto('./', { waitUntil: 'commit' });
    await expect(page.locator('nav:visible').getByRole('link')).toHaveText(
      places.map((place) => words()(`nav.${place}`)),
    );
    release();
    await started(page);
    await expect(page.locator('main h1')).toBeVisible();
    expect(await seen()).toBe(false);
  });
}
