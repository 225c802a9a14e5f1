// What is left stays away: not by Back, which shows a page as it was, not in another tab, and not in
// what was being typed.
import { expect, test, type Page } from '@playwright/test';
import { device, press } from '../../pages/app';
import { routes } from '../../pages/routes';
import { beginYoung, enter, face, lookAround, saved, words } from '../../pages/visit';

const say = words();

/** How the page that stands now came to be there. */
const arrival = (page: Page) =>
  page.evaluate(() => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).type);
const drafts = (page: Page) =>
  page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('draft:')));

/** Goes back by the browser's own button until the pages of before are behind. */
async function backAgain(page: Page, times: number, seen: (page: Page) => Promise<void>): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await page.evaluate(() => history.back());
    await seen(page);
  }
}

async function ownDiary(page: Page): Promise<void> {
  await beginYoung(page, 'Sanelma');
  await enter(page);
  await face(page, 4).click();
  await saved(page);
}

async function firstQuestionAlone(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { name: say('welcome.who') })).toBeVisible();
  await expect(page.locator('main a[href*="/mood/"]')).toHaveCount(0);
  expect(await page.locator('body').textContent()).not.toContain(name);
}

/** In the app itself, so that all of it is one page to the browser. */
async function goToSettings(page: Page): Promise<void> {
  await page.getByRole('link', { name: say('nav.people'), exact: true }).click();
  await page.getByRole('link', { name: say('settings.title') }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: say('settings.title') })).toBeVisible();
}

test('the browser keeps a page whole for Back, and the app reloads it', async () => {
  const { context, page } = await device('', { backForwardCache: true });
  try {
    await ownDiary(page);
    await page.goto('icons/favicon.svg');
    await page.evaluate(() => history.back());
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Sanelma');
    // Without the cache it would be `back_forward`.
    await expect.poll(() => arrival(page)).toBe('reload');
    await expect(page.locator('main a[href*="/mood/"]')).toHaveCount(1);
  } finally {
    await context.close();
  }
});

test('after "Delete everything" no page of the diary comes by Back', async () => {
  const { context, page } = await device('', { backForwardCache: true });
  try {
    await ownDiary(page);
    await goToSettings(page);
    await page.getByRole('link', { name: say('data.title') }).first().click();
    await press(page, 'settings.delete');
    await press(page, 'settings.delete_do');
    await firstQuestionAlone(page, 'Sanelma');
    await backAgain(page, 3, (shown) => firstQuestionAlone(shown, 'Sanelma'));
  } finally {
    await context.close();
  }
});

test('after another role was chosen no page of the former comes by Back, and its diary waits', async () => {
  const { context, page } = await device('', { backForwardCache: true });
  try {
    await ownDiary(page);
    await goToSettings(page);
    await press(page, 'settings.role_change');
    await firstQuestionAlone(page, 'Sanelma');
    await backAgain(page, 2, (shown) => firstQuestionAlone(shown, 'Sanelma'));
    await page.getByRole('button', { name: say('welcome.young') }).click();
    await press(page, 'welcome.name_skip');
    await enter(page);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Sanelma');
    await expect(page.locator('main a[href*="/mood/"]')).toHaveCount(1);
  } finally {
    await context.close();
  }
});

test('after the example was left none of its pages comes by Back', async () => {
  const { context, page } = await device('', { backForwardCache: true });
  try {
    await lookAround(page, 'young');
    await page.getByRole('link', { name: say('nav.me'), exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: say('me.title') })).toBeVisible();
    await press(page, 'app.example_leave');
    const name = say('example.name');
    await firstQuestionAlone(page, name);
    await backAgain(page, 1, (shown) => firstQuestionAlone(shown, name));
  } finally {
    await context.close();
  }
});

for (const [what, leave] of [
  ['everything is deleted', async (page: Page) => {
    await enter(page, routes.data);
    await press(page, 'settings.delete');
    await press(page, 'settings.delete_do');
  }],
  ['another role is chosen', async (page: Page) => {
    await enter(page, routes.settings);
    await press(page, 'settings.role_change');
  }],
] as const) {
  test(`when ${what}, another tab shows nothing of it, and forgets what was being typed`, async ({ page }) => {
    await ownDiary(page);
    const other = await page.context().newPage();
    await enter(other);
    await other.locator('main a[href*="/mood/"]').first().click();
    await other.getByLabel(say('mood.note'), { exact: true }).fill('Nobody is to see this');
    await expect.poll(() => drafts(other)).toHaveLength(1);
    await leave(page);
    await firstQuestionAlone(page, 'Sanelma');
    await firstQuestionAlone(other, 'Sanelma');
    expect(await drafts(page)).toEqual([]);
    expect(await drafts(other)).toEqual([]);
  });
}
