// My days: a calendar to any past day, all days in a list, everything of a day in one place, search.
import { expect, test, type Page } from '@playwright/test';
import { heading } from '../../pages/app';
import { daysBefore, type PastDay, wasWritten } from '../../pages/past';
import { routes } from '../../pages/routes';
import { beginYoung, enter, face, filled, LANGUAGES, saved, words } from '../../pages/visit';

test.use({ serviceWorkers: 'block' });

const TODAY = '2026-11-24';
const NOW = `${TODAY}T16:20:00+02:00`;

/** Some eighty days, one of them last year. */
function past(): PastDay[] {
  const days: PastDay[] = Array.from({ length: 80 }, (_, back) => ({
    date: daysBefore(TODAY, back + 1),
    moods: [{ at: '12:00', mood: (back % 5) + 1 }],
  }));
  days[4] = {
    date: daysBefore(TODAY, 5),
    moods: [
      { at: '08:04', mood: 2, note: 'The bus felt too full. A long morning, and then the Octopus book from the library, which was worth it after all.' },
      { at: '17:30', mood: 4, note: 'Better in the evening.' },
    ],
    night: { tried: '23:15', woke: '07:05' },
    school: { planned: 300, attended: 90 },
    moment: { words: 'Read about an octopus.', strengths: [2] },
  };
  days.push({ date: '2025-02-14', moods: [{ at: '10:00', mood: 5, note: 'First octopus ever.' }] });
  return days;
}

async function begun(page: Page, language: 'en' | 'fi' | 'sv' = 'en'): Promise<void> {
  await page.clock.setFixedTime(NOW);
  await beginYoung(page, 'Aino', language);
  await wasWritten(page, past());
}

const rows = (page: Page) => page.locator('main a.row-link');

for (const language of LANGUAGES) {
  test(`words are found, newest first, and lead to their entry, in ${language}`, async ({ page }) => {
    const say = words(language);
    await begun(page, language);
    await enter(page, routes.me);
    await page.getByRole('link', { name: say('diary.title') }).click();
    await heading(page, say('diary.title'));
    const field = page.getByLabel(say('diary.search'));
    await field.fill('octopus');
    await expect(page.getByText(say('diary.found').replace('{n}', '3'))).toBeVisible();
    await expect(rows(page)).toHaveCount(3);
    await expect(page.locator('main mark')).toHaveText(['octopus', 'Octopus', 'octopus']);
    // A long note begins shortly before the word.
    await expect(rows(page).nth(1)).toContainText('…');
    await expect(rows(page).nth(2)).toContainText('2025');
    await field.fill('octopus bus');
    await expect(rows(page)).toHaveCount(1);
    await expect(page.locator('main mark')).toHaveCount(2);
    await field.fill('kraken');
    await expect(page.getByText(say('diary.found_none'))).toBeVisible();
    await expect(page.locator('.month')).toHaveCount(0);
    await field.fill('evening');
    await rows(page).click();
    await heading(page, say('mood.title'));
    await expect(page.getByLabel(say('mood.note'), { exact: true })).toHaveValue('Better in the evening.');
  });
}

test('the list goes back page by page to the first day', async ({ page }) => {
  const say = words();
  await begun(page);
  await enter(page, routes.diary);
  await expect(rows(page)).toHaveCount(21);
  await expect(rows(page).nth(4)).toContainText('night 7 h 50');
  await expect(rows(page).nth(4)).toContainText('1 h 30 at school');
  await expect(rows(page).nth(4)).toContainText('“Read about an octopus.”');
  const earlier = page.getByRole('button', { name: say('diary.earlier') });
  for (const shown of [42, 63, 81]) {
    await earlier.click();
    await expect(rows(page)).toHaveCount(shown);
  }
  await expect(earlier).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'February 2025' })).toBeVisible();
  await rows(page).last().click();
  await heading(page, 'Friday 14 February');
});

test('the calendar leads to any past day, also of another year', async ({ page }) => {
  const say = words();
  await begun(page);
  await enter(page, routes.diary);
  const month = page.locator('.month h2');
  await expect(month).toHaveText('November 2026');
  // What has not come yet cannot be opened.
  await expect(page.locator('.month a[href$="2026-11-25"]')).toHaveCount(0);
  await expect(page.getByRole('button', { name: say('diary.next_month') })).toBeDisabled();
  await page.getByRole('button', { name: say('diary.previous_month') }).click();
  await expect(month).toHaveText('October 2026');
  await page.getByLabel(say('diary.year')).selectOption('2025');
  await expect(month).toHaveText('October 2025');
  for (let back = 0; back < 8; back += 1) await page.getByRole('button', { name: say('diary.previous_month') }).click();
  await expect(month).toHaveText('February 2025');
  await page.locator('.month a[href$="2025-02-14"]').click();
  await heading(page, 'Friday 14 February');
  await expect(page.locator('main')).toContainText('First octopus ever.');
});

test('a day shows everything of it in one place, and each can be mended', async ({ page }) => {
  const say = words();
  await begun(page);
  const date = daysBefore(TODAY, 5);
  await enter(page, routes.day(date));
  const main = page.locator('main');
  for (const text of ['23:15–07:05', 'About 7 h 50, the whole night', 'The bus felt too full.', 'Better in the evening.', '1 h 30 at school', 'Read about an octopus.', 'Curious']) {
    await expect(main).toContainText(text);
  }
  await main.locator('a[href*="/mood/"]').first().click();
  await page.getByLabel(say('mood.note'), { exact: true }).fill('The bus was all right.');
  await page.getByRole('button', { name: say('app.save'), exact: true }).click();
  await heading(page, 'Thursday 19 November');
  await expect(main).toContainText('The bus was all right.');
  await main.locator('a[href$="/night"]').click();
  await page.getByLabel(say('night.woke'), { exact: true }).and(page.getByRole('textbox')).fill('7.35');
  await page.getByRole('button', { name: say('app.save'), exact: true }).click();
  await expect(main).toContainText('23:15–07:35');
  await main.locator('a[href*="/moment/"]').first().click();
  await page.getByLabel(say('moment.what')).fill('Read about two octopuses.');
  await page.getByRole('button', { name: say('app.save'), exact: true }).click();
  await expect(main).toContainText('Read about two octopuses.');
  await face(page, 5).click();
  await saved(page);
  await expect(main.locator('a[href*="/mood/"]')).toHaveCount(3);
  await page.getByRole('link', { name: say('day.after') }).click();
  await heading(page, 'Friday 20 November');
  await page.getByRole('link', { name: say('day.all') }).click();
  await heading(page, say('diary.title'));
});

test('a day that has not come has no page', async ({ page }) => {
  const say = words();
  await begun(page);
  await enter(page, routes.day('2026-12-24'));
  await expect(page.getByText(filled(say('not_found.title')))).toBeVisible();
});
