// Kind pacing and safety on the path: what is not safe is paused, what helps with noise stays,
// help goes further away by choice, a try is planned ahead, and a break ends gently.
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { heading, press } from '../../pages/app';
import { PathPage } from '../../pages/path';
import { routes } from '../../pages/routes';
import { beginYoung, enter, saved, words } from '../../pages/visit';

test.use({ serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } });

const say = words('en');
const FILE = new URL('../../../public/data/reasons/en.json', import.meta.url);
const CARDS: Record<string, string> = JSON.parse(readFileSync(FILE, 'utf8')).words;
/** Breaks, corridors, lunch; classmates and friends: their numbers in an address. */
const [BREAKS, FRIENDS] = [1, 2];
const STEPS = ['The yard', 'A whole day', 'The corridor'];
const today = (page: Page) => page.locator('.tint-card').filter({ hasText: say('step_card.title') });

async function begin(page: Page, now = '2026-11-24T09:00:00+02:00'): Promise<PathPage> {
  await page.clock.setFixedTime(now);
  await beginYoung(page);
  const path = new PathPage(page);
  await path.build('Art', STEPS);
  return path;
}

/** Answers "a lot" to the built-in card of that code, in the life area of that number. */
async function isTrue(page: Page, area: number, code: string): Promise<void> {
  await enter(page, routes.reasonSortOf(area));
  const text = page.locator('.sort-text');
  for (let tries = 0; tries < 20 && (await text.textContent()) !== CARDS[code]; tries += 1) {
    const before = await text.textContent();
    await page.getByRole('button', { name: say('reason_sort.skip') }).click();
    await expect(text).not.toHaveText(before!);
  }
  await expect(text).toHaveText(CARDS[code]);
  await page.locator('.answers').getByRole('button', { name: say('reasons.a_lot'), exact: true }).click();
  await saved(page);
}

async function editStep(page: Page, path: PathPage, step: string): Promise<void> {
  await path.step(step);
  await page.getByRole('link', { name: say('step.edit'), exact: true }).click();
  await heading(page, say('step.edit'));
}

test('a step tied to a safety card is paused until the person goes on; help stands beside', async ({ page }) => {
  const path = await begin(page);
  await isTrue(page, FRIENDS, 'friends-bully');
  await editStep(page, path, 'The yard');
  await page.getByRole('button', { name: CARDS['friends-bully'], exact: true }).click();
  await expect(page.locator('main')).toContainText(say('reasons.safety'));
  await press(page, 'app.save');
  await saved(page);
  // Neither Today, nor the path's card, nor the step, nor an old address starts a try of it.
  await expect(page.locator('main')).toContainText(say('step.paused'));
  await expect(page.locator('main').getByRole('link', { name: say('nav.help') }).last()).toBeVisible();
  const start = page.url().replace(/\/step\/(\w+)$/, '/step/$1/try');
  await page.goto(start);
  await expect(page.locator('main')).toContainText(say('reasons.safety'));
  await expect(page.getByRole('button', { name: say('try_before.start') })).toHaveCount(0);
  await enter(page);
  await expect(page.locator('.tick-row').first()).toBeVisible();
  await expect(today(page)).toHaveCount(0);
  await path.open();
  await expect(path.here).toHaveClass(/stone-paused/);
  await expect(path.here.getByRole('link')).toHaveAccessibleName(/^The yard paused until it is safe/);
  await expect(page.locator('.stones-foot').getByRole('link', { name: say('path.try_it') })).toHaveCount(0);
  // The young person may go on, and that is a choice of their own.
  await path.step('The yard');
  await press(page, 'step.resume');
  await saved(page);
  await expect(page.getByRole('button', { name: say('path.try_it'), exact: true })).toBeVisible();
  await enter(page);
  await expect(today(page)).toContainText('The yard');
});

test('what school can change is offered to the step, stays, and is never faded', async ({ page }) => {
  const path = await begin(page);
  await isTrue(page, BREAKS, 'breaks-corridor');
  const supports = page.getByRole('group', { name: say('reasons.supports') });
  const support = (await supports.getByRole('button').first().innerText()).trim();
  await supports.getByRole('button').first().click();
  await press(page, 'reason_sort.next');
  await saved(page);
  await editStep(page, path, 'The yard');
  const offered = page.getByRole('group', { name: say('step.stays_offered') });
  await offered.getByRole('button', { name: support, exact: true }).click();
  await page.getByRole('button', { name: CARDS['breaks-corridor'], exact: true }).click();
  await press(page, 'app.save');
  await saved(page);
  await expect(page.locator('main')).toContainText(say('step.sensory'));
  await expect(page.locator('main > .stack .pill')).toHaveText([support]);
  // With nobody else to lean on there is nothing to fade, so fading is not offered.
  await path.tell('did');
  await path.step('The yard');
  await expect(page.getByRole('button', { name: say('step.same'), exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: say('step.less_help') })).toHaveCount(0);
});

test('help goes further away by choice, and what stays is not offered to be left out', async ({ page }) => {
  const path = await begin(page);
  await editStep(page, path, 'The yard');
  await page.getByLabel(say('step.with')).fill('Dad');
  await page.getByRole('button', { name: say('supports.music'), exact: true }).click();
  await page.getByLabel(say('supports.own'), { exact: true }).fill('Earplugs');
  await press(page, 'path_new.add');
  await page.getByRole('switch', { name: /^Earplugs/ }).click();
  await press(page, 'app.save');
  await saved(page);
  await path.tell('did');
  await path.step('The yard');
  const pills = page.locator('main > .stack .pill');
  await expect(pills).toHaveText(['Music', 'Earplugs']);
  await page.getByRole('link', { name: say('step.less_help'), exact: true }).click();
  const out = page.getByRole('group', { name: say('step_less_help.leave_out'), exact: true });
  await expect(out.getByRole('button')).toHaveText(['Music']);
  await expect(page.locator('section.card').filter({ hasText: say('step_less_help.stay') })).toContainText('Earplugs');
  // Nothing chosen is said in a sentence, and nothing happens.
  await press(page, 'step_less_help.put');
  await expect(page.locator('.notice')).toContainText(say('step_less_help.needs_choice'));
  await page.getByRole('button', { name: 'Dad, at the corner', exact: true }).click();
  await out.getByRole('button', { name: 'Music' }).click();
  await press(page, 'step_less_help.put');
  await saved(page);
  await expect(page.getByText('Dad, at the corner', { exact: true })).toBeVisible();
  await expect(pills).toHaveText(['Earplugs']);
  // The corner lies behind: by phone, then on my own.
  await page.getByRole('link', { name: say('step.less_help'), exact: true }).click();
  const who = page.getByRole('group', { name: say('step.with'), exact: true });
  await expect(who.getByRole('button')).toHaveText(['Dad, by phone', say('step_less_help.alone')]);
  await who.getByRole('button', { name: 'Dad, by phone' }).click();
  await press(page, 'step_less_help.put');
  await saved(page);
  await expect(page.getByText('Dad, by phone', { exact: true })).toBeVisible();
  // Its try is as it was told.
  await expect(page.locator('.row-link').filter({ hasText: say('step.did') })).toHaveCount(1);
});

test('a try is planned ahead, comes to Today on its day, and can be left open again', async ({ page }) => {
  const path = await begin(page);
  await path.step('The corridor');
  await page.getByRole('link', { name: new RegExp(`^${say('step_plan.title')}`) }).click();
  await page.getByLabel(say('step_plan.day')).fill('2026-11-26');
  const time = page.getByLabel(say('step_plan.time'));
  await time.fill('half past');
  await time.blur();
  await press(page, 'step_plan.keep');
  await expect(page.locator('.notice')).toContainText(say('mood.not_then'));
  await time.fill('10.15');
  await time.blur();
  await press(page, 'step_plan.keep');
  await saved(page);
  await expect(page.locator('section.card').filter({ hasText: say('step_plan.planned') })).toContainText('Thursday 26 November, 10:15');
  await enter(page);
  await expect(today(page)).toContainText('The yard');
  await page.clock.setFixedTime('2026-11-26T08:00:00+02:00');
  await enter(page);
  await expect(today(page)).toContainText('The corridor');
  await expect(today(page).locator('.pill')).toHaveText(`${say('step_card.title')} · 10:15`);
  // In the calendar file, if wanted, under a neutral title.
  await enter(page, routes.reminders);
  await page.getByRole('switch', { name: new RegExp(`^${say('reminders.tries')}`) }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: say('reminders.make') }).click();
  const stream = await (await coming).createReadStream();
  let ics = '';
  for await (const chunk of stream) ics += chunk.toString();
  expect(ics).toContain('20261126T101500');
  expect(ics).not.toContain('corridor');
  await path.step('The corridor');
  await page.getByRole('button', { name: new RegExp(`^${say('step_plan.unplan')}`) }).click();
  await expect(page.locator('.undo-line')).toContainText(say('said.removed'));
  await enter(page);
  await expect(today(page)).toContainText('The yard');
});

test('on the last evening of a break the first step is chosen for tomorrow', async ({ page }) => {
  const path = await begin(page, '2026-12-15T09:00:00+02:00');
  await enter(page);
  // How long a school day is, asked once, makes Monday to Friday school days.
  await page.getByRole('button', { name: say('school_card.not_today'), exact: true }).click();
  await page.getByRole('button', { name: say('school_card.length_save') }).click();
  await saved(page);
  await enter(page, routes.terms);
  await press(page, 'terms.add');
  const sheet = page.locator('dialog[open]');
  await sheet.getByRole('button', { name: say('terms.off'), exact: true }).click();
  await sheet.getByLabel(say('terms.from')).fill('2026-12-19');
  await sheet.getByLabel(say('terms.to')).fill('2027-01-06');
  await sheet.getByRole('button', { name: say('app.save'), exact: true }).click();
  await saved(page);
  await path.step('The corridor');
  await press(page, 'step.stand_here');
  await saved(page);
  // Days off: no step is asked for.
  await page.clock.setFixedTime('2027-01-05T10:00:00+02:00');
  await enter(page);
  await expect(today(page)).toHaveCount(0);
  await page.clock.setFixedTime('2027-01-06T18:00:00+02:00');
  await enter(page);
  await expect(today(page)).toContainText(say('step_card.after_break'));
  await today(page).getByRole('button', { name: 'Easier: The yard' }).click();
  await saved(page);
  await expect(today(page)).toHaveCount(0);
  await page.clock.setFixedTime('2027-01-07T07:50:00+02:00');
  await enter(page);
  await expect(today(page)).toContainText('The yard');
  await expect(today(page).getByRole('link', { name: say('step_card.going') })).toBeVisible();
  await path.open();
  await expect(path.here).toContainText('The yard');
});
