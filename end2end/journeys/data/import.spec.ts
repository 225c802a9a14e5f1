// Entries of other apps: looked at first, bad rows named, taken once.
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { zipSync } from 'fflate';
import { routes } from '../../pages/routes';
import { beginYoung, enter, words } from '../../pages/visit';

const say = words();
const SAMPLES = new URL('../../../crates/files/fixtures/', import.meta.url);

async function choose(page: Page, name: string): Promise<void> {
  await enter(page, routes.import);
  const buffer = readFileSync(new URL(name, SAMPLES));
  await page.locator('input[type=file]').setInputFiles({ name: name.split('/').pop()!, mimeType: 'text/csv', buffer });
}

async function take(page: Page): Promise<void> {
  await page.getByRole('button', { name: say('import.take'), exact: true }).click();
  await expect(page.locator('.undo-line')).toContainText(/taken in/);
}

test("Daylio: own names are given faces, and the day has its check-ins", async ({ page }) => {
  await beginYoung(page);
  await choose(page, 'daylio-own-moods.csv');
  await page.getByRole('heading', { name: say('import.faces') }).waitFor();
  const faceOf = (name: string, mood: number) =>
    page.locator('main .card').filter({ has: page.getByRole('heading', { name, exact: true }) })
      .locator('.face-button').nth(mood - 1).click();
  await faceOf('OK', 3);
  await faceOf('Refreshed', 5);
  await faceOf('Anxious', 1);
  await page.getByRole('button', { name: say('welcome.next'), exact: true }).click();
  await page.getByRole('heading', { name: say('import.comes') }).waitFor();
  await expect(page.getByText(say('import.moods').replace('{n}', '6'))).toBeVisible();
  const left = say('import.bad_row').replace('{file}', 'daylio-own-moods.csv').replace('{line}', '6');
  await expect(page.getByText(left.replace('{why}', say('import.why_mood')))).toBeVisible();
  await take(page);
  await enter(page, routes.day('2021-05-12'));
  await expect(page.locator('main a[href*="/mood/"]')).toHaveCount(2);
});

test('Plees: two nights come, the impossible one is named by its line; twice adds nothing', async ({ page }) => {
  await beginYoung(page);
  await choose(page, 'plees.csv');
  await expect(page.getByText(say('import.nights').replace('{n}', '2'))).toBeVisible();
  const bad = say('import.bad_row').replace('{file}', 'plees.csv').replace('{line}', '5');
  await expect(page.getByText(bad.replace('{why}', say('import.why_times')))).toBeVisible();
  await take(page);
  await choose(page, 'plees.csv');
  await expect(page.getByText(say('import.nothing_new'))).toBeVisible();
});

test('several files at once all come, and the one that is not known is named', async ({ page }) => {
  await beginYoung(page);
  await enter(page, routes.import);
  const of = (name: string) => {
    const buffer = readFileSync(new URL(`../tests/fixtures/cases/${name}`, SAMPLES));
    return { name: name.split('/').pop()!, mimeType: 'text/csv', buffer };
  };
  await page.locator('input[type=file]').setInputFiles([
    '13-two-files/a-daylio.csv', '14-foreign-date-tables/weights.csv', '13-two-files/b-daylio.csv', '13-two-files/c-plees.csv',
  ].map(of));
  await expect(page.getByText(`${say('import.from_daylio')} · ${say('import.from_plees')}`)).toBeVisible();
  await expect(page.getByText(say('import.moods').replace('{n}', '2'))).toBeVisible();
  const unread = say('import.unread').replace('{file}', 'weights.csv').replace('{why}', say('import.e_not_known'));
  await expect(page.getByText(unread)).toBeVisible();
  await take(page);
  await enter(page, routes.day('2026-11-23'));
  await expect(page.locator('main a[href*="/mood/"]')).toHaveCount(1);
});

test('Loop: ticks come with an item that has ended, and can be taken back', async ({ page }) => {
  await beginYoung(page);
  await choose(page, 'loop/Checkmarks.csv');
  await expect(page.getByText(say('import.ticks').replace('{n}', '6'))).toBeVisible();
  await take(page);
  await page.locator('.undo-line').getByRole('button').first().click();
  await expect(page.locator('.undo-line')).toContainText(say('app.undone'));
  await enter(page, routes.day('2015-01-25'));
  await expect(page.getByText('Wake up early')).toHaveCount(0);
});

test('Loop: a folder of tables and the zip of them say the same, and once is enough', async ({ page }) => {
  await beginYoung(page);
  const [habits, checks] = ['Habits.csv', 'Checkmarks.csv'].map((name) => readFileSync(new URL(`loop/${name}`, SAMPLES)));
  await enter(page, routes.import);
  const input = page.locator('input[type=file]');
  await input.setInputFiles([
    { name: 'Habits.csv', mimeType: 'text/csv', buffer: habits },
    { name: 'Checkmarks.csv', mimeType: 'text/csv', buffer: checks },
  ]);
  await expect(page.getByText(say('import.ticks').replace('{n}', '6'))).toBeVisible();
  await take(page);
  await enter(page, routes.import);
  const zip = zipSync({ 'Habits.csv': habits, 'Checkmarks.csv': checks, '001 Meditate/Checkmarks.csv': habits.subarray(0, 0) });
  await input.setInputFiles({ name: 'Loop Habits CSV 2026-11-24.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) });
  await expect(page.getByText(say('import.ticks').replace('{n}', '6'))).toBeVisible();
  await expect(page.getByText(say('import.nothing_new'))).toBeVisible();
});
