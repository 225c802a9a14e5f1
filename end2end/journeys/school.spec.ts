// Time at school: a timetable with lessons, an own plan, a day off, four days told in four ways, and
// the figures as worked out by hand (the same week as in crates/diary/tests/timetable_edit.rs, with
// another own plan).
import { expect, test, type Locator, type Page } from '@playwright/test';
import { card, heading, press } from '../pages/app';
import { choice, more, shownBy } from '../pages/fields';
import { beginYoung, enter, saved, words } from '../pages/visit';

test.use({ serviceWorkers: 'block' });

const say = words('en');

/** Goes to a date, at four in the afternoon. */
async function on(page: Page, date: string, place: string): Promise<void> {
  await page.clock.setFixedTime(`${date}T16:00:00+02:00`);
  await enter(page, place);
}

async function less(page: Page, label: string, times: number): Promise<void> {
  const minus = choice(page, label, say('app.less'));
  for (let time = 0; time < times; time += 1) await minus.click();
}

const weekday = (page: Page, name: string) => card(page, name);

async function timetable(page: Page): Promise<void> {
  await on(page, '2026-11-02', 'school/timetable');
  const monday = weekday(page, 'Monday');
  await monday.getByRole('button', { name: say('timetable.add_lesson') }).click();
  const sheet = page.locator('dialog[open]');
  await expect(sheet.getByRole('heading', { name: 'Lesson, Monday' })).toBeVisible();
  await sheet.getByLabel(say('timetable.name')).fill('Maths');
  const starts = sheet.getByLabel(say('timetable.starts'));
  await starts.fill('8.15');
  await starts.blur();
  await sheet.getByRole('button', { name: say('timetable.save_next') }).click();
  // A quarter of an hour after 8:15 + 45 min.
  await expect(starts).toHaveValue('09:15');
  await sheet.getByLabel(say('timetable.name')).fill('Art');
  await more(page, say, say('timetable.lesson_length'), 6);
  await expect(shownBy(page, say('timetable.lesson_length'))).toHaveText('1 h 15');
  await sheet.getByRole('button', { name: say('app.save'), exact: true }).click();
  await expect(monday.locator('.lesson-row')).toHaveText(['08:15Maths45 min', '09:15Art1 h 15']);
  await expect(monday.locator('.aside')).toHaveText('2 h');
  await expect(weekday(page, 'Tuesday').locator('.aside')).toHaveText('5 h');
  await press(page, 'app.save');
  await saved(page);
  await heading(page, say('school.title'));
}

async function ownPlan(page: Page): Promise<void> {
  await page.getByRole('link', { name: say('school.to_own') }).click();
  await heading(page, say('timetable.own_title'));
  for (const name of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) {
    const minus = weekday(page, name).getByRole('button', { name: say('app.less'), exact: true });
    for (let time = 0; time < 4; time += 1) await minus.click();
    await expect(weekday(page, name).locator('.aside')).toHaveText('4 h');
  }
  // An own plan that ends before it begins is not taken, and nothing of it is lost.
  const until = page.getByLabel(say('timetable.until'));
  await until.fill('2026-11-01');
  await press(page, 'app.save');
  await expect(page.locator('.notice')).toContainText(say('timetable.ends_early'));
  await until.fill('2026-12-18');
  await press(page, 'app.save');
  await saved(page);
}

async function dayOff(page: Page): Promise<void> {
  await page.getByRole('link', { name: say('school.to_terms') }).click();
  await press(page, 'terms.add');
  const sheet = page.locator('dialog[open]');
  const save = sheet.getByRole('button', { name: say('app.save'), exact: true });
  await save.click();
  await expect(sheet.locator('.notice')).toContainText(say('terms.no_date'));
  await sheet.getByRole('button', { name: say('terms.autumn') }).click();
  await sheet.getByLabel(say('terms.from')).fill('2026-11-06');
  await sheet.getByLabel(say('terms.to')).fill('2026-11-05');
  await save.click();
  await expect(sheet.locator('.notice')).toContainText(say('terms.ends_early'));
  await sheet.getByLabel(say('terms.to')).fill('2026-11-06');
  await save.click();
  await saved(page);
  const row = page.locator('main .row-link').filter({ hasText: say('terms.autumn') });
  await expect(row).toContainText('Days off · 6 Nov');
}

const schoolCard = (page: Page): Locator => card(page, say('school_card.title'));

async function fourDays(page: Page): Promise<void> {
  // Monday by lesson, from Today's card.
  await on(page, '2026-11-02', '');
  await schoolCard(page).getByRole('link', { name: say('school_card.details') }).click();
  await press(page, 'app.save');
  await expect(page.locator('.notice')).toContainText(say('school_day.needs'));
  await choice(page, 'Maths', say('school_day.lesson_there')).click();
  await choice(page, 'Art', say('school_day.lesson_remote')).click();
  await less(page, say('school_day.lesson_minutes'), 9);
  await expect(shownBy(page, say('school_day.lesson_minutes'))).toHaveText('30 min');
  await expect(card(page, say('school_day.by_lesson')).locator('.aside')).toHaveText('1 h 15 of 2 h, 30 min remote');
  await press(page, 'app.save');
  await saved(page);
  await expect(schoolCard(page)).toContainText('1 h 15, part of it remote');
  // Tuesday in one tap.
  await on(page, '2026-11-03', '');
  await schoolCard(page).getByRole('button', { name: say('school_card.whole'), exact: true }).click();
  await saved(page);
  // Wednesday mixed, in minutes, with an adult.
  await on(page, '2026-11-04', 'day/2026-11-04/school');
  await choice(page, say('school_day.how'), say('school_day.mixed')).click();
  await less(page, say('school_day.attended'), 10);
  await more(page, say, say('school_day.remote'), 4);
  await less(page, say('school_day.attended'), 7);
  await press(page, 'app.save');
  await expect(page.locator('.notice')).toContainText(say('school_day.remote_over'));
  await more(page, say, say('school_day.attended'), 7);
  await expect(shownBy(page, say('school_day.attended'))).toHaveText('2 h 30');
  await choice(page, say('school_day.tags'), say('school_day.tag_adult')).click();
  await page.getByLabel(say('school_day.note')).fill('The quiet room helped.');
  await press(page, 'app.save');
  await saved(page);
  // Thursday ill.
  await on(page, '2026-11-05', 'day/2026-11-05/school');
  await choice(page, say('school_day.how'), say('school_card.ill')).click();
  await press(page, 'app.save');
  await saved(page);
}

const figure = (page: Page, title: string) => page.locator('.school-figure').filter({ hasText: say(title) });

async function figures(page: Page): Promise<void> {
  await on(page, '2026-11-07', 'school');
  await expect(page.getByText(say('school.own_log'), { exact: true })).toBeVisible();
  await expect(card(page, say('school.this_week'))).toContainText('8 h 45 so far');
  // Planned 2 + 5 + 5 + 5 h, Friday off; attended 75 + 300 + 150 + 0 min; 1 - 525 / 1020 = 48.5 %.
  const full = figure(page, 'school.full');
  await expect(full).toContainText('8 h 45 of 17 h');
  await expect(full).toContainText('Absence 49 %, from 4 of 4 school days');
  await expect(full).toContainText('1 h 30 of it remote · 1 day ill, counted');
  // Own plan: Monday's 2 h are less than its 4; 2 + 4 + 4 + 4 h; 75 + 240 + 150 min of 840.
  const own = figure(page, 'school.own');
  await expect(own).toContainText('7 h 45 of 14 h');
  await expect(own).toContainText('Absence 45 %, from 4 of 4 school days');
  const rows = (title: string) => card(page, say(title)).locator('.share-row');
  await expect(rows('school.by_weekday')).toHaveText([
    'Monday1 h 15 of 2 h, from 1 of 1 school days',
    'Tuesday5 h of 5 h, from 1 of 1 school days',
    'Wednesday2 h 30 of 5 h, from 1 of 1 school days',
    'Thursday0 min of 5 h, from 1 of 1 school days',
  ]);
  await expect(rows('school.by_lesson')).toHaveText([
    'Maths1 of 1 lessons, 45 min of 45 min',
    'Art1 of 1 lessons, 30 min of 1 h 15',
  ]);
  await expect(card(page, say('school.drift'))).toContainText(say('school.early'));
  await expect(page.locator('.tint-card')).toContainText(say('school.word_second'));
}

test('a week of school, told in four ways, gives the figures worked out by hand', async ({ page }) => {
  test.setTimeout(120_000);
  await page.clock.setFixedTime('2026-11-02T08:00:00+02:00');
  await beginYoung(page);
  await timetable(page);
  await ownPlan(page);
  await dayOff(page);
  await fourDays(page);
  await figures(page);

  // A blank school day: the share rests below 80 % (4 of 6), the hours stay.
  await on(page, '2026-11-11', 'school');
  const full = figure(page, 'school.full');
  await expect(full).toContainText('8 h 45 of 17 h');
  await expect(full).toContainText('From 4 of 6 school days');
  await expect(full).toContainText(say('school.too_few'));
  await expect(full).not.toContainText('Absence');
  await expect(page.locator('.tint-card')).toHaveCount(0);

  // What was told is there to be mended: the lessons as they were.
  await enter(page, 'day/2026-11-02/school');
  await expect(choice(page, 'Maths', say('school_day.lesson_there'))).toHaveAttribute('aria-pressed', 'true');
  await expect(choice(page, 'Art', say('school_day.lesson_remote'))).toHaveAttribute('aria-pressed', 'true');
  await enter(page, 'day/2026-11-04/school');
  await expect(shownBy(page, say('school_day.remote'))).toHaveText('1 h');
  await expect(page.getByLabel(say('school_day.note'))).toHaveValue('The quiet room helped.');
  await expect(choice(page, say('school_day.tags'), say('school_day.tag_adult'))).toHaveAttribute('aria-pressed', 'true');
});

test('a new timetable counts from its date on; taken away, the one before goes on', async ({ page }) => {
  await page.clock.setFixedTime('2026-11-02T08:00:00+02:00');
  await beginYoung(page);
  await timetable(page);
  await on(page, '2026-11-03', '');
  await schoolCard(page).getByRole('button', { name: say('school_card.whole'), exact: true }).click();
  await saved(page);
  await on(page, '2026-11-09', 'school/timetable');
  const tuesday = weekday(page, 'Tuesday');
  await tuesday.getByRole('button', { name: say('timetable.same_as').replace('{weekday}', 'Monday') }).click();
  await expect(tuesday.locator('.aside')).toHaveText('2 h');
  await press(page, 'app.save');
  await saved(page);
  // The Tuesday behind keeps its five hours.
  await expect(figure(page, 'school.full')).toContainText('5 h of 5 h');
  await enter(page, 'day/2026-11-03/school');
  await expect(shownBy(page, say('school_day.planned'))).toHaveText('5 h');
  await enter(page, 'school/timetable');
  const versions = page.locator('main .row-link');
  await expect(versions).toHaveText([/2 Nov – 8 Nov22 h a week/, /From 9 Nov on19 h a week/]);
  await versions.nth(1).click();
  await page.getByRole('button', { name: say('timetable.remove') }).click();
  await expect(page.locator('.undo-line')).toContainText(say('said.removed'));
  await enter(page, 'school/timetable');
  await expect(versions).toHaveText([/From 2 Nov on22 h a week/]);
});

test('undo takes a timetable back', async ({ page }) => {
  await page.clock.setFixedTime('2026-11-02T08:00:00+02:00');
  await beginYoung(page);
  await timetable(page);
  await page.locator('.undo-line').getByRole('button', { name: say('app.undo') }).click();
  await expect(page.locator('.undo-line')).toContainText(say('app.undone'));
  await enter(page, 'school/timetable');
  await expect(page.locator('.lesson-row')).toHaveCount(0);
  await expect(page.locator('main .row-link')).toHaveCount(0);
});

test('from how much absence on a word is said is one’s own choice', async ({ page }) => {
  await page.clock.setFixedTime('2026-11-03T16:00:00+02:00');
  await beginYoung(page);
  await enter(page);
  await schoolCard(page).getByRole('button', { name: say('school_card.part'), exact: true }).click();
  await press(page, 'school_card.length_save');
  // Two and a half of five hours: half of the one day known.
  await saved(page);
  await enter(page, 'school/marks');
  await expect(shownBy(page, say('thresholds.first'))).toHaveText('10 %');
  await expect(shownBy(page, say('thresholds.second'))).toHaveText('20 %');
  // The first stays below the second.
  await more(page, say, say('thresholds.first'), 9);
  await expect(choice(page, say('thresholds.first'), say('app.more'))).toHaveAttribute('aria-disabled', 'true');
  await expect(shownBy(page, say('thresholds.first'))).toHaveText('19 %');
  await press(page, 'thresholds.lessons');
  await expect(shownBy(page, say('thresholds.first'))).toHaveText('30 lessons');
  await expect(page.getByText(say('thresholds.no_term'))).toBeVisible();
  await page.reload();
  await expect(shownBy(page, say('thresholds.second'))).toHaveText('50 lessons');
  await press(page, 'thresholds.usual');
  await expect(shownBy(page, say('thresholds.first'))).toHaveText('10 %');
});
