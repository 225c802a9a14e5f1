// Two tabs of one browser that write at once lose nothing.
import { expect, test, type Page } from '@playwright/test';
import { routes } from '../../pages/routes';
import { daysAgo } from '../../pages/walks';
import { beginYoung, enter, face } from '../../pages/visit';

test.use({ serviceWorkers: 'block' });

const moods = (page: Page) => page.locator('main a[href*="/mood/"]');
const ticks = (page: Page) => page.locator('.tick-row[aria-pressed="true"]');

async function twoTabs(first: Page): Promise<Page> {
  await beginYoung(first);
  const second = await first.context().newPage();
  await Promise.all([enter(first), enter(second)]);
  await Promise.all([first, second].map((tab) => tab.locator('.tick-row').first().waitFor()));
  return second;
}

/** Both tabs show the same, before and after they are loaded again. */
async function bothShow(tabs: Page[], check: (tab: Page) => Promise<void>): Promise<void> {
  for (const tab of tabs) await check(tab);
  for (const tab of tabs) {
    await tab.reload();
    await check(tab);
  }
}

test('moods tapped in both at once are all there, in both', async ({ page }) => {
  const second = await twoTabs(page);
  // Taps without waiting in between: the writes meet.
  const tap = (tab: Page, faces: number[]) =>
    tab.evaluate((chosen) => {
      const row = document.querySelectorAll<HTMLButtonElement>('main .face-row .face-button');
      for (const one of chosen) row[one - 1].click();
    }, faces);
  await Promise.all([tap(page, [1, 3, 5, 2]), tap(second, [2, 4, 4, 5])]);
  await bothShow([page, second], async (tab) => {
    await expect(moods(tab)).toHaveCount(8);
    const said = (await moods(tab).locator('.row-title').allTextContents()).join(' ');
    for (const [name, times] of [['Very heavy', 1], ['Quite light', 2], ['In between', 1]] as const) {
      expect(said.split(name).length - 1, name).toBe(times);
    }
  });
});

test('ticks of different items do not undo each other', async ({ page }) => {
  const second = await twoTabs(page);
  const count = await page.locator('.tick-row').count();
  const tick = (tab: Page, remainder: number) =>
    tab.evaluate((keep) => {
      const rows = [...document.querySelectorAll<HTMLButtonElement>('.tick-row')];
      for (const [at, row] of rows.entries()) if (at % 2 === keep) row.click();
    }, remainder);
  await Promise.all([tick(page, 0), tick(second, 1)]);
  await bothShow([page, second], (tab) => expect(ticks(tab)).toHaveCount(count));
});

test('one night told in both remains one night', async ({ page }) => {
  const second = await twoTabs(page);
  const today = daysAgo(0);
  await Promise.all([page, second].map((tab) => enter(tab, routes.night(today))));
  // They differ: the second slept less well.
  await second.locator('.face-button').first().click();
  await Promise.all(
    [page, second].map((tab) => tab.getByRole('button', { name: 'Save', exact: true }).click()),
  );
  await bothShow([page, second], async (tab) => {
    await expect(tab.locator('.pair .button-night')).toHaveText('8 h 30');
  });
  const quality = async (tab: Page) => {
    await enter(tab, routes.night(today));
    return tab.locator('.face-button[aria-pressed="true"]').count();
  };
  expect(await quality(page)).toBe(await quality(second));
  // What would be shared counts nights, not days.
  await enter(page, routes.share);
  await expect(page.getByRole('switch', { name: 'Sleep' })).toContainText('1 night');
});

test('what one tab takes back is gone in the other', async ({ page }) => {
  const second = await twoTabs(page);
  await face(page, 4).click();
  await expect(moods(second)).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await bothShow([page, second], (tab) => expect(moods(tab)).toHaveCount(0));
});
