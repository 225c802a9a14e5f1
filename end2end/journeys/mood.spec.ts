// Check-ins: several a day, every detail, own words offered again, mended and taken away.
import { expect, test, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { begin, device, heading } from '../pages/app';
import { choice, pressed, typeTime } from '../pages/fields';
import { beginYoung, enter, face, LANGUAGES, saved, type Words, words } from '../pages/visit';

test.use({ serviceWorkers: 'block' });

const NOW = '2026-11-24T16:20:00+02:00';
const entries = (page: Page) => page.locator('main a[href*="/mood/"]');

async function at(page: Page, time: string): Promise<void> {
  await page.clock.setFixedTime(time);
}

async function openLast(page: Page, say: Words): Promise<void> {
  await entries(page).last().click();
  await heading(page, say('mood.title'));
}

async function save(page: Page, say: Words): Promise<void> {
  await page.getByRole('button', { name: say('app.save'), exact: true }).click();
}

for (const language of LANGUAGES) {
  const say = words(language);
  test(`every detail of a check-in is kept, in ${language}`, async ({ page }) => {
    await at(page, NOW);
    await beginYoung(page, 'Aino', language);
    await enter(page);
    await face(page, 2).click();
    await face(page, 4).click();
    await expect(entries(page)).toHaveCount(2);
    // The later of two quick taps is the later one.
    await expect(entries(page).last()).toContainText(say('mood_name.four'));
    await openLast(page, say);
    const chosen = [
      choice(page, say('mood.energy'), '3'),
      choice(page, say('mood.worry'), '7'),
      choice(page, say('mood.feelings'), say('feeling.hopeful')),
      choice(page, say('mood.feelings'), say('feeling.overwhelmed')),
      choice(page, say('mood.body'), say('body.heart')),
      choice(page, say('mood.company'), say('company.animal')),
      choice(page, say('mood.company'), say('company.family')),
      choice(page, say('mood.place'), say('place.outdoors')),
    ];
    for (const button of chosen) await button.click();
    await page.getByLabel(say('mood.own_feeling')).fill('Pörröinen');
    await page.getByLabel(say('mood.own_body')).fill('Perhosia vatsassa');
    await page.getByLabel(say('mood.note'), { exact: true }).fill('Kissa tuli syliin.');
    await typeTime(page, say('mood.time'), '1405');
    await save(page, say);
    await saved(page, say);
    // Moved to 14.05 it is the first of the day.
    await expect(entries(page).first()).toContainText('Kissa tuli syliin.');
    await page.reload();
    await entries(page).first().click();
    await heading(page, say('mood.title'));
    await pressed(...chosen, choice(page, say('mood.mood'), say('mood_name.four')));
    const written = language === 'en' ? '14:05' : '14.05';
    await expect(page.getByRole('textbox', { name: say('mood.time'), exact: true })).toHaveValue(written);
    await expect(page.getByLabel(say('mood.own_feeling'))).toHaveValue('Pörröinen');
    await expect(page.getByLabel(say('mood.own_body'))).toHaveValue('Perhosia vatsassa');
    // Pressed again a word is let go.
    await chosen[3].click();
    await save(page, say);
    await saved(page, say);
    await entries(page).first().click();
    await expect(chosen[3]).toHaveAttribute('aria-pressed', 'false');
    await pressed(chosen[2]);
  });
}

test('own words are offered again, and a tap fills them in', async ({ page }) => {
  const say = words();
  await at(page, NOW);
  await beginYoung(page);
  await enter(page);
  await face(page, 3).click();
  await openLast(page, say);
  await page.getByLabel(say('mood.own_feeling')).fill('Like a grey blanket');
  await page.getByLabel(say('mood.own_body')).fill('Cold toes');
  await save(page, say);
  await saved(page, say);
  await at(page, '2026-11-25T09:10:00+02:00');
  await enter(page);
  await face(page, 3).click();
  await openLast(page, say);
  await page.getByRole('button', { name: 'Like a grey blanket', exact: true }).click();
  await page.getByRole('button', { name: 'Cold toes', exact: true }).click();
  await save(page, say);
  await openLast(page, say);
  await expect(page.getByLabel(say('mood.own_feeling'))).toHaveValue('Like a grey blanket');
  await expect(page.getByLabel(say('mood.own_body'))).toHaveValue('Cold toes');
});

test('what is no time, or a time that has not come, is refused in words and loses nothing', async ({ page }) => {
  const say = words('fi');
  await at(page, NOW);
  await beginYoung(page, 'Aino', 'fi');
  await enter(page);
  await face(page, 3).click();
  await openLast(page, say);
  const time = page.getByRole('textbox', { name: say('mood.time'), exact: true });
  await page.getByLabel(say('mood.note'), { exact: true }).fill('Tämä säilyy');
  await typeTime(page, say('mood.time'), '25.70');
  await expect(page.getByText('Tuo ei ole kellonaika. Kirjoita se näin: 22.30.')).toBeVisible();
  await expect(time).toHaveAttribute('aria-invalid', 'true');
  await save(page, say);
  await heading(page, say('mood.title'));
  await expect(page.getByText(say('mood.not_then'))).toBeVisible();
  await expect(time).toHaveValue('25.70');
  await typeTime(page, say('mood.time'), '23.50');
  await expect(page.getByText(say('mood.not_then'))).toBeVisible();
  await typeTime(page, say('mood.time'), '15:55');
  await expect(time).toHaveValue('15.55');
  await save(page, say);
  await saved(page, say);
  await expect(entries(page)).toContainText('15.55');
  await expect(entries(page)).toContainText('Tämä säilyy');
});

test('a check-in is taken away and comes back by undo', async ({ page }) => {
  const say = words();
  await at(page, NOW);
  await beginYoung(page);
  await enter(page);
  await face(page, 1).click();
  await face(page, 5).click();
  await expect(entries(page)).toHaveCount(2);
  await openLast(page, say);
  await page.getByRole('button', { name: say('mood.remove') }).click();
  await expect(entries(page)).toHaveCount(1);
  await page.locator('.undo-line').getByRole('button', { name: say('app.undo') }).click();
  await expect(entries(page)).toHaveCount(2);
  await page.reload();
  await expect(entries(page)).toHaveCount(2);
});

test('a journey across time zones moves no check-in', async () => {
  const say = words();
  const folder = await mkdtemp(join(tmpdir(), 'askelma-'));
  const helsinki = await device(folder);
  await helsinki.page.clock.setFixedTime('2026-11-24T00:30:00+02:00');
  await begin(helsinki.page, 'young', 'Aino');
  await enter(helsinki.page);
  // Half past midnight belongs to Monday's evening.
  await face(helsinki.page, 2).click();
  await saved(helsinki.page, say);
  await helsinki.context.close();
  const tokyo = await device(folder, { timezoneId: 'Asia/Tokyo' });
  await tokyo.page.clock.setFixedTime('2026-11-25T10:00:00+09:00');
  await enter(tokyo.page, 'day/2026-11-23');
  await expect(entries(tokyo.page)).toHaveCount(1);
  await expect(entries(tokyo.page)).toContainText('00:30');
  await openLast(tokyo.page, say);
  await tokyo.page.getByLabel(say('mood.note'), { exact: true }).fill('Written in Tokyo');
  await typeTime(tokyo.page, say('mood.time'), '23.45');
  await save(tokyo.page, say);
  await saved(tokyo.page, say);
  await tokyo.context.close();
  const home = await device(folder);
  await home.page.clock.setFixedTime('2026-11-27T10:00:00+02:00');
  await enter(home.page, 'day/2026-11-23');
  await expect(entries(home.page)).toContainText('23:45');
  await expect(entries(home.page)).toContainText('Written in Tokyo');
  await home.context.close();
  await rm(folder, { recursive: true, force: true });
});
