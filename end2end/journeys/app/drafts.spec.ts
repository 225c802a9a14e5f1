// What is half written outlives a reload, is seen as what it is, and goes when it is saved or when
// the diary is left: on every page with a form.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { choice, more, shownBy } from '../../pages/fields';
import { routes } from '../../pages/routes';
import { beginYoung, drawn, enter, face, lookAround, saved, words } from '../../pages/visit';
import { daysAgo } from '../../pages/walks';

const say = words();
test.use({ serviceWorkers: 'block' });

const begun = (page: Page) => page.locator('.lines').getByText(say('app.begun'));
const press = (page: Page, name: string) =>
  page.getByRole('button', { name: say(name), exact: true }).first().click();
const drafts = (page: Page) =>
  page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('draft:')));

/** Every field for words on the page, also in what is folded up, and in a sheet that stands open. */
async function fields(page: Page): Promise<Locator[]> {
  const sheet = page.locator('dialog[open]');
  const within = (await sheet.count()) > 0 ? sheet : page.locator('main');
  for (const fold of await within.locator('details:not([open]) > summary').all()) await fold.click();
  return within.locator('input[type="text"]:not(.time-input), textarea').all();
}

/** Fills every field and loads the page anew: all of it stands there again. */
async function outlivesReload(page: Page, open: () => Promise<void> = async () => undefined): Promise<void> {
  await open();
  const before = await fields(page);
  expect(before.length).toBeGreaterThan(0);
  for (const [index, field] of before.entries()) {
    await field.fill(`Half ${index}`);
    for (const [name, value] of [['autocomplete', 'off'], ['autocorrect', 'off'], ['spellcheck', 'false']]) {
      await expect(field).toHaveAttribute(name, value);
    }
  }
  await page.reload();
  await drawn(page);
  await open();
  const after = await fields(page);
  expect(after.length).toBe(before.length);
  for (const [index, field] of after.entries()) await expect(field).toHaveValue(`Half ${index}`);
  await expect(begun(page)).toBeVisible();
}

test('every form of the path is there again after a reload', async ({ page }) => {
  await lookAround(page, 'young');
  await enter(page, routes.path);
  const step = (await page.locator('.stone-here a').getAttribute('href'))!.split('/').pop()!;
  const path = (await page.getByRole('link', { name: say('path.change'), exact: true }).getAttribute('href'))!;
  const pathEdit = path.replace(/^\//, '');
  const places = [
    ...[routes.pathNew, pathEdit, pathEdit.replace(/change$/, 'step')],
    ...[`${routes.step(step)}/change`, routes.stepSplit(step), routes.tryBefore(step)],
  ];
  for (const place of places) {
    await test.step(place, async () => {
      await enter(page, place);
      await outlivesReload(page);
    });
  }
});

test('every other form is there again after a reload', async ({ page }) => {
  await lookAround(page, 'young');
  await enter(page, routes.reminders);
  await press(page, 'reminders.add');
  await saved(page);
  await enter(page, routes.personNew);
  await page.getByLabel(say('person.name'), { exact: true }).fill('Leena');
  await page.getByLabel(say('person.phone')).fill('040 123 4567');
  await press(page, 'app.save');
  await saved(page);
  const places: [string, (() => Promise<void>)?][] = [
    [routes.reasonNew],
    [routes.personNew],
    [routes.reminders],
    [routes.share],
    [routes.settings],
    [routes.routineItemNew],
    [routes.ownCard(0)],
    [routes.night(daysAgo(0))],
    [routes.momentNew(daysAgo(0))],
    [routes.schoolDay(daysAgo(1))],
    [routes.hardMorning, async () => page.getByLabel(say('hard_morning.adult_message')).waitFor()],
    [routes.terms, async () => press(page, 'terms.add')],
    [routes.timetable, async () => press(page, 'timetable.add_lesson')],
  ];
  for (const [place, open] of places) {
    await test.step(place, async () => {
      await enter(page, place);
      await outlivesReload(page, open);
    });
  }
});

test('what is chosen beside the words is there again too', async ({ page }) => {
  await beginYoung(page);
  await enter(page, routes.night(daysAgo(0)));
  await more(page, say, say('night.awakenings'), 3);
  const told = (await shownBy(page, say('night.awakenings')).textContent())!;
  await page.reload();
  await expect(shownBy(page, say('night.awakenings'))).toHaveText(told);

  await enter(page, routes.pathNew);
  await page.getByLabel(say('supports.own')).fill('To the gate');
  await press(page, 'path_new.add');
  await page.reload();
  await expect(page.locator('.lines-list')).toContainText('To the gate');

  await enter(page, routes.reasonNew);
  await choice(page, say('reason_new.mark'), say('reason_new.mark_none')).click();
  await page.reload();
  await expect(choice(page, say('reason_new.mark'), say('reason_new.mark_none'))).toHaveAttribute('aria-pressed', 'true');
});

test('what was begun over saved words is shown, and the saved ones are a tap away', async ({ page }) => {
  await beginYoung(page);
  await enter(page);
  await face(page, 3).click();
  await saved(page);
  await page.getByRole('link', { name: say('today.details') }).click();
  const note = page.getByLabel(say('mood.note'), { exact: true });
  await note.fill('As it was saved');
  await press(page, 'app.save');
  await saved(page);
  await page.locator('main a[href*="/mood/"]').first().click();
  await expect(note).toHaveValue('As it was saved');
  await expect(begun(page)).toHaveCount(0);
  await note.fill('As it is now');
  await page.reload();
  await expect(note).toHaveValue('As it is now');
  await expect(begun(page)).toBeVisible();
  await press(page, 'app.begun_put_aside');
  await expect(note).toHaveValue('As it was saved');
  await press(page, 'app.begun_again');
  await expect(note).toHaveValue('As it is now');
  await press(page, 'app.save');
  await saved(page);
  await expect.poll(() => drafts(page)).toEqual([]);
  await page.locator('main a[href*="/mood/"]').first().click();
  await expect(note).toHaveValue('As it is now');
  await expect(begun(page)).toHaveCount(0);
});

test('words that could not be saved are there after a reload', async ({ page }) => {
  await beginYoung(page);
  await enter(page, routes.personNew);
  await page.getByLabel(say('person.name'), { exact: true }).fill('Leena');
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await press(page, 'app.save');
  await expect(page.locator('.lines')).toContainText(say('trouble.full'));
  expect(await drafts(page)).not.toEqual([]);
  await enter(page, routes.personNew);
  await expect(page.getByLabel(say('person.name'), { exact: true })).toHaveValue('Leena');
  await press(page, 'app.save');
  await saved(page);
  await expect.poll(() => drafts(page)).toEqual([]);
});

test('no draft is seen in another diary, and none is left when a diary is', async ({ page }) => {
  await beginYoung(page);
  await enter(page, routes.momentNew(daysAgo(0)));
  const what = page.getByLabel(say('moment.what'));
  await what.fill('My own');
  await enter(page, routes.settings);
  await page.getByRole('button', { name: say('settings.example') }).click();
  await page.getByText(say('app.example')).waitFor();
  await enter(page, routes.momentNew(daysAgo(0)));
  await expect(what).toHaveValue('');
  await what.fill('Only tried');
  await press(page, 'app.example_leave');
  await page.getByText(say('app.example')).waitFor({ state: 'detached' });
  await drawn(page);
  expect((await drafts(page)).length).toBe(1);
  await enter(page, routes.momentNew(daysAgo(0)));
  await expect(what).toHaveValue('My own');
  await enter(page, routes.data);
  await page.getByRole('button', { name: say('settings.delete'), exact: true }).click();
  await page.getByRole('button', { name: say('settings.delete_do'), exact: true }).click();
  await expect(page.getByRole('heading', { name: say('welcome.who') })).toBeVisible();
  expect(await drafts(page)).toEqual([]);
});
