// Settings: a look around from one's own diary and back.
import { expect, test } from '@playwright/test';
import { press } from '../../pages/app';
import { databases } from '../../pages/database';
import { routes } from '../../pages/routes';
import { beginYoung, enter, face, saved, words } from '../../pages/visit';

const say = words();

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
  await expect.poll(() => databases(page)).toEqual(['askelma-index', 'askelma-young']);
});
