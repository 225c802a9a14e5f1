// My people, my adult this week, and cards of one's own: written, shared, printed.
import { expect, test } from '@playwright/test';
import { beginYoung, enter, saved, words } from '../pages/visit';

const say = words();

test('a person is added, is my adult this week, and stands on the hard morning', async ({ page }) => {
  await beginYoung(page);
  await enter(page, 'people');
  await page.getByRole('link', { name: say('my_people.add') }).click();
  await page.getByRole('button', { name: say('app.save'), exact: true }).click();
  await expect(page.getByText(say('person.needs_name'))).toBeVisible();
  await page.getByLabel(say('person.name'), { exact: true }).fill('Leena');
  await page.getByLabel(say('person.role')).fill('School social worker');
  await page.getByLabel(say('person.phone')).fill('040 123 4567');
  await page.getByRole('button', { name: say('app.save'), exact: true }).click();
  await saved(page);
  await page.getByLabel(say('my_people.week_choose')).selectOption({ label: 'Leena' });
  await saved(page);
  await enter(page, 'hard');
  const text = page.getByRole('link', { name: say('hard_morning.adult_text').replace('{name}', 'Leena') });
  await expect(text).toHaveAttribute('href', /^sms:0401234567\?&body=/);
  await page.getByLabel(say('hard_morning.adult_message')).fill('Can you call me?');
  await expect(text).toHaveAttribute('href', 'sms:0401234567?&body=Can%20you%20call%20me%3F');
  const call = page.getByRole('link', { name: say('hard_morning.adult_call').replace('{name}', 'Leena') });
  await expect(call).toHaveAttribute('href', 'tel:0401234567');
});

test('a card is filled from its beginnings, kept, copied and printed alone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => {
    // This browser opens a share sheet that no journey can close: the words are copied instead.
    Object.defineProperty(Navigator.prototype, 'share', { value: undefined });
    Object.assign(window, { printed: 0, print: () => ((window as unknown as { printed: number }).printed += 1) });
  });
  await beginYoung(page);
  await enter(page, 'people');
  await page.getByRole('link', { name: say('own_card.arrival') }).click();
  const [first] = say('own_card.arrival_0_try').split('|');
  await page.getByRole('button', { name: first }).click();
  await page.getByLabel(say('own_card.arrival_1'), { exact: true }).fill('By the window');
  await page.getByRole('button', { name: say('app.save'), exact: true }).click();
  await saved(page);
  await page.reload();
  const card = page.locator('.print-card');
  await expect(card).toContainText(first);
  await expect(card).toContainText('By the window');
  await page.getByRole('button', { name: say('own_card.share') }).click();
  await expect(page.getByText(say('own_card.copied'))).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('By the window');
  await page.getByRole('button', { name: say('own_card.print') }).click();
  expect(await page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(1);
  await page.emulateMedia({ media: 'print' });
  await expect(card).toHaveCSS('visibility', 'visible');
  await expect(page.locator('main h1')).toHaveCSS('visibility', 'hidden');
});
