// Nights: every field, the dial by touch, mouse and keyboard, what cannot be, both clock changes,
// a journey, and a waking at half past three.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { begin, device, heading } from '../pages/app';
import { choice, more, pressed, shownBy, typeTime } from '../pages/fields';
import { beginYoung, enter, LANGUAGES, saved, type Words, words } from '../pages/visit';

test.use({ serviceWorkers: 'block' });

const centre = (page: Page) => page.locator('.dial-number');
const centreHint = (page: Page) => page.locator('.dial-hint');

async function open(page: Page, date: string, now: string, say = words()): Promise<void> {
  await page.clock.setFixedTime(now);
  await enter(page, `day/${date}/night`);
  await heading(page, say('night.title'));
}

async function night(page: Page, tried: string, woke: string, say = words()): Promise<void> {
  await typeTime(page, say('night.tried'), tried);
  await typeTime(page, say('night.woke'), woke);
}

async function save(page: Page, say: Words = words()): Promise<void> {
  await page.getByRole('button', { name: say('app.save'), exact: true }).click();
}

const field = (page: Page, say: Words, name: string) =>
  page.getByRole('textbox', { name: say(name), exact: true });

for (const language of LANGUAGES) {
  const say = words(language);
  test(`every field of a night is kept, in ${language}`, async ({ page }) => {
    await beginYoung(page, 'Aino', language);
    await open(page, '2026-11-24', '2026-11-24T09:00:00+02:00', say);
    await night(page, '2315', '7.06', say);
    // Two times alone are never called asleep.
    await expect(centre(page)).toHaveText('7 h 51');
    await expect(centreHint(page)).toHaveText(say('night.between'));
    await more(page, say, say('night.fall_asleep'), 6);
    await expect(centreHint(page)).toHaveText(say('night.between'));
    await more(page, say, say('night.awakenings'), 3);
    await more(page, say, say('night.awake'), 3);
    await expect(centreHint(page)).toHaveText(say('night.asleep'));
    await choice(page, say('night.quality'), say('mood_name.four')).click();
    await page.locator('details.more > summary').click();
    await typeTime(page, say('night.into_bed'), '22.40');
    await typeTime(page, say('night.out_of_bed'), '7:30');
    await more(page, say, say('night.naps'), 3);
    await page.getByLabel(say('night.note')).fill('Näin unta merestä.');
    const told = await Promise.all(['fall_asleep', 'awakenings', 'awake', 'naps'].map(async (name) => {
      return [name, (await shownBy(page, say(`night.${name}`)).textContent())!] as const;
    }));
    await save(page, say);
    await saved(page, say);
    await enter(page, 'day/2026-11-24/night');
    // What was told further down stands open.
    const dot = language === 'en' ? ':' : '.';
    const early = language === 'en' ? '0' : '';
    await expect(field(page, say, 'night.tried')).toHaveValue(`23${dot}15`);
    await expect(field(page, say, 'night.woke')).toHaveValue(`${early}7${dot}06`);
    await expect(field(page, say, 'night.into_bed')).toHaveValue(`22${dot}40`);
    await expect(field(page, say, 'night.out_of_bed')).toHaveValue(`${early}7${dot}30`);
    for (const [name, text] of told) await expect(shownBy(page, say(`night.${name}`))).toHaveText(text);
    await pressed(choice(page, say('night.quality'), say('mood_name.four')));
    await expect(page.getByLabel(say('night.note'))).toHaveValue('Näin unta merestä.');
    // Read back on its day: asleep 7 h 51 less 25 and 10 minutes.
    await page.clock.setFixedTime('2026-11-25T09:00:00+02:00');
    await enter(page, 'day/2026-11-24');
    await expect(page.locator('main')).toContainText('7 h 16');
    await expect(page.locator('main')).toContainText('Näin unta merestä.');
  });
}

/** The middle of a handle, and where a time of day lies on the ring. */
async function ring(page: Page): Promise<(minute: number) => { x: number; y: number }> {
  const box = (await page.locator('.dial-ring').boundingBox())!;
  return (minute) => {
    const angle = (minute / 1440) * 2 * Math.PI;
    const reach = (116 / 280) * box.width;
    return { x: box.x + box.width / 2 + reach * Math.sin(angle), y: box.y + box.height / 2 - reach * Math.cos(angle) };
  };
}

async function stands(slider: Locator, minute: number, spoken: string): Promise<void> {
  await expect(slider).toHaveAttribute('aria-valuenow', String(minute));
  await expect(slider).toHaveAttribute('aria-valuetext', spoken);
}

test('the dial turns by a finger, and the page stays', async ({ page }) => {
  const say = words('fi');
  await beginYoung(page, 'Aino', 'fi');
  await open(page, '2026-11-24', '2026-11-24T09:00:00+02:00', say);
  const moon = page.getByRole('slider', { name: say('night.tried'), exact: true });
  await stands(moon, 1350, '22.30');
  await page.evaluate(() => window.scrollTo(0, 60));
  const scrolled = await page.evaluate(() => window.scrollY);
  const place = await ring(page);
  const finger = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', minute: number) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [place(minute)] });
  await touch('touchStart', 1350);
  for (let minute = 1350; minute >= 1200; minute -= 10) await touch('touchMove', minute);
  await touch('touchEnd', 1200);
  await stands(moon, 1200, '20.00');
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
  await expect(centre(page)).toHaveText('11 h');
  await expect(field(page, say, 'night.tried')).toHaveValue('20.00');
});

test('the dial turns by mouse and by keyboard', async ({ page }) => {
  const say = words();
  await beginYoung(page);
  await open(page, '2026-11-24', '2026-11-24T09:00:00+02:00');
  const moon = page.getByRole('slider', { name: say('night.tried'), exact: true });
  const sun = page.getByRole('slider', { name: say('night.woke'), exact: true });
  const place = await ring(page);
  await page.mouse.move(place(420).x, place(420).y);
  await page.mouse.down();
  for (let minute = 420; minute <= 540; minute += 20) await page.mouse.move(place(minute).x, place(minute).y);
  await page.mouse.up();
  await stands(sun, 540, '09:00');
  // The arc between takes both along.
  await page.mouse.move(place(120).x, place(120).y);
  await page.mouse.down();
  for (let minute = 120; minute <= 180; minute += 20) await page.mouse.move(place(minute).x, place(minute).y);
  await page.mouse.up();
  await stands(moon, 1410, '23:30');
  await stands(sun, 600, '10:00');
  await moon.focus();
  await moon.press('ArrowRight');
  await stands(moon, 1415, '23:35');
  await moon.press('PageUp');
  await stands(moon, 5, '00:05');
  await moon.press('ArrowLeft');
  await moon.press('PageDown');
  await stands(moon, 1410, '23:30');
});

test('what cannot be is refused in words, and nothing is lost', async ({ page }) => {
  const say = words();
  await beginYoung(page);
  await open(page, '2026-11-24', '2026-11-24T12:00:00+02:00');
  await page.locator('details.more > summary').click();
  await page.getByLabel(say('night.note')).fill('This stays');
  const refused = async (sentence: string) => {
    await save(page);
    await expect(page.locator('.notice')).toHaveText(say(sentence));
    await heading(page, say('night.title'));
    await expect(page.getByLabel(say('night.note'))).toHaveValue('This stays');
  };
  await night(page, '7:00', '7:00');
  await refused('night.no_time');
  await night(page, '6:00', '6:20');
  await more(page, say, say('night.fall_asleep'), 5);
  await refused('night.nothing_left');
  await night(page, '23:00', '7:00');
  await typeTime(page, say('night.into_bed'), '23.30');
  await refused('night.over_a_day');
  await typeTime(page, say('night.into_bed'), 'late');
  await expect(page.getByText('That is not a time of day. Write it like 22:30.')).toBeVisible();
  await refused('mood.not_then');
  await expect(field(page, say, 'night.into_bed')).toHaveValue('late');
  await typeTime(page, say('night.into_bed'), '22.30');
  await save(page);
  await saved(page);
  await enter(page, 'day/2026-11-24/night');
  await expect(page.getByLabel(say('night.note'))).toHaveValue('This stays');
  await expect(field(page, say, 'night.into_bed')).toHaveValue('22:30');
});

test('the nights of both clock changes are as long as they were', async ({ page }) => {
  await beginYoung(page);
  // The hands show 8 h; an hour is left out in spring and comes twice in autumn.
  for (const [date, offset, length] of [['2026-03-29', '+03:00', '7 h'], ['2026-03-30', '+03:00', '8 h'], ['2026-10-25', '+02:00', '9 h']]) {
    await open(page, date, `${date}T10:00:00${offset}`);
    await night(page, '23.00', '7.00');
    await expect(centre(page)).toHaveText(length);
    await save(page);
    await saved(page);
    await expect(page.locator('.pair .button-night')).toHaveText(length);
  }
});

test('a waking at half past three, on usual nights and in both clock changes', async ({ page }) => {
  const say = words();
  await beginYoung(page);
  for (const [date, offset, length] of [['2026-11-24', '+02:00', '4 h 30'], ['2026-03-29', '+03:00', '4 h 30'], ['2026-10-25', '+02:00', '4 h 30']]) {
    await open(page, date, `${date}T10:00:00${offset}`);
    await night(page, '23.00', '3.30');
    await expect(centre(page)).toHaveText(length);
    await save(page);
    await saved(page);
    await expect(page.locator('.pair .button-night')).toHaveText(length);
  }
  // Still up before four, "last night" is the one that ended yesterday.
  await page.clock.setFixedTime('2026-11-25T03:45:00+02:00');
  await enter(page, 'today?do=night');
  await heading(page, say('night.title'));
  await expect(page.locator('.above')).toContainText('24 Nov');
  await expect(field(page, say, 'night.woke')).toHaveValue('03:30');
});

test('like last time is marked as an estimate until it is told', async ({ page }) => {
  const say = words();
  await beginYoung(page);
  await open(page, '2026-11-23', '2026-11-23T10:00:00+02:00');
  await night(page, '23.10', '7.20');
  await save(page);
  await saved(page);
  await page.clock.setFixedTime('2026-11-24T10:00:00+02:00');
  await enter(page);
  await page.getByRole('button', { name: say('today.sleep_like') }).click();
  await saved(page);
  await enter(page, 'day/2026-11-24/night');
  await expect(page.getByText(say('night.estimate'))).toBeVisible();
  await save(page);
  await saved(page);
  await enter(page, 'day/2026-11-24/night');
  await expect(field(page, say, 'night.tried')).toHaveValue('23:10');
  await expect(page.getByText(say('night.estimate'))).toBeHidden();
});

test('a journey across time zones moves no night', async () => {
  const say = words();
  const folder = await mkdtemp(join(tmpdir(), 'askelma-'));
  const helsinki = await device(folder);
  await helsinki.page.clock.setFixedTime('2026-11-24T09:00:00+02:00');
  await begin(helsinki.page, 'young', 'Aino');
  await open(helsinki.page, '2026-11-24', '2026-11-24T09:00:00+02:00');
  await night(helsinki.page, '23:15', '7:05');
  await save(helsinki.page);
  await saved(helsinki.page);
  await helsinki.context.close();
  const abroad = await device(folder, { timezoneId: 'America/New_York' });
  await open(abroad.page, '2026-11-24', '2026-11-26T09:00:00-05:00');
  await expect(field(abroad.page, say, 'night.tried')).toHaveValue('23:15');
  await expect(field(abroad.page, say, 'night.woke')).toHaveValue('07:05');
  await expect(centre(abroad.page)).toHaveText('7 h 50');
  // Mended there: the clock that it was slept by stays.
  await typeTime(abroad.page, say('night.woke'), '7:35');
  await save(abroad.page);
  await saved(abroad.page);
  // A night there goes by the clock there.
  await open(abroad.page, '2026-11-26', '2026-11-26T09:00:00-05:00');
  await night(abroad.page, '22:00', '6:00');
  await save(abroad.page);
  await saved(abroad.page);
  await abroad.context.close();
  const home = await device(folder);
  await home.page.clock.setFixedTime('2026-11-28T10:00:00+02:00');
  for (const [date, from, to, length] of [['2026-11-24', '23:15', '07:35', '8 h 20'], ['2026-11-26', '22:00', '06:00', '8 h']]) {
    await enter(home.page, `day/${date}`);
    await expect(home.page.getByRole('heading', { name: `${from}–${to}` })).toBeVisible();
    await expect(home.page.locator('.pair .button-night')).toHaveText(length);
  }
  await home.context.close();
  await rm(folder, { recursive: true, force: true });
});
