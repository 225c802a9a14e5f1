// The path: a starter taken and changed, six tries over two weeks with a split, two turn-backs and
// a break, then shared and read by an independent reader and on the worker's sheet.
import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { openFile, summaryOf } from '../../independent/reader.mjs';
import { begin, device, heading, press } from '../../pages/app';
import { PathPage } from '../../pages/path';
import { Receive } from '../../pages/received';
import { routes } from '../../pages/routes';
import { Share } from '../../pages/share';
import { beginYoung, enter, saved, words } from '../../pages/visit';

test.use({ serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } });

const say = words('en');
const at = (page: Page, date: string, clock: string) => page.clock.setFixedTime(`${date}T${clock}:00+02:00`);
const YARD = 'The yard and the door';
const CAR = 'Sit in the car outside for ten minutes';
const EVENING = 'Walk across the yard in the evening';
const GATE = 'Walk to the gate with someone';
const LESSON = 'Be in the yard while lessons are on';

/** A try that was over: what the worker is to read. */
const TRIES = [
  { day: '2026-11-09', step: CAR, outcome: 0, guess: 6, hardest: 3 },
  { day: '2026-11-10', step: CAR, outcome: 0, guess: 6, hardest: 2 },
  { day: '2026-11-12', step: GATE, outcome: 2, guess: 7, hardest: 9 },
  { day: '2026-11-13', step: GATE, outcome: 2, guess: 7, hardest: 7 },
  { day: '2026-11-19', step: `${GATE}: half the way`, outcome: 1, guess: null, hardest: 5 },
  { day: '2026-11-20', step: `${GATE}: half the way`, outcome: 0, guess: 6, hardest: 4 },
];

async function notAtSchool(page: Page, date: string): Promise<void> {
  await enter(page, routes.day(date));
  await page.getByRole('button', { name: say('school_card.not_today'), exact: true }).click();
  const length = page.getByRole('button', { name: say('school_card.length_save') });
  if (await length.isVisible()) await length.click();
  await saved(page);
}

test('a starter is taken and changed, tried six times over two weeks, shared and read', async ({ page }) => {
  test.setTimeout(240_000);
  const path = new PathPage(page);
  await at(page, '2026-11-09', '08:30');
  await beginYoung(page);
  await path.take(YARD, [EVENING]);
  await expect(path.stones).toHaveCount(7);
  expect(await path.labels()).toEqual([
    CAR, GATE, LESSON, 'Meet an adult I know in the yard', 'Touch the door and go home',
    'Step inside for five minutes', 'Be in the yard for a whole break',
  ]);

  // Changed freely: the path's name, a step's guess, company, time and support.
  await page.getByRole('link', { name: say('path.change'), exact: true }).click();
  await page.getByLabel(say('path_new.where_to')).fill('Art lessons again');
  await page.getByLabel(say('path_new.why')).fill('I want to paint');
  await press(page, 'app.save');
  await saved(page);
  await expect(page.locator('.above')).toHaveText('Art lessons again');
  for (const [step, guess] of [[CAR, 6], [GATE, 7]] as const) {
    await path.step(step);
    await page.getByRole('link', { name: say('step.edit'), exact: true }).click();
    await path.number('step_edit.guess', guess);
    await page.getByLabel(say('step.with')).fill('Dad');
    const length = page.getByRole('group', { name: say('step_edit.minutes'), exact: true });
    for (let press = 0; press < 4; press += 1) await length.getByRole('button', { name: say('app.more') }).click();
    await expect(length.locator('.stepper-value')).toHaveText('10 min');
    await page.getByRole('button', { name: say('supports.music'), exact: true }).click();
    await press(page, 'app.save');
    await saved(page);
  }

  // 1: before, during and after. The app is closed meanwhile, and the try goes on.
  await at(page, '2026-11-09', '09:00');
  await enter(page);
  const today = page.locator('.tint-card').filter({ hasText: say('step_card.title') });
  await expect(today).toContainText(CAR);
  await expect(today).toContainText('You guessed 6 out of 10.');
  await today.getByRole('link', { name: say('step_card.going'), exact: true }).click();
  await page.getByLabel(say('try_before.thought')).fill('Everybody looks at me');
  await press(page, 'try_before.start');
  await expect(page.getByRole('timer')).toHaveText('0 min');
  await press(page, 'try_now.i_am_in');
  await expect(page.getByText(say('try_now.now_in'), { exact: true })).toBeVisible();
  await saved(page);
  await at(page, '2026-11-09', '09:12');
  await enter(page);
  await page.getByRole('link', { name: say('step_card.go_on'), exact: true }).click();
  await expect(page.getByRole('timer')).toHaveText('12 min');
  await expect(page.getByText(say('try_now.plan_full'))).toBeVisible();
  await expect(page.getByText(say('try_now.now_in'), { exact: true })).toBeVisible();
  await press(page, 'try_now.all_of_it');
  await heading(page, say('try_now.praise_tried'));
  await path.after({ hardest: 3, now: 1, foundOut: 'Nobody looked.', helped: ['Music'] });
  const felt = page.locator('.tint-card').filter({ hasText: say('try_now.easier') });
  await expect(felt).toContainText('You guessed 6, the hardest moment was 3.');
  await expect(page.getByText('You thought: “Everybody looks at me”')).toBeVisible();
  expect(await path.marked()).toBe(say('step.same'));
  // One tap, and it is among the good moments.
  await press(page, 'try_now.to_strengths');
  await page.getByRole('link', { name: say('try_now.in_strengths') }).waitFor();
  await saved(page);
  await enter(page, routes.strengths);
  await expect(page.locator('main .own-words')).toHaveText(['Nobody looked.']);

  // 2: told afterwards; twice done, the next step is marked and chosen.
  await at(page, '2026-11-10', '15:00');
  await enter(page);
  await expect(today).toContainText('Last time you guessed 6 out of 10. It turned out to be 3.');
  // Four taps from Today, and it is kept.
  const since = Date.now();
  await page.getByRole('navigation').getByRole('link', { name: say('nav.path'), exact: true }).tap();
  await path.here.getByRole('link').tap();
  await page.getByRole('link', { name: say('try_now.later'), exact: true }).tap();
  await page.getByRole('button', { name: say('step.did'), exact: true }).tap();
  await saved(page);
  console.log(`told afterwards: 4 taps, ${((Date.now() - since) / 1000).toFixed(1)} s until it was saved`);
  await path.after({ hardest: 2 });
  await expect(page.locator('main')).toContainText('You have tried this step 2 times.');
  expect(await path.marked()).toBe(say('step.next'));
  await press(page, 'step.next');
  await saved(page);
  await expect(path.here).toContainText(GATE);

  // 3 and 4: turned back twice. Nothing resets, and smaller is marked.
  await at(page, '2026-11-12', '15:00');
  await path.step(GATE);
  await path.tell('turned_back');
  await heading(page, say('try_now.praise_tried'));
  await path.after({ hardest: 9 });
  await expect(page.getByText(say('try_now.harder'), { exact: true })).toBeVisible();
  await expect(page.getByText(say('step.after_turned_back'))).toBeVisible();
  await at(page, '2026-11-13', '15:00');
  await path.step(GATE);
  await path.tell('turned_back');
  await path.after({ hardest: 7 });
  expect(await path.marked()).toBe(say('step.smaller'));
  await page.getByRole('link', { name: say('step.smaller'), exact: true }).click();
  await page.getByRole('button', { name: say('step_split.half_way'), exact: true }).click();
  await page.getByRole('button', { name: say('step_split.with_someone'), exact: true }).click();
  const second = page.getByLabel(say('step_split.stone').replace('{n}', '2'), { exact: true });
  await expect(second).toHaveValue(`${GATE}: with someone`);
  await second.fill('All the way with Ella');
  await press(page, 'step_split.put');
  await saved(page);
  expect((await path.labels()).slice(0, 4)).toEqual([CAR, `${GATE}: half the way`, 'All the way with Ella', GATE]);
  await expect(path.here).toContainText('half the way');

  // A break of three school days; an easier first step is offered beside.
  for (const [date, clock] of [['2026-11-16', '16:00'], ['2026-11-17', '16:00'], ['2026-11-18', '16:00']]) {
    await at(page, date, clock);
    await notAtSchool(page, date);
  }
  await at(page, '2026-11-19', '08:10');
  await enter(page);
  await expect(today).toContainText(say('step_card.after_days'));
  await expect(today.getByRole('button', { name: `Easier: ${CAR}` })).toBeVisible();
  await today.getByRole('button', { name: `${GATE}: half the way`, exact: true }).click();
  await saved(page);
  await expect(today.getByRole('link', { name: say('step_card.going') })).toBeVisible();

  // 5 and 6: a part, then done.
  await at(page, '2026-11-19', '15:00');
  await path.step(`${GATE}: half the way`);
  await path.tell('part');
  await path.after({ hardest: 5 });
  await enter(page);
  await expect(today).toContainText(say('step_card.tried'));
  await at(page, '2026-11-20', '09:00');
  await path.step(`${GATE}: half the way`);
  await press(page, 'step.same');
  await path.number('try_before.guess', 6);
  await press(page, 'try_before.start');
  await press(page, 'try_now.all_of_it');
  await path.after({ hardest: 4, helped: ['Music'] });

  // On the path and in My picture, with n: easier 3, as hard 1, harder 1. One try had no guess.
  const sum = 'Easier than you guessed: 3 times. As hard: once. Harder: once.';
  await path.open();
  await expect(page.locator('main')).toContainText(sum);
  await enter(page, routes.progress);
  const guess = page.locator('section.card').filter({ hasText: say('progress.guess') });
  await expect(guess).toContainText(sum);
  await expect(guess).toContainText('5 tries');

  // A step put away keeps its tries; they stay in the counts.
  await path.step(GATE);
  await page.getByRole('link', { name: say('step.edit'), exact: true }).click();
  await press(page, 'step_edit.retire');
  await saved(page);
  expect(await path.labels()).not.toContain(GATE);
  await expect(page.locator('main')).toContainText(sum);

  // Shared with own words, as a locked file.
  await at(page, '2026-11-20', '17:05');
  await page.goto('./');
  const share = new Share(page);
  await share.open();
  await share.weeks(2);
  await share.choose('path', true);
  const alongWords = page.getByRole('switch', { name: new RegExp(`^${say('share.path_words')}`) });
  await expect(alongWords).toHaveAttribute('aria-checked', 'false');
  await alongWords.click();
  await share.preview();
  await expect(page.locator('main')).toContainText(CAR);
  const fiveWords = await share.goOn();
  const coming = page.waitForEvent('download');
  await press(page, 'share.save_file');
  const bytes = await readFile(await (await coming).path());
  await heading(page, say('share.done_title'));

  const summary = summaryOf(await openFile(bytes, fiveWords));
  const titles: string[] = summary.steps.rows.map((row: { title: string }) => row.title);
  expect(titles).toContain(GATE);
  const read = summary.tries.rows.map((row: Record<string, unknown>) => ({
    day: row.day, step: titles[row.step as number], outcome: row.outcome, guess: row.guess, hardest: row.hardest,
  }));
  expect(read).toEqual(TRIES);
  expect(summary.tries.rows[0]).toMatchObject({ thought: 'Everybody looks at me', found_out: 'Nobody looked.', helped: ['Music'] });

  // And on the worker's laptop.
  const worker = await device('', { viewport: { width: 1280, height: 900 } });
  await worker.page.clock.setFixedTime('2026-11-20T17:20:00+02:00');
  await begin(worker.page, 'worker');
  const receive = new Receive(worker.page);
  await receive.open();
  await receive.pick('a.askelma', bytes);
  await receive.typeWords(fiveWords);
  await receive.opened('Aino');
  await receive.keep();
  const sheet = worker.page.locator('section.card').filter({ hasText: say('sheet_path.title') });
  await expect(sheet).toContainText('Art lessons again');
  await expect(sheet).toContainText('All the way with Ella');
  await expect(sheet).toContainText('3 of 5');
  // The first row with numbers says what they are, the others only the numbers: the last try of each.
  const step = (title: string) => sheet.locator('.path-back-step').filter({ hasText: title }).first();
  await expect(step(CAR)).toContainText('guess 6 → felt 2 · 2 tries');
  await expect(step(`${GATE}: half the way`)).toContainText('6 → 4 · 2 tries');
  await expect(sheet).toContainText('Did 3, part of it 1, turned back 2');
  await expect(worker.page.locator('.tint-card').first()).toContainText('3 of 5');
  await sheet.locator('details summary').first().click();
  await expect(sheet).toContainText('Nobody looked.');
  await worker.context.close();
});
