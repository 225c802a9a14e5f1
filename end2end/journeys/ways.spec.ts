// Ways through the app: links, back and forward, a reload, and the address that goes with each.
import { expect, test } from '@playwright/test';
import { beginYoung, words } from '../pages/visit';

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
  await title('welcome.first_title');
  await page.goForward();
  await title('me.title');
  await page.reload();
  await title('me.title');
  await page.goBack();
  await title('welcome.first_title');
});

test('an address of nothing says so, and leads back', async ({ page }) => {
  await beginYoung(page);
  await page.goto('./no/such/place');
  await expect(page.getByText(say('app.not_found'))).toBeVisible();
  await page.getByRole('link', { name: say('app.to_start') }).click();
  await expect(page.locator('main .face-row').first()).toBeVisible();
});
