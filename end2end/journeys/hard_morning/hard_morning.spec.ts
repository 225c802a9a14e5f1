// A hard morning: one small thing, who can be reached, and what is still possible.
import { expect, test } from '@playwright/test';
import { routes } from '../../pages/routes';
import { beginYoung, enter, LANGUAGES, saved, words } from '../../pages/visit';

for (const language of LANGUAGES) {
  test(`a hard morning in ${language}`, async ({ page }) => {
    const say = words(language);
    await beginYoung(page, 'Aino', language);
    await enter(page, routes.hardMorning);
    await expect(page.getByText(say('hard_morning.smallest_1'))).toBeVisible();
    await page.getByRole('button', { name: say('hard_morning.other') }).click();
    await expect(page.getByText(say('hard_morning.smallest_2'))).toBeVisible();
    await page.getByRole('button', { name: say('hard_morning.did'), exact: true }).click();
    await expect(page.getByText(say('hard_morning.did_said'))).toBeVisible();
    await page.getByRole('button', { name: say('hard_morning.body') }).click();
    await expect(page.getByText(say('hard_morning.body_words'))).toBeVisible();
    await page.getByRole('button', { name: say('hard_morning.not_now') }).click();
    await page.getByRole('button', { name: say('hard_morning.later') }).click();
    await expect(page.getByText(say('hard_morning.sms_later'))).toBeVisible();
    const ready = page.getByRole('link', { name: say('hard_morning.ready') });
    await expect(ready).toHaveAttribute('href', /^sms:\?&body=/);
    await page.getByRole('button', { name: say('hard_morning.at_home') }).click();
    await saved(page, say);
    await page.locator('.undo-line').getByRole('button').first().click();
    await expect(page.locator('.undo-line')).toContainText(say('app.undone'));
  });
}

test('an own smallest thing comes first; starters are put away and come back', async ({ page }) => {
  const say = words();
  await beginYoung(page);
  await enter(page, routes.hardMorning);
  await page.getByRole('button', { name: say('hard_morning.own_edit') }).click();
  await page.getByLabel(say('hard_morning.own_field')).fill('Pat the dog');
  await page.getByRole('button', { name: say('hard_morning.own_add') }).click();
  await saved(page);
  const away = (thing: string) => page.getByRole('button', { name: `${say('hard_morning.away')}: ${thing}` });
  await away(say('hard_morning.smallest_1')).click();
  await expect(away(say('hard_morning.smallest_1'))).toHaveCount(0);
  await page.getByRole('button', { name: say('hard_morning.starter_back') }).click();
  await expect(away(say('hard_morning.smallest_1'))).toHaveCount(1);
  await page.getByRole('button', { name: say('app.close'), exact: true }).last().click();
  await expect(page.locator('main .lead').first()).toHaveText('Pat the dog');
});

test('the breathing circle is for who wants it, and stands still with reduced motion', async ({ page }) => {
  const say = words();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await beginYoung(page);
  await enter(page, routes.hardMorning);
  await page.getByRole('button', { name: say('hard_morning.breathe') }).click();
  await expect(page.getByText(say('hard_morning.breathe_in'), { exact: true })).toBeVisible();
  await expect(page.locator('.breath-circle')).toHaveCSS('transform', 'none');
  await expect(page.getByText(say('hard_morning.breathe_out'), { exact: true })).toBeVisible();
  await page.getByRole('button', { name: say('hard_morning.breathe_stop') }).click();
  await expect(page.locator('.breath-circle')).toHaveCount(0);
});
