// Settings: the region's lines, and a look around from one's own diary and back.
import { expect, test } from '@playwright/test';
import { press } from '../../pages/app';
import { routes } from '../../pages/routes';
import { beginYoung, enter, face, saved, words } from '../../pages/visit';

const say = words();

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

test('a look around leads back to the own diary, which is as it was', async ({ page }) => {
  await beginYoung(page, 'Sami');
  await enter(page);
  await face(page, 4).click();
  await saved(page);
  await enter(page, routes.settings);
  await page.getByRole('button', { name: new RegExp(`^${say('settings.example')}`) }).click();
  await page.getByText(say('app.example'), { exact: true }).waitFor();
  await page.locator('.tick-row').first().waitFor();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(say('example.name'));
  await press(page, 'app.example_leave');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sami');
  await expect(page.getByText(say('app.example'), { exact: true })).toHaveCount(0);
  await expect(page.locator('main a[href*="/mood/"]')).toHaveCount(1);
  await expect.poll(() => page.evaluate(() => indexedDB.databases().then((all) => all.length))).toBe(1);
});
