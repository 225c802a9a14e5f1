// What a meeting sheet and a calm week must show, computed from the plain log alone.
import { expect, type Page } from '@playwright/test';
import { calmWeek, Sheet } from '../pages/receive';
import { words } from '../pages/visit';
import { figures, type Log, mean, plus, short, spoken, toFive, weekday } from './log';

const say = words('en');
const MOODS = ['one', 'two', 'three', 'four', 'five'].map((name) => say(`mood_name.${name}`));
const times = (n: number) => (n === 1 ? 'once' : `${n} times`);
const many = (n: number, one: string, other: string) => (n === 1 ? one : other).replace('{n}', String(n));

export interface Shown {
  sleep?: boolean;
  notes?: boolean;
}

/** Compares the sheet on the screen with the log, number by number and row by row. */
export async function sheetEquals(page: Page, log: Log, from: string, to: string, shown: Shown = {}): Promise<void> {
  const all = figures(log, from, to);
  const sheet = new Sheet(page);
  await theStrengths(sheet, all);
  await theMoods(sheet, all);
  await theSchool(sheet, all);
  const sum = (of: 'done' | 'some' | 'due') => all.routine.reduce((total, day) => total + day[of], 0);
  await expect(sheet.card('routine').locator('.lead')).toHaveText(
    Sheet.says('routine_of', { done: sum('done') + sum('some'), due: sum('due') }),
  );
  await expect(sheet.card('routine')).toContainText(`on ${all.routine.length} days with ticks`);
  if (shown.sleep ?? true) await theNights(sheet, all);
  else await expect(sheet.card('sleep')).toHaveCount(0);
  const notes = all.moods.filter((mood) => mood.note).reverse();
  if (shown.notes) {
    await expect(sheet.card('notes').locator('.own-words')).toHaveText(notes.map((mood) => mood.note!));
  } else {
    await expect(sheet.card('notes')).toHaveCount(0);
    for (const { note } of notes) await expect(page.locator('main')).not.toContainText(note!);
  }
}

type Figures = ReturnType<typeof figures>;

async function theStrengths(sheet: Sheet, { strengths, days }: Figures): Promise<void> {
  const text = (await sheet.strengths.textContent())!.replace(/\s+/g, ' ');
  const listed = /first\.\s*(.*?)\. “/.exec(text)![1].split(', ');
  const counted = [...strengths].map(([name, n]) => `${name} ${times(n)}`);
  expect(listed.length).toBe(Math.min(5, strengths.size));
  for (const one of listed) expect(counted).toContain(one);
  const numbers = [...strengths.values()].sort((a, b) => b - a).slice(0, 5);
  expect(listed.map((one) => strengths.get(one.replace(/ (once|\d+ times)$/, '')))).toEqual(numbers);
  const moments = days.flatMap((day) => day.moments.map((moment) => ({ date: day.date, ...moment }))).reverse();
  const rows = sheet.card('moments').locator('li');
  await expect(rows).toHaveCount(moments.length);
  for (const [at, moment] of moments.entries()) {
    await expect(rows.nth(at).locator('.own-words')).toHaveText(moment.what);
    await expect(rows.nth(at).locator('p').first()).toHaveText(short(moment.date));
    const pills = await rows.nth(at).locator('.pill').allTextContents();
    expect(pills.map((pill) => pill.trim()).sort()).toEqual([...moment.strengths, ...(moment.own ? [moment.own] : [])].sort());
  }
}

async function theMoods(sheet: Sheet, { moods }: Figures): Promise<void> {
  const average = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const { number, note } = sheet.stat('mood');
  await expect(number).toHaveText(average.format(mean(moods.map((row) => row.mood))));
  await expect(note).toHaveText(`of 5, from ${moods.length} check-ins`);
  const rows = moods.map((row) => [`${short(row.date)} ${row.at}`, `${row.mood} · ${MOODS[row.mood - 1]}`]);
  expect(await sheet.table('mood')).toEqual(rows);
}

async function theNights(sheet: Sheet, { nights, span }: Figures): Promise<void> {
  const { number, note } = sheet.stat('sleep');
  await expect(number).toHaveText(spoken(toFive(mean(nights.map((night) => night.minutes)))));
  await expect(note).toHaveText(`${nights.length} of ${span.length} nights`);
  const like = (night: { estimate?: boolean }) => (night.estimate ? ` · ${say('night.like_last')}` : '');
  const rows = nights.map((night) => [short(night.date), night.tried, night.woke, spoken(night.minutes) + like(night)]);
  expect(await sheet.table('sleep')).toEqual(rows);
  const known = nights.filter((night) => night.fallAsleep !== undefined && night.awake !== undefined);
  const asleep = mean(known.map((night) => night.minutes - night.fallAsleep! - night.awake!));
  await expect(sheet.card('sleep')).toContainText(
    many(known.length, `asleep about ${spoken(toFive(asleep))}, from {n} night`, `asleep about ${spoken(toFive(asleep))}, from {n} nights`),
  );
  const guessed = nights.filter((night) => night.estimate).length;
  await expect(sheet.card('sleep')).toContainText(many(guessed, '{n} night is an estimate', '{n} nights are estimates'));
}

async function theSchool(sheet: Sheet, { school }: Figures): Promise<void> {
  const weeks = [...school.weeks];
  const rows = weeks.map(([monday, minutes]) => [short(monday), minutes === undefined ? '–' : spoken(minutes)]);
  expect(await sheet.table('school')).toEqual(rows);
  const known = weeks.flatMap(([, minutes]) => (minutes === undefined ? [] : [minutes]));
  await expect(sheet.stat('school').number).toHaveText(spoken(toFive(mean(known))));
  const { number, note } = sheet.stat('absence');
  const counts = { logged: school.logged, planned: school.planned };
  if (school.share === undefined) {
    await expect(number).toHaveText('–');
    await expect(note).toHaveText(Sheet.says('coverage_low', counts));
  } else {
    await expect(number).toHaveText(`${Math.round(school.share * 100)} %`);
    await expect(note).toHaveText(Sheet.says('absence_of', counts));
  }
  await expect(sheet.card('school')).toContainText(`${spoken(school.remote)} of it remote`);
  await expect(sheet.card('school')).toContainText(many(school.ill, '{n} day ill', '{n} days ill'));
  await expect(sheet.card('school')).toContainText(many(school.atHome, '{n} school day at home', '{n} school days at home'));
}

/** Compares the parent's calm week with the last seven days of the log. */
export async function calmWeekEquals(page: Page, log: Log, to: string): Promise<void> {
  const from = plus(to, -6);
  const { days, nights, routine } = figures(log, from, to);
  const kinds: Record<string, string> = {
    at_home: 'calm_week.school_at_home', ill: 'calm_week.school_ill', not_today: 'calm_week.school_not', no_school: 'calm_week.school_none',
  };
  const expected = days.map((day) => {
    const moods = day.moods.map((row) => row.mood).sort();
    const night = nights.find((one) => one.date === day.date);
    const ticks = routine.find((one) => one.date === day.date);
    const said = [];
    if (night) said.push(`night ${spoken(night.minutes)}`);
    if (day.school) {
      const { kind, attended, planned } = day.school;
      said.push(kinds[kind] ? say(kinds[kind]) : `school ${spoken(Math.min(attended, planned))}`);
    }
    if (ticks) said.push(`routine ${ticks.done + ticks.some} of ${ticks.due}`);
    const mood = moods[Math.floor((moods.length - 1) / 2)];
    return {
      mood: mood ? MOODS[mood - 1] : '',
      day: DAYS[weekday(day.date)],
      said: said.length === 0 && !mood ? say('calm_week.day_none') : said.join(' · '),
    };
  });
  expect(await calmWeek(page)).toEqual(expected);
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
