// My data is mine: saved as JSON and as tables, read by others, deleted, read back.
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import ICAL from 'ical.js';
import { routes } from '../../pages/routes';
import { beginYoung, enter, face, saved, words } from '../../pages/visit';

const say = words();

async function saveAs(page: Page, button: string): Promise<string> {
  await enter(page, routes.data);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: say(button) }).click();
  const file = await (await coming).path();
  await expect(page.getByText(say('data.saved_file'))).toBeVisible();
  return file;
}

async function choose(page: Page, path: string, name: string): Promise<void> {
  await enter(page, routes.import);
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: readFileSync(path) });
  await page.getByRole('heading', { name: say('import.comes') }).waitFor();
}

test('everything is saved, deleted, read back by merge, and taken twice adds nothing', async ({ page }) => {
  await beginYoung(page);
  await enter(page);
  await face(page, 4).click();
  await saved(page);
  await page.locator('main .tick-row').first().click();
  await saved(page);
  const file = await saveAs(page, 'data.save_json');
  const backup = JSON.parse(readFileSync(file, 'utf8'));
  expect(backup.askelma).toBe(1);
  const moods = backup.records.filter((record: { kind?: string }) => record.kind === 'mood');
  expect(moods.map((record: { entry: { mood: number } }) => record.entry.mood)).toEqual([4]);

  await page.getByRole('button', { name: say('settings.delete'), exact: true }).click();
  await page.getByRole('button', { name: say('settings.delete_do') }).click();
  await page.getByRole('button', { name: say('welcome.young') }).waitFor();
  await beginYoung(page, 'Aino');
  await enter(page);
  await expect(page.locator('main a[href*="/mood/"]')).toHaveCount(0);

  await choose(page, file, 'askelma.json');
  await page.getByRole('button', { name: say('import.take'), exact: true }).click();
  await expect(page.locator('.undo-line')).toContainText(/taken in/);
  await enter(page);
  await expect(page.locator('main a[href*="/mood/"]')).toHaveCount(1);
  await expect(page.locator('main .tick-row').first()).toHaveAttribute('aria-pressed', 'true');

  await choose(page, file, 'askelma.json');
  await expect(page.getByText(say('import.nothing_new'))).toBeVisible();
  await expect(page.getByRole('button', { name: say('import.take'), exact: true })).toHaveCount(0);
});

test('what was deleted since stays deleted, and comes back when wished', async ({ page }) => {
  await beginYoung(page);
  await enter(page);
  await face(page, 5).click();
  await saved(page);
  const file = await saveAs(page, 'data.save_json');
  await enter(page);
  await page.locator('main a[href*="/mood/"]').first().click();
  await page.getByRole('button', { name: say('mood.remove') }).click();
  await expect(page.locator('main a[href*="/mood/"]')).toHaveCount(0);
  await choose(page, file, 'askelma.json');
  await page.getByRole('switch', { name: new RegExp(say('import.bring_back')) }).click();
  await page.getByRole('button', { name: say('import.take'), exact: true }).click();
  await expect(page.locator('.undo-line')).toContainText(/taken in/);
  await enter(page);
  await expect(page.locator('main a[href*="/mood/"]')).toHaveCount(1);
});

test('the tables open in an independent reader', async ({ page }) => {
  await beginYoung(page);
  await enter(page);
  await face(page, 2).click();
  await saved(page);
  const file = await saveAs(page, 'data.save_tables');
  const files = unzipSync(readFileSync(file));
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['mood.csv', 'routine_item.csv']));
  const moods = strFromU8(files['mood.csv']);
  const [head, row] = moods.replace('\ufeff', '').trim().split('\n');
  const cells = (line: string) => line.replace(/^"|"$/g, '').split('","');
  expect(cells(head).slice(0, 3)).toEqual(['id', 'when', 'mood']);
  expect(cells(row)[2]).toBe('2');
});

test('a file that is nothing for a diary gets a plain sentence', async ({ page }) => {
  await beginYoung(page);
  const refused = async (text: string, sentence: string) => {
    await enter(page, routes.import);
    await page.locator('input[type=file]').setInputFiles({ name: 'a.csv', mimeType: '', buffer: Buffer.from(text) });
    await expect(page.getByText(say(sentence))).toBeVisible();
  };
  await refused('a,b\n1,2\n', 'import.e_not_known');
  await refused('\n', 'import.e_empty');
  await refused('{"askelma": 1, "rec', 'import.e_damaged');
  await refused('{"askelma": 2}', 'import.e_newer');
});

test('reminders become a calendar file under a neutral title, and a calendar reads it', async ({ page }) => {
  // Saturday: the first of five school mornings is on Monday.
  await page.clock.setFixedTime('2026-11-28T10:00:00+02:00');
  await beginYoung(page);
  await enter(page, routes.reminders);
  await page.getByRole('button', { name: say('reminders.add') }).click();
  await saved(page);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: say('reminders.make') }).click();
  const text = readFileSync(await (await coming).path(), 'utf8');
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
  expect(event.summary).toBe(say('reminders.neutral'));
  const times = event.iterator();
  const next = () => times.next().toString();
  expect(Array.from({ length: 6 }, next)).toEqual([
    '2026-11-30T08:00:00', '2026-12-01T08:00:00', '2026-12-02T08:00:00',
    '2026-12-03T08:00:00', '2026-12-04T08:00:00', '2026-12-07T08:00:00',
  ]);
  // Rung at the very minute, in words that tell nobody anything.
  const alarm = event.component.getFirstSubcomponent('valarm')!;
  expect(String(alarm.getFirstPropertyValue('trigger'))).toMatch(/^-?PT0S$/);
  expect(text.replace(/^(PRODID|UID).*$/gm, '')).not.toMatch(/school|mood|askelma/i);
});
