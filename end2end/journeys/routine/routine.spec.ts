// The routine: added, changed, moved by finger, mouse and keyboard, taken from a ready-made one,
// taken away. Days behind stay as they were; everything can be undone.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { heading, press } from '../../pages/app';
import { routes } from '../../pages/routes';
import { beginYoung, enter, LANGUAGES, saved, words } from '../../pages/visit';

test.use({ serviceWorkers: 'block' });

const say = words('en');
/** A Tuesday. */
const TODAY = '2026-11-24T16:20:00+02:00';
const MORNING = ['Up and curtains open', 'Breakfast', 'Get dressed', 'Bag packed'];

const list = (page: Page, part: string) => page.getByRole('list', { name: say(`today.part_${part}`), exact: true });
const titles = (page: Page, part: string) => list(page, part).locator('.row-title');
const handle = (page: Page, title: string) =>
  page.getByRole('button', { name: say('routine.handle').replace('{title}', title), exact: true });
/** What Today, or another date's page, shows as due. */
const due = (page: Page) => page.locator('.tick-row .row-title');

async function begin(page: Page): Promise<void> {
  await page.clock.setFixedTime(TODAY);
  await beginYoung(page);
  await enter(page, routes.routine);
}

async function undo(page: Page): Promise<void> {
  await page.locator('.undo-line').getByRole('button', { name: say('app.undo') }).click();
  await expect(page.locator('.undo-line')).toContainText(say('app.undone'));
}

async function middle(of: Locator): Promise<{ x: number; y: number }> {
  const box = (await of.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('something new is added, with its own weekdays and time, and is due on those days alone', async ({ page }) => {
  await begin(page);
  await page.getByRole('link', { name: say('routine.add') }).click();
  await heading(page, say('routine_item.new_title'));
  // Without a name nothing is kept, and nothing is lost.
  await press(page, 'app.save');
  await expect(page.locator('.notice')).toContainText(say('routine_item.needs_title'));
  await page.getByLabel(say('routine_item.name')).fill('Walk the dog');
  await page.getByRole('button', { name: say('icon_name.animal'), exact: true }).click();
  await page.getByRole('group', { name: say('routine_item.part') }).getByRole('button', { name: say('today.part_evening') }).click();
  const time = page.getByLabel(say('routine_item.time'));
  await time.fill('half past');
  await time.blur();
  await press(page, 'app.save');
  await expect(page.locator('.notice')).toContainText(say('mood.not_then'));
  await time.fill('18.30');
  await time.blur();
  const days = page.getByRole('group', { name: say('routine_item.days') });
  for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']) await days.getByRole('button', { name: day }).click();
  await press(page, 'app.save');
  await expect(page.locator('.notice')).toContainText(say('routine_item.no_weekday'));
  for (const day of ['Tue', 'Thu']) await days.getByRole('button', { name: day }).click();
  await press(page, 'app.save');
  await saved(page);
  await expect(titles(page, 'evening')).toHaveText(['Clothes ready for tomorrow', 'Screens away', 'Lights out', 'Walk the dog']);
  await expect(list(page, 'evening').locator('.row-hint').last()).toHaveText('about 18:30 · Tue, Thu');
  await page.reload();
  await expect(titles(page, 'evening').last()).toHaveText('Walk the dog');
  // Due on Tuesday the 24th, not on Wednesday, again on Thursday.
  for (const [date, is] of [['2026-11-24', true], ['2026-11-25', false], ['2026-11-26', true]] as const) {
    await page.clock.setFixedTime(`${date}T16:20:00+02:00`);
    await enter(page);
    await expect(due(page).filter({ hasText: 'Walk the dog' })).toHaveCount(is ? 1 : 0);
  }
});

test('a change counts from today on, and the day before keeps its words and ticks', async ({ page }) => {
  await begin(page);
  await enter(page);
  const breakfast = page.locator('.tick-row').filter({ hasText: 'Breakfast' });
  await breakfast.click();
  await breakfast.click();
  await expect(breakfast).toHaveAttribute('aria-pressed', 'mixed');
  await saved(page);
  // The next morning it is called something else, comes first, and another thing goes.
  await page.clock.setFixedTime('2026-11-25T08:00:00+02:00');
  await enter(page, routes.routine);
  await list(page, 'morning').getByRole('link', { name: /Breakfast/ }).click();
  await page.getByLabel(say('routine_item.name')).fill('Porridge');
  await press(page, 'app.save');
  await saved(page);
  await expect(titles(page, 'morning')).toHaveText([MORNING[0], 'Porridge', MORNING[2], MORNING[3]]);
  await handle(page, 'Porridge').press('ArrowUp');
  await list(page, 'morning').getByRole('link', { name: /Bag packed/ }).click();
  await press(page, 'routine_item.remove');
  await expect(titles(page, 'morning')).toHaveText(['Porridge', MORNING[0], MORNING[2]]);
  await enter(page);
  await expect(due(page).nth(0)).toHaveText('Porridge');
  await expect(due(page).filter({ hasText: 'Bag packed' })).toHaveCount(0);
  await expect(page.locator('.tick-row').filter({ hasText: 'Porridge' })).toHaveAttribute('aria-pressed', 'false');
  await enter(page, routes.day('2026-11-24'));
  for (const [at, title] of MORNING.entries()) await expect(due(page).nth(at)).toHaveText(title);
  await expect(page.locator('.tick-row').filter({ hasText: 'Breakfast' })).toHaveAttribute('aria-pressed', 'mixed');
  await expect(due(page).filter({ hasText: 'Porridge' })).toHaveCount(0);
});

test('a row is dragged by the mouse and by a finger', async ({ page }) => {
  await begin(page);
  await expect(titles(page, 'morning')).toHaveText(MORNING);
  const from = await middle(handle(page, MORNING[0]));
  const to = await middle(handle(page, MORNING[2]));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y + 6, { steps: 8 });
  await page.mouse.up();
  await expect(titles(page, 'morning')).toHaveText([MORNING[1], MORNING[2], MORNING[0], MORNING[3]]);
  await saved(page);
  // A finger: as the browser's own debugger sends touches.
  const touch = await page.context().newCDPSession(page);
  const finger = async (type: 'touchStart' | 'touchMove' | 'touchEnd', point?: { x: number; y: number }) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: point ? [point] : [] });
  const start = await middle(handle(page, MORNING[3]));
  const goal = await middle(handle(page, MORNING[1]));
  await finger('touchStart', start);
  for (let step = 1; step <= 8; step += 1) {
    await finger('touchMove', { x: start.x, y: start.y + ((goal.y - 6 - start.y) * step) / 8 });
  }
  await finger('touchEnd');
  await expect(titles(page, 'morning')).toHaveText([MORNING[3], MORNING[1], MORNING[2], MORNING[0]]);
  await page.reload();
  await expect(titles(page, 'morning')).toHaveText([MORNING[3], MORNING[1], MORNING[2], MORNING[0]]);
  // A drag that goes nowhere changes nothing.
  const still = await middle(handle(page, MORNING[1]));
  await page.mouse.move(still.x, still.y);
  await page.mouse.down();
  await page.mouse.move(still.x, still.y + 4);
  await page.mouse.up();
  await expect(titles(page, 'morning')).toHaveText([MORNING[3], MORNING[1], MORNING[2], MORNING[0]]);
  await expect(page.locator('.sort-held')).toHaveCount(0);
  await expect(page.locator('.undo-line')).toHaveCount(0);
});

test('the arrow keys move a row, keep the focus and say where it is; undo brings it back', async ({ page }) => {
  await begin(page);
  const dressed = handle(page, 'Get dressed');
  await dressed.focus();
  const spoken = page.locator('main [aria-live=polite].sr-only');
  await page.keyboard.press('ArrowUp');
  await expect(titles(page, 'morning')).toHaveText([MORNING[0], MORNING[2], MORNING[1], MORNING[3]]);
  await expect(spoken).toHaveText('Get dressed, place 2 of 4');
  await expect(dressed).toBeFocused();
  await page.keyboard.press('End');
  await expect(titles(page, 'morning')).toHaveText([MORNING[0], MORNING[1], MORNING[3], MORNING[2]]);
  await expect(spoken).toHaveText('Get dressed, place 4 of 4');
  await expect(dressed).toBeFocused();
  await page.keyboard.press('Home');
  await expect(titles(page, 'morning')).toHaveText([MORNING[2], MORNING[0], MORNING[1], MORNING[3]]);
  await expect(dressed).toBeFocused();
  await saved(page);
  await undo(page);
  await expect(titles(page, 'morning')).toHaveText([MORNING[0], MORNING[1], MORNING[3], MORNING[2]]);
  // Whoever neither drags nor has a keyboard: up and down on the item's own page.
  await list(page, 'morning').getByRole('link', { name: /Get dressed/ }).click();
  const place = page.getByRole('group', { name: say('routine_item.place') });
  await expect(place).toContainText('4 of 4');
  await place.getByRole('button', { name: say('routine_item.up') }).click();
  await expect(place).toContainText('3 of 4');
  await saved(page);
  await enter(page, routes.routine);
  await expect(titles(page, 'morning')).toHaveText(MORNING);
});

test('removing is undone', async ({ page }) => {
  await begin(page);
  await list(page, 'day').getByRole('link', { name: /A while outdoors/ }).click();
  await press(page, 'routine_item.remove');
  await heading(page, say('routine.title'));
  await expect(titles(page, 'day')).toHaveText(['One school task', 'A warm meal']);
  await expect(page.locator('.undo-line')).toContainText(say('said.removed'));
  await undo(page);
  await expect(titles(page, 'day')).toHaveText(['A while outdoors', 'One school task', 'A warm meal']);
  await page.reload();
  await expect(titles(page, 'day')).toHaveText(['A while outdoors', 'One school task', 'A warm meal']);
});

for (const language of LANGUAGES) {
  const tell = words(language);
  test(`a ready-made routine is thinned out and taken in one go, in ${language}`, async ({ page }) => {
    await page.clock.setFixedTime(TODAY);
    await beginYoung(page, 'Aino', language);
    await enter(page);
    await page.getByRole('link', { name: tell('today.edit_routine') }).click();
    await page.getByRole('link', { name: tell('routine.ready') }).click();
    await page.getByRole('button', { name: tell('routine_ready.evening') }).click();
    const sheet = page.locator('dialog[open]');
    const row = (name: string) => sheet.locator('.tick-row').filter({ hasText: tell(name) });
    // Three of the five are in the starter routine already.
    await expect(row('starter.screens')).toHaveAttribute('aria-pressed', 'false');
    await expect(row('starter.screens')).toContainText(tell('routine_ready.there'));
    await expect(row('routine_ready.shower')).toHaveAttribute('aria-pressed', 'true');
    await row('routine_ready.shower').click();
    await expect(row('routine_ready.shower')).toHaveAttribute('aria-pressed', 'false');
    await sheet.locator('.button-primary').click();
    await heading(page, tell('routine.title'));
    await saved(page, tell);
    const evening = page.getByRole('list', { name: tell('today.part_evening'), exact: true }).locator('.row-title');
    await expect(evening).toHaveText(['starter.tomorrow', 'starter.screens', 'starter.lights', 'routine_ready.quiet'].map(tell));
    await page.locator('.undo-line').getByRole('button', { name: tell('app.undo') }).click();
    await expect(evening).toHaveCount(3);
  });
}
