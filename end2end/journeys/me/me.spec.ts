// Me: the ways to the pages of one's own.
import { expect, test } from '@playwright/test';
import { routes } from '../../pages/routes';
import { beginYoung, enter, words } from '../../pages/visit';

const say = words();

/** What the way says, what its page is called, and where that is. */
const WAYS = [
  ['strengths.link', 'me.title', routes.strengths],
  ['reasons.title', 'reasons.title', routes.reasons],
  ['progress.title', 'progress.title', routes.progress],
  ['diary.title', 'diary.title', routes.diary],
  ['routine.title', 'routine.title', routes.routine],
  ['school.title', 'school.title', routes.school],
];

test('each way leads to the page that it names', async ({ page }) => {
  await beginYoung(page);
  for (const [way, title, route] of WAYS) {
    await enter(page, routes.me);
    await page.locator('main').getByRole('link', { name: new RegExp(`^${say(way)}`) }).click();
    await expect(page).toHaveURL(new RegExp(`/${route}$`));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(title));
  }
});
