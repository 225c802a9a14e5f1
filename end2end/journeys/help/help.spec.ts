// Help: there before any choice, and the lines of one's region.
import { expect, test } from '@playwright/test';
import { routes } from '../../pages/routes';
import { beginYoung, enter, prefer, saved, words } from '../../pages/visit';

const say = words();

test('help comes before the first choice', async ({ page }) => {
  await prefer(page, { language: 'en' });
  await enter(page);
  const help = page.getByRole('link', { name: say('nav.help'), exact: true });
  await help.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('help.title'));
  await expect(page.getByRole('link', { name: /112/ }).first()).toHaveAttribute('href', 'tel:112');
  await expect(page.locator('main .card').nth(3)).toBeVisible();
  await page.getByRole('link', { name: say('app.back'), exact: true }).click();
  await page.getByRole('button', { name: say('welcome.young') }).click();
  await help.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('help.title'));
});

test('elsewhere has no lines that nobody checked, and the emergency number', async ({ page }) => {
  await beginYoung(page);
  await enter(page, routes.help);
  await expect(page.getByText('116 111')).toBeVisible();
  await enter(page, routes.settings);
  const region = page.getByLabel(say('settings.region'), { exact: true });
  await expect(region.locator('option')).toHaveText(['Finland', say('settings.region_elsewhere')]);
  await region.selectOption({ label: say('settings.region_elsewhere') });
  await saved(page);
  await enter(page, routes.help);
  await expect(page.getByText(say('help.elsewhere'))).toBeVisible();
  await expect(page.getByText('116 111')).toHaveCount(0);
  await expect(page.getByRole('link', { name: say('help.call').replace('{number}', '112') })).toHaveAttribute('href', 'tel:112');
});
