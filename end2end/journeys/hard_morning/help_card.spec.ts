// When it is very hard: the card comes by itself, at most weekly, and nothing is shared unasked.
import { expect, test } from '@playwright/test';
import { routes } from '../../pages/routes';
import { allSaved, beginYoung, enter, face, LANGUAGES, saved, words, type Language } from '../../pages/visit';

const HEAVY: Record<Language, string> = {
  en: 'I want to die sometimes',
  fi: 'Haluan kuolla joskus',
  sv: 'Ibland vill jag bara försvinna, jag orkar inte leva',
};

for (const language of LANGUAGES) {
  test(`a note with such words shows the card at once, in ${language}`, async ({ page }) => {
    const say = words(language);
    await beginYoung(page, 'Aino', language);
    await enter(page);
    await face(page, 3).click();
    await saved(page, say);
    const note = async (text: string) => {
      await page.locator('main a[href*="/mood/"]').first().click();
      await page.getByLabel(say('mood.note'), { exact: true }).fill(text);
      await page.getByRole('button', { name: say('app.save'), exact: true }).click();
    };
    await note('An ordinary Tuesday, vanlig tisdag, tavallinen tiistai');
    await expect(page.locator('main .face-row').first()).toBeVisible();
    await note(HEAVY[language]);
    await expect(page.getByText(say('help_card.lead'))).toBeVisible();
    await expect(page.getByRole('link', { name: /112/ }).first()).toHaveAttribute('href', 'tel:112');
    await expect(page.locator('.undo-line')).toContainText(say('said.saved'));
  });
}

test('three days of the lowest face show the card, and not again within a week', async ({ page }) => {
  const say = words();
  await page.clock.install({ time: new Date('2026-11-23T08:00:00+02:00') });
  await beginYoung(page);
  const lead = page.getByText(say('help_card.lead'));
  const low = async (date: string) => {
    await page.clock.setFixedTime(`${date}T08:00:00+02:00`);
    await enter(page);
    await face(page, 1).click();
  };
  for (const date of ['2026-11-24', '2026-11-25']) {
    await low(date);
    await saved(page);
    await expect(lead).toHaveCount(0);
  }
  await low('2026-11-26');
  await expect(lead).toBeVisible();
  await low('2026-11-27');
  await saved(page);
  await expect(lead).toHaveCount(0);
  for (const date of ['2026-12-01', '2026-12-02']) {
    await low(date);
    await saved(page);
    await expect(lead).toHaveCount(0);
  }
  await low('2026-12-03');
  await expect(lead).toBeVisible();
});

test('before such a note is shared it asks again, and leaves it out unless told otherwise', async ({ page }) => {
  const say = words();
  await beginYoung(page);
  await enter(page);
  await face(page, 2).click();
  await saved(page);
  await page.locator('main a[href*="/mood/"]').first().click();
  await page.getByLabel(say('mood.note'), { exact: true }).fill(HEAVY.en);
  await page.getByRole('button', { name: say('app.save'), exact: true }).click();
  await page.getByText(say('help_card.lead')).waitFor();
  await allSaved(page);
  await enter(page, routes.share);
  await expect(page.getByText(say('help_card.share_title'))).toHaveCount(0);
  await page.getByRole('switch', { name: new RegExp(say('share.notes')) }).first().click();
  await expect(page.getByText(say('help_card.share_title'))).toBeVisible();
  const look = page.getByRole('button', { name: say('share.preview'), exact: true });
  await look.click();
  await page.getByRole('button', { name: say('share.go_on') }).waitFor();
  await expect(page.getByText(HEAVY.en)).toHaveCount(0);
  await enter(page, routes.share);
  // What was chosen stands there still.
  await expect(page.getByText(say('help_card.share_title'))).toBeVisible();
  await page.getByRole('switch', { name: say('help_card.share_along') }).click();
  await look.click();
  await page.getByRole('button', { name: say('share.go_on') }).waitFor();
  await expect(page.getByText(HEAVY.en)).toBeVisible();
});
