// A walk through every page of a role, in any language: each step stands on another page and
// says which. Whoever walks along looks at the page; nothing here is checked.
import type { Locator, Page } from '@playwright/test';
import { aMessage, seal } from './message';
import { routes } from './routes';
import { drawn, enter, face, filled, lookAround, prefer, type Language, type Role, words } from './visit';

const WORDS = 'kivi lumme saari tuuli valo';

async function stand(page: Page, click?: Locator): Promise<void> {
  await click?.click();
  await drawn(page);
}

/** The diary's day that many days ago, as an address has it. A day turns at 04:00. */
export function daysAgo(days: number): string {
  const then = Date.now() - (days * 24 + 4) * 3_600_000;
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(then);
}

/** A camera that shows a grey wall: no permission is asked, no code is found. */
export async function greyCamera(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const wall = document.createElement('canvas');
    wall.width = wall.height = 240;
    const paint = () => {
      const brush = wall.getContext('2d')!;
      brush.fillStyle = 'grey';
      brush.fillRect(0, 0, 240, 240);
    };
    navigator.mediaDevices.getUserMedia = async () => {
      paint();
      setInterval(paint, 100);
      return wall.captureStream(5);
    };
  });
}

/** The first run, and a young person's pages before anything is written. */
export async function* beginning(page: Page, language: Language): AsyncGenerator<string> {
  const say = words(language);
  await prefer(page, { language });
  await enter(page);
  yield 'who';
  await stand(page, page.getByRole('button', { name: say('welcome.example') }));
  yield 'through whose eyes';
  await stand(page, page.getByRole('button', { name: say('app.back'), exact: true }));
  await stand(page, page.getByRole('button', { name: say('welcome.young') }));
  yield 'name';
  await page.getByRole('button', { name: say('welcome.name_skip') }).click();
  await page.getByRole('link', { name: say('begin.mood') }).waitFor();
  await drawn(page);
  yield 'begin';
  const empty = [
    ...[routes.home, routes.me, routes.strengths, routes.reasons, routes.diary, routes.progress],
    ...[routes.people, routes.share, routes.path],
  ];
  for (const place of empty) {
    await enter(page, place);
    if (place === routes.reasons) await page.locator('main .empty').waitFor();
    yield `${place || 'today'}, empty`;
  }
}

/** The young person's pages, full of example data. */
export async function* young(page: Page, language: Language): AsyncGenerator<string> {
  const say = words(language);
  await lookAround(page, 'young', language);
  await drawn(page);
  yield 'today';
  await face(page, 4).click();
  await page.locator('.undo-line').waitFor();
  await drawn(page);
  yield 'today, a mood just saved';
  const details = page.locator('main a[href*="/mood/"]').first();
  await details.click();
  await page.getByLabel(say('mood.note'), { exact: true }).waitFor();
  await drawn(page);
  yield 'mood details';
  await enter(page, routes.night(daysAgo(0)));
  await page.locator('details.more summary').click();
  yield 'night';
  await enter(page, routes.day(daysAgo(3)));
  yield 'an earlier day';
  await page.locator('main .chip').nth(1).click();
  await page.locator('.undo-line').waitFor();
  await drawn(page);
  yield 'part of a school day';
  await enter(page, routes.momentNew(daysAgo(0)));
  yield 'a good moment';
}

/** Opens the example's young person, for a walk that begins elsewhere than on Today. */
async function asYoung(page: Page, language: Language): Promise<void> {
  await lookAround(page, 'young', language);
  await drawn(page);
}

/** What the young person finds under Me. */
export async function* ownPages(page: Page, language: Language): AsyncGenerator<string> {
  const say = words(language);
  await asYoung(page, language);
  for (const place of [routes.path, routes.me, routes.diary, routes.progress]) {
    await enter(page, place);
    yield place;
    if (place === routes.me) {
      await stand(page, page.locator('main a[href*="/moment/"]').first());
      yield 'a good moment, mended';
    }
    if (place === routes.diary) {
      await page.getByLabel(say('diary.search')).fill('o');
      await page.locator('main mark').first().waitFor();
      await drawn(page);
      yield 'diary, something found';
    }
    if (place === routes.progress) {
      await page.getByRole('button', { name: say('progress.twelve'), exact: true }).click();
      await page.locator('.bars-thin').waitFor();
      for (const table of await page.locator('.chart-table > summary').all()) await table.click();
      await drawn(page);
      yield 'progress, twelve weeks as tables';
    }
  }
}

/** People, hard mornings, help, settings and what they lead to. */
export async function* otherPages(page: Page, language: Language): AsyncGenerator<string> {
  const say = words(language);
  await asYoung(page, language);
  const others = [
    ...[routes.people, routes.personNew, routes.ownCard(0), routes.helpCard, routes.hardMorning],
    ...[routes.help, routes.settings, routes.reminders, routes.data, routes.import, routes.about],
    routes.nowhere,
  ];
  for (const place of others) {
    await enter(page, place);
    if (place === routes.help) await page.locator('main .card').first().waitFor();
    yield place;
    if (place === routes.hardMorning) {
      await stand(page, page.getByRole('button', { name: say('hard_morning.not_now') }));
      yield 'morning, not going in';
    }
    if (place === routes.data) {
      await page.getByRole('button', { name: say('settings.delete'), exact: true }).click();
      await page.locator('dialog[open]').waitFor();
      await drawn(page);
      yield 'delete everything?';
    }
  }
}

/** The routine's pages and those of time at school, with their sheets. */
export async function* routineAndSchool(page: Page, language: Language): AsyncGenerator<string> {
  const say = words(language);
  const press = (name: string) => page.getByRole('button', { name: say(name), exact: true }).first().click();
  const sheet = async () => {
    await page.locator('dialog[open]').waitFor();
    await drawn(page);
  };
  await asYoung(page, language);
  await enter(page, routes.routine);
  yield 'routine';
  await stand(page, page.locator('.sort-link').nth(1));
  await page.locator('details.more summary').click();
  yield 'a routine item';
  await enter(page, routes.routineItemNew);
  await press('app.save');
  await page.locator('.notice').waitFor();
  yield 'a routine item without a name';
  await enter(page, routes.routineReady);
  yield 'ready-made routines';
  await page.locator('main .row-link').first().click();
  await sheet();
  yield 'a ready-made routine';
  await enter(page, routes.school);
  yield 'time at school, 4 weeks';
  await press('school.twelve');
  await page.locator('.chart-table > summary').first().click();
  await drawn(page);
  yield 'time at school, 12 weeks as a table';
  await enter(page, routes.timetable);
  yield 'timetable';
  await press('timetable.add_lesson');
  await sheet();
  yield 'a lesson';
  await page.getByLabel(say('timetable.name')).fill('Ympäristöoppi');
  await page.locator('dialog').getByRole('button', { name: say('app.save'), exact: true }).click();
  await page.locator('.lesson-row').waitFor();
  await press('app.save');
  await page.locator('.share-bars').first().waitFor();
  await enter(page, routes.ownPlan);
  yield 'own plan';
  await enter(page, routes.terms);
  yield 'terms, none';
  await press('terms.add');
  await sheet();
  yield 'a term';
  await enter(page, routes.thresholds);
  yield 'thresholds';
  // The coming Monday is told by the lesson that its timetable now has.
  const weekday = (new Date(`${daysAgo(0)}T12:00Z`).getUTCDay() + 6) % 7;
  await enter(page, routes.schoolDay(daysAgo(weekday - 7)));
  await page.getByRole('group', { name: 'Ympäristöoppi' }).getByRole('button').nth(1).click();
  await drawn(page);
  yield 'a school day by lesson';
  await page.locator('.segments .chip').nth(1).click();
  await page.getByRole('button', { name: say('school_day.mixed'), exact: true }).click();
  await drawn(page);
  yield 'a mixed school day';
}

/** The path: its picture and list, a step and all that is done with it, a try from before to after. */
export async function* thePath(page: Page, language: Language): AsyncGenerator<string> {
  const say = words(language);
  const press = (name: string) => page.getByRole('button', { name: say(name), exact: true }).first().click();
  await asYoung(page, language);
  await enter(page, routes.path);
  const step = (await page.locator('.stone-here a').getAttribute('href'))!.split('/').pop()!;
  yield 'path';
  await press('path.as_list');
  await page.locator('.stones-plain').waitFor();
  await drawn(page);
  yield 'path, as a list';
  await press('path.as_picture');
  await page.locator('.far-shore').waitFor();
  await stand(page, page.getByRole('link', { name: say('path.change'), exact: true }));
  yield 'path, changed';
  await enter(page, routes.pathNew);
  const answer = page.getByLabel(say('supports.own'), { exact: true });
  for (const text of ['Takki päälle', 'Kokonainen tiistai']) {
    await answer.fill(text);
    await answer.press('Enter');
  }
  await press('path_new.take');
  await page.locator('.notice').waitFor();
  await drawn(page);
  yield 'a new path, asked';
  await enter(page, routes.pathReady);
  await page.locator('main .row-link').first().waitFor();
  yield 'ladders';
  await page.locator('main .row-link').first().click();
  await page.locator('dialog[open]').waitFor();
  await drawn(page);
  yield 'a ladder';
  await enter(page, routes.step(step));
  yield 'a step';
  for (const place of ['change', 'less-help', 'plan', 'tell']) {
    await enter(page, `path/step/${step}/${place}`);
    yield `a step, ${place}`;
  }
  await press('try_tell.earlier');
  await page.getByLabel(say('try_tell.date')).waitFor();
  await drawn(page);
  yield 'a step, told for an earlier day';
  await enter(page, routes.stepSplit(step));
  for (const chip of [0, 3]) await page.locator('main .chip').nth(chip).click();
  await drawn(page);
  yield 'a step, smaller';
  await enter(page, routes.tryBefore(step));
  yield 'before a try';
  await press('try_before.start');
  await page.getByRole('timer').waitFor();
  await press('try_now.i_am_in');
  await page.getByText(say('try_now.now_in'), { exact: true }).waitFor();
  await drawn(page);
  yield 'a try';
  await enter(page);
  yield 'today, a try goes on';
  await page.getByRole('link', { name: say('step_card.go_on'), exact: true }).click();
  await press('try_now.all_of_it');
  const hardest = page.getByRole('group', { name: say('try_now.hardest'), exact: true });
  await hardest.getByRole('button').nth(3).click();
  await page.locator('.beside').waitFor();
  await press('try_now.to_strengths');
  await page.getByRole('link', { name: say('try_now.in_strengths') }).waitFor();
  await drawn(page);
  yield 'after a try';
}

/** Strengths, and what makes school hard with each kind of card. */
export async function* strengthsAndReasons(page: Page, language: Language): AsyncGenerator<string> {
  const say = words(language);
  await enter(page, routes.strengths);
  await page.getByText(say('strengths.as_list')).click();
  yield 'strengths';
  await stand(page, page.locator('.bubble a').first());
  yield 'one strength';
  // Of the friends' cards the eighth, of the lessons' the seventh, of the home's the seventh.
  for (const [area, number, what] of [[2, 8, 'safety'], [0, 7, 'sensory'], [7, 7, 'home']] as const) {
    await enter(page, routes.reasonSortOf(area));
    await page.locator('.sort-text').waitFor();
    if (what === 'safety') yield 'reasons, a card';
    for (let at = 1; at < number; at += 1) await page.getByRole('button', { name: say('reason_sort.skip'), exact: true }).click();
    await page.locator('.answer').nth(2).click();
    await page.getByRole('button', { name: say('reason_sort.next'), exact: true }).waitFor();
    await drawn(page);
    yield `reasons, ${what}`;
    await page.getByRole('button', { name: say('reason_sort.next'), exact: true }).click();
    await page.locator('.answer').nth(1).click();
    await drawn(page);
  }
  await enter(page, routes.reasons);
  await page.locator('.reason-row').first().waitFor();
  await page.locator('details.more summary').click();
  yield 'reasons, map';
  await stand(page, page.locator('.reason-row').first());
  await page.locator('.answers').waitFor();
  yield 'reasons, one card again';
  await enter(page, routes.reasonNew);
  yield 'reasons, own card';
}

/** Share in each of its stages. */
export async function* sharing(page: Page, language: Language): AsyncGenerator<string> {
  const say = words(language);
  const press = (name: string) => page.getByRole('button', { name: say(name), exact: true }).click();
  await enter(page, routes.share);
  yield 'share, choice';
  await press('share.preview');
  await page.getByRole('button', { name: say('share.go_on') }).waitFor();
  await drawn(page);
  yield 'share, preview';
  await press('share.go_on');
  await page.locator('.word-list').waitFor();
  await drawn(page);
  yield 'share, words';
  await press('share.show_code');
  await page.locator('.qr-dark[d]').waitFor();
  await page.getByRole('button', { name: say('share.finished') }).waitFor();
  await drawn(page);
  yield 'share, code';
  await press('share.finished');
  await page.getByRole('heading', { name: say('share.done_title'), exact: true }).waitFor();
  await drawn(page);
  yield 'share, done';
  await enter(page, routes.people);
  yield 'people, something shared';
}

/** A parent's or worker's pages before anything came, and Receive in each of its stages. */
export async function* receiving(page: Page, language: Language, role: Role): AsyncGenerator<string> {
  const say = words(language);
  await greyCamera(page);
  await prefer(page, { role, language });
  await enter(page);
  yield `${role}, empty`;
  await enter(page, routes.receive);
  yield `${role}, receive`;
  if (role === 'worker') {
    await page.getByRole('button', { name: say('receive.start') }).click();
    await page.locator('.stage-video').waitFor();
    await drawn(page);
    yield 'receive, camera';
    await page.getByRole('button', { name: say('app.back'), exact: true }).click();
  }
  const buffer = await seal(aMessage(), WORDS);
  await page.locator('input[type=file]').setInputFiles({ name: 'a.askelma', mimeType: '', buffer });
  const field = page.getByRole('textbox', { name: say('receive.words_field') });
  await field.waitFor();
  await drawn(page);
  yield `${role}, words`;
  await field.fill('not the right five words');
  await page.getByRole('button', { name: say('receive.open'), exact: true }).click();
  await page.locator('.notice').waitFor();
  await drawn(page);
  yield `${role}, wrong words`;
  await field.fill(WORDS);
  await page.getByRole('button', { name: say('receive.open'), exact: true }).click();
  await page.getByRole('heading', { name: filled(say('receive.whose')) }).waitFor();
  await drawn(page);
  yield `${role}, preview`;
}

/** A parent's or worker's pages with the example's summary. */
export async function* reading(page: Page, language: Language, role: Role): AsyncGenerator<string> {
  const say = words(language);
  await lookAround(page, role, language);
  await drawn(page);
  yield `${role}, start`;
  if (role === 'worker') {
    await stand(page, page.locator('main .person-link').first());
    await page.locator('.sheet-grid, .stat-grid').first().waitFor();
    await drawn(page);
    yield 'meeting sheet';
    for (const table of await page.locator('.chart-table > summary').all()) await table.click();
    for (const more of await page.locator('details:not([open]) > summary').all()) await more.click();
    yield 'meeting sheet, as tables';
  }
  await page.getByRole('button', { name: say('case.remove'), exact: true }).click();
  await page.locator('dialog[open]').waitFor();
  await drawn(page);
  yield `${role}, remove a case?`;
  await enter(page, routes.settings);
  yield `${role}, settings`;
}

export type Walk = (page: Page, language: Language) => AsyncGenerator<string>;

/** Every page of the app, in walks that each begin with an empty browser. */
export const WALKS: Record<string, Walk> = {
  beginning,
  young,
  'a young person, own pages': ownPages,
  'a young person, other pages': otherPages,
  'routine and school': routineAndSchool,
  'the path': thePath,
  'strengths and reasons': async function* (page, language) {
    await asYoung(page, language);
    yield* strengthsAndReasons(page, language);
  },
  sharing: async function* (page, language) {
    await asYoung(page, language);
    yield* sharing(page, language);
  },
  'a parent receiving': (page, language) => receiving(page, language, 'parent'),
  'a parent reading': (page, language) => reading(page, language, 'parent'),
  'a worker receiving': (page, language) => receiving(page, language, 'worker'),
  'a worker reading': (page, language) => reading(page, language, 'worker'),
};
