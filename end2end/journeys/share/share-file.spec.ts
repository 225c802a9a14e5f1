// The same summaries as locked files: read by a program that shares no line with Askelma, by a
// worker through the picker, and by a parent by dropping it.
import { expect, test } from '@playwright/test';
import { readFile, rm } from 'node:fs/promises';
import { openFile, ReadError, summaryOf } from '../../independent/reader.mjs';
import { begin, device, heading, press, stored } from '../../pages/app';
import { calmWeek, Receive, Sheet } from '../../pages/received';
import { Share } from '../../pages/share';
import { words } from '../../pages/visit';
import { figures, nightMinutes, short } from '../../tools/log';
import { afterMornings, type Mornings } from '../../tools/mornings';
import { calmWeekEquals, sheetEquals } from '../../tools/sheet-check';

const say = words('en');
test.describe.configure({ mode: 'serial', timeout: 240_000 });

interface Locked {
  name: string;
  bytes: Buffer;
  words: string;
}

let mornings: Mornings & { profile: string };
/** Everything but sleep; and a little later everything, notes too. */
let older: Locked;
let newer: Locked;

test.beforeAll(async () => {
  mornings = await afterMornings();
});

test.afterAll(async () => {
  await rm(mornings.profile, { recursive: true, force: true });
});

test('two summaries are saved as locked files', async () => {
  const { context, page } = await device(mornings.profile);
  const save = async (clock: string, choose: (share: Share) => Promise<void>): Promise<Locked> => {
    await page.clock.setFixedTime(`${mornings.to}T${clock}:00+02:00`);
    await page.goto('./');
    const share = new Share(page);
    await share.open();
    await choose(share);
    await share.preview();
    const fiveWords = await share.goOn();
    const coming = page.waitForEvent('download');
    await press(page, 'share.save_file');
    const download = await coming;
    await heading(page, say('share.done_title'));
    const bytes = await readFile(await download.path());
    return { name: download.suggestedFilename(), bytes, words: fiveWords };
  };
  older = await save('17:05', (share) => share.choose('sleep', false));
  newer = await save('18:40', async (share) => {
    await share.choose('notes', true);
    await share.atMeeting('mood');
  });
  expect(newer.name).toBe(`askelma-${mornings.to}.askelma`);
  expect(newer.words).not.toBe(older.words);
  await context.close();
});

test('an independent reader finds what was logged, and nothing more', async () => {
  const { log, from, to } = mornings;
  const all = figures(log, from, to);
  await expect(openFile(newer.bytes, older.words)).rejects.toThrow(ReadError);
  const summary = summaryOf(await openFile(newer.bytes, newer.words));
  expect(summary).toMatchObject({ from, to, name: log.name });
  expect(summary.made_at).toEqual([Date.parse(`${to}T18:40:00+02:00`) / 1000, 120]);
  expect(summary.moods.rows).toEqual(
    all.moods.map((row) => ({
      day: row.date, clock_min: clockOf(row.at), mood: row.mood, energy: row.energy ?? null, worry: row.worry ?? null,
      feelings: codes(row.feelings, FEELINGS), body: codes(row.body, BODY),
    })),
  );
  expect([summary.moods.meeting, summary.nights.meeting]).toEqual([true, false]);
  expect(summary.notes.rows.map((row: { note: string }) => row.note)).toEqual(
    all.moods.flatMap((row) => (row.note ? [row.note] : [])),
  );
  expect(summary.nights.rows).toEqual(
    all.nights.map((night) => ({
      day: night.date, tried_clock_min: clockOf(night.tried), lasted_min: nightMinutes(night.date, night),
      fall_asleep_min: night.fallAsleep ?? null, awakenings: night.awakenings ?? null, awake_min: night.awake ?? null,
      bed_before_min: null, bed_after_min: null, quality: night.quality ?? null, estimate: night.estimate ? 1 : null,
    })),
  );
  expect(summary.routine.rows.map(({ day, due, done, some }: Record<string, unknown>) => ({ day, due, done: done ?? 0, some: some ?? 0 }))).toEqual(
    all.routine.map(({ date, due, done, some }) => ({ day: date, due, done, some })),
  );
  const logged = summary.school.rows.filter((row: { mode: number | null }) => row.mode !== null);
  expect(logged).toEqual(
    all.days.filter((day) => day.school).map(({ date, school }) => ({
      day: date, planned_min: school!.planned, mode: MODES[school!.kind], attended_min: school!.attended,
    })),
  );
  expect(summary.moments.rows.map((row: { words: string }) => row.words)).toEqual(
    all.days.flatMap((day) => day.moments.map((moment) => moment.what)),
  );
  // What was not chosen is not there.
  const less = summaryOf(await openFile(older.bytes, older.words));
  expect(less.nights).toBeUndefined();
  expect(less.notes).toBeUndefined();
  expect(less.moods.meeting).toBe(false);
});

test('a worker opens it by the picker; twice changes nothing; older is said', async () => {
  const { log, from, to } = mornings;
  const { context, page } = await device('', { viewport: { width: 1280, height: 900 } });
  await begin(page, 'worker');
  const receive = new Receive(page);
  const take = async (file: Locked) => {
    await receive.open();
    await receive.pick(file.name, file.bytes);
    await receive.typeWords(file.words);
    await receive.opened(log.name);
  };
  await take(newer);
  await receive.keep();
  await sheetEquals(page, log, from, to, { notes: true });
  await expect(new Sheet(page).card('mood')).toContainText(say('meeting_sheet.meeting_ok'));
  await expect(new Sheet(page).card('sleep')).toContainText(say('meeting_sheet.only_you'));

  const before = await stored(page);
  await take(newer);
  await expect(page.getByText(say('receive.kept_already'))).toBeVisible();
  await expect(page.getByRole('button', { name: say('receive.keep') })).toHaveCount(0);
  await press(page, 'receive.discard');
  expect(await stored(page)).toBe(before);

  await take(older);
  await expect(page.getByText(say('receive.older'))).toBeVisible();
  expect(await stored(page)).toBe(before);
  await page.getByRole('button', { name: say('receive.keep_with').replace('{name}', log.name) }).click();
  // The newest is shown first; the older one can be chosen.
  await expect(new Sheet(page).card('sleep')).toBeVisible();
  expect(await stored(page)).not.toBe(before);
  await page.getByLabel(say('case.versions')).selectOption({ index: 1 });
  await sheetEquals(page, log, from, to, { sleep: false });
  await context.close();
});

test('a parent drops it and sees the calm week', async () => {
  const { log, to } = mornings;
  const { context, page } = await device();
  await begin(page, 'parent');
  const receive = new Receive(page);
  await receive.open();
  await receive.drop(newer.name, newer.bytes);
  await receive.typeWords(newer.words);
  await receive.opened(log.name);
  const before = await stored(page);
  await receive.keep();
  expect(await stored(page)).not.toBe(before);
  await page.goto('./');
  await calmWeekEquals(page, log, to);
  expect((await calmWeek(page)).filter((day) => day.said.includes('night')).length).toBeGreaterThan(3);
  // No worker's sheet for a parent.
  await expect(page.locator('.stat-card')).toHaveCount(0);
  await expect(page.getByText(short(to))).not.toHaveCount(0);
  await context.close();
});

const clockOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const codes = (names: string[], list: string[]) => names.map((name) => list.indexOf(name)).sort((a, b) => a - b);
// The lists of docs/exchange-format.md, in the words of the screen.
const FEELINGS = [
  'Calm', 'Glad', 'Hopeful', 'Proud', 'Interested', 'Tired', 'Anxious', 'Sad', 'Angry', 'Ashamed', 'Lonely', 'Bored',
  'Too much of everything', 'Empty',
];
const BODY = ['Stomach hurts', 'Head hurts', 'Feeling sick', 'Heart is pounding', 'Worn out', 'Tense', 'Body feels good'];
const MODES: Record<string, number> = {
  whole: 0, part: 0, remote: 1, at_home: 3, ill: 4, not_today: 5, no_school: 6,
};
