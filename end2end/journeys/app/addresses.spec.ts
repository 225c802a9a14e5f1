// Addresses: those that a page had before still open it and are replaced on arrival, and nothing
// that others can see over a shoulder says what somebody looked for.
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { FORMER, routes } from '../../pages/routes';
import { beginYoung, drawn, enter, prefer, saved, words } from '../../pages/visit';

const say = words();
const LEVEL_ONE: Record<string, string> = {
  '/school/thresholds': say('thresholds.title'),
  '/progress': say('progress.title'),
  '/me/map': say('reasons.title'),
  '/me/map/sort': say('reason_sort.title'),
  '/me/map/sort/:area': say('reason_sort.title'),
  '/me/map/new': say('reasons.new_title'),
  '/me/card': say('help_card.title'),
  '/morning': say('hard_morning.title'),
  '/contacts': say('help.title'),
  '/data/import': say('import.title'),
};
/** What neither the address nor the window's title nor the manifest may say. */
const TELLS = /hard|help|crisis|someone|reason|refus|anx|school\/marks/i;

/** Opens an address from Settings. Afterwards the history has grown by the opening alone. */
async function arrives(page: Page, from: string, to: string): Promise<void> {
  await enter(page, routes.settings);
  const before = await page.evaluate(() => history.length);
  await enter(page, from);
  await expect.poll(() => page.evaluate(() => location.pathname + location.search)).toBe(to);
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
  await expect(page).toHaveTitle('Askelma');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('settings.title'));
  await page.goForward();
  await drawn(page);
}

/** Sorts the first card of the life area "breaks"; returns the card's words and its id. */
async function oneCard(page: Page): Promise<{ text: string; id: string }> {
  await enter(page, routes.reasonSortOf(1));
  const text = (await page.locator('.sort-text').textContent())!;
  const answers = page.getByRole('button', { name: say('reasons.a_lot'), exact: true });
  await answers.click();
  await saved(page);
  await enter(page, routes.reasons);
  const address = await page.locator('.reason-row').filter({ hasText: text }).getAttribute('href');
  return { text, id: address!.split('/').pop()! };
}

test('the list of former addresses is that of the table of routes', () => {
  const table = readFileSync(new URL('../../../src/routes.rs', import.meta.url), 'utf8');
  const rows = table.matchAll(/= "([^"]+)"\s+was ((?:"[^"]+"(?:, )?)+)/g);
  const found = [...rows].flatMap(([, now, was]) =>
    [...was.matchAll(/"([^"]+)"/g)].map(([, one]) => [one, now]),
  );
  expect(Object.fromEntries(found)).toEqual(FORMER);
});

test('every former address opens its page and is replaced on arrival', async ({ page }) => {
  test.setTimeout(120_000);
  await beginYoung(page);
  const { text, id } = await oneCard(page);
  const fill = (address: string) => address.replace(':area', '1').replace(':id', id);
  for (const [was, now] of Object.entries(FORMER)) {
    await test.step(was, async () => {
      await arrives(page, fill(was).slice(1), fill(now));
      if (now === '/') await expect(page.locator('main .face-row').first()).toBeVisible();
      else await expect(page.getByRole('heading', { level: 1 })).toHaveText(LEVEL_ONE[now] ?? text);
      expect(new URL(page.url()).pathname).not.toMatch(TELLS);
    });
  }
});

test('the shortcuts that an installed app was made with still lead there', async ({ page }) => {
  await beginYoung(page);
  await arrives(page, 'today?do=night', '/last-night');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('night.title'));
  await arrives(page, 'today?do=mood', '/');
  await expect(page.locator('main .face-row').first()).toBeVisible();
});

test('before the first choice, help opens at its former address and leads to the first question', async ({ page }) => {
  await prefer(page, { language: 'en' });
  await enter(page, 'help');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('help.title'));
  await expect(page).toHaveURL(/:\d+\/contacts$/);
  await expect(page).toHaveTitle('Askelma');
  await page.getByRole('link', { name: say('app.back'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('welcome.who'), exact: true })).toBeVisible();
  await page.getByRole('button', { name: say('welcome.young') }).click();
  await expect(page.getByLabel(say('welcome.name_field'))).toBeVisible();
});

test('the manifest is neutral, and its shortcuts open what they say', async ({ page }) => {
  await beginYoung(page);
  const manifest = await (await page.request.get('manifest.webmanifest')).json();
  const shortcuts = manifest.shortcuts.map(({ name, url }: { name: string; url: string }) => [name, url]);
  expect(shortcuts).toEqual([
    ['Mood', 'today?do=mood'],
    ['Last night', 'last-night'],
    ['Morning', 'morning'],
    ['Share', 'share'],
  ]);
  expect(JSON.stringify(manifest)).not.toMatch(TELLS);
  for (const [url, key] of [['last-night', 'night'], ['morning', 'hard_morning'], ['share', 'share']]) {
    await enter(page, url);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(`${key}.title`));
    await expect(page).toHaveURL(new RegExp(`/${url}$`));
  }
});
