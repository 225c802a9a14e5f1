// Ways through the app: links, back and forward, a reload, and the address that goes with each.
import { expect, test } from '@playwright/test';
import { routes } from '../../pages/routes';
import { beginYoung, face, saved, words } from '../../pages/visit';

const say = words();

test('back, forward and a reload keep to the place', async ({ page }) => {
  const place = (name: string) => page.getByRole('link', { name: say(name), exact: true });
  const title = (name: string) =>
    expect(page.getByRole('heading', { level: 1 })).toHaveText(say(name));
  await beginYoung(page);
  await place('nav.me').click();
  await title('me.title');
  await expect(page).toHaveURL(/\/me$/);
  await place('nav.people').click();
  await title('people.title');
  await page.goBack();
  await title('me.title');
  await page.goBack();
  await title('begin.title');
  await page.goForward();
  await title('me.title');
  await page.reload();
  await title('me.title');
  await page.goBack();
  await title('begin.title');
});

test('an address of nothing says so, and leads back', async ({ page }) => {
  await beginYoung(page);
  await page.goto(`./${routes.nowhere}`);
  await expect(page.getByText(say('not_found.title'))).toBeVisible();
  await page.getByRole('link', { name: say('not_found.to_start') }).click();
  await expect(page.locator('main .face-row').first()).toBeVisible();
});

test('what was tapped on Today can be taken back on the next page', async ({ page }) => {
  await beginYoung(page);
  await page.getByRole('link', { name: say('nav.today'), exact: true }).click();
  await face(page, 2).click();
  await saved(page);
  // The first step to another page waits for the chunk.
  await page.getByRole('link', { name: say('nav.me'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('me.title'));
  await page.locator('.undo-line').getByRole('button', { name: say('app.undo') }).click();
  await expect(page.locator('.undo-line')).toContainText(say('app.undone'));
  await page.getByRole('link', { name: say('nav.today'), exact: true }).click();
  await expect(face(page, 2)).toHaveAttribute('aria-pressed', 'false');
  await expect(page.locator('main a[href*="/mood/"]')).toHaveCount(0);
});

test('a tick that was taken away on Today comes back from the next page', async ({ page }) => {
  await beginYoung(page);
  await page.getByRole('link', { name: say('nav.today'), exact: true }).click();
  const tick = page.locator('main .tick-row').first();
  for (const pressed of ['true', 'mixed', 'false']) {
    await tick.click();
    await expect(tick).toHaveAttribute('aria-pressed', pressed);
  }
  await expect(page.locator('.undo-line')).toContainText(say('said.removed'));
  await page.getByRole('link', { name: say('nav.people'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('people.title'));
  await page.locator('.undo-line').getByRole('button', { name: say('app.undo') }).click();
  await page.getByRole('link', { name: say('nav.today'), exact: true }).click();
  await expect(page.locator('main .tick-row').first()).toHaveAttribute('aria-pressed', 'mixed');
});
