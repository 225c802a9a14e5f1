// Four weeks of mornings, logged by hand with the clock moved on. What was entered is written into
// a plain log beside it, from which the other journeys know what the receiver has to read.
import { expect, test } from '@playwright/test';
import { rm } from 'node:fs/promises';
import { begin, device, heading } from '../../pages/app';
import { routes } from '../../pages/routes';
import { Young } from '../../pages/today';
import { keepLog, mornings } from '../../tools/mornings';
import { dates, figures, type Log, plus, weekday } from '../../tools/log';
import { watch } from '../../pages/watch';
import { words } from '../../pages/visit';

const say = words('en');
/** A Saturday; the clocks in Helsinki go back in the night after it. */
const FIRST = '2026-10-24';
const LAST = '2026-11-20';
const PLANNED = 285;

test('four weeks of mornings are logged by hand', async ({ baseURL }) => {
  test.setTimeout(420_000);
  const begun = Date.now();
  const { folder } = mornings();
  await rm(folder, { recursive: true, force: true });
  const { context, page } = await device(folder);
  const seen = watch(context, page, new URL(baseURL!).origin);
  const log: Log = { name: 'Aino', days: {} };
  const me = new Young(page, log);
  await page.clock.install({ time: `${FIRST}T09:40:00+03:00` });
  await me.comes(FIRST, '09:40', '+03:00');
  await begin(page, 'young', log.name);
  await page.getByRole('link', { name: say('begin.mood') }).click();
  await heading(page, `Good morning, ${log.name}`);
  await expect(page.locator('.face-row [aria-pressed=true]')).toHaveCount(0);

  for (const [number, date] of dates(FIRST, LAST).entries()) {
    if (number > 0) await me.comes(date, '07:50', date < '2026-10-25' ? '+03:00' : '+02:00');
    await aDay(me, number, date);
  }
  // What is on the disk is what was on the screen.
  await page.goto('./');
  await expect(page.locator('.above')).toHaveText('Friday 20 November');
  await expect(page.locator('main a[href*="/mood/"]')).toHaveCount(log.days[LAST].moods.length);
  await page.goto(`./${routes.me}`);
  const did = figures(log, FIRST, LAST).days.filter((day) => day.moments.length > 0 || Object.keys(day.routine).length > 0);
  await expect(page.getByText(`On ${did.length} of the last 28 days you did something.`)).toBeVisible();
  expect(seen.foreign).toEqual([]);
  expect(seen.errors).toEqual([]);
  await keepLog({ log, from: FIRST, to: LAST });
  await context.close();
  console.log(`mornings: 28 days by hand in ${((Date.now() - begun) / 1000).toFixed(0)} s`);
});

async function aDay(me: Young, number: number, date: string): Promise<void> {
  const { page } = me;
  await theNight(me, number, date);
  if (number % 9 !== 4) await me.mood([3, 2, 4, 3, 5, 1, 4][number % 7]);
  if (number === 3) {
    await me.details({ energy: 2, worry: 10, feelings: ['Anxious', 'Tired'], body: ['Stomach hurts'], note: 'The bus felt too full.' });
  }
  if (number === 11) await me.details({ energy: 5, worry: 0, feelings: ['Glad', 'Proud', 'Calm'], note: 'Maths went better. Äiti sanoi "hyvä"! 🙂' });
  if (number % 5 !== 3) await me.tick('Up and curtains open', 'Breakfast');
  if (number % 3 === 0) await me.tick('Get dressed', 'A warm meal', 'A warm meal');
  if (number === 6) {
    // Taken back by pressing again, and by undo.
    await me.tick('Lights out', 'Lights out', 'Lights out', 'Screens away');
    await me.undo();
    delete me.today.routine['Screens away'];
    await expect(page.locator('.tick-row').filter({ hasText: 'Screens away' })).toHaveAttribute('aria-pressed', 'false');
  }
  await theSchoolDay(me, number, date);
  const moments: Record<number, [string, string[], string?]> = {
    0: ['Got up when it was still dark.', ['Brave']],
    5: ['Helped Eetu with his bike <b>twice</b>.', ['Kind', 'Helpful', 'Patient']],
    12: ['Stayed at the gate until the bell.', ['Brave', 'Persistent'], 'Early bird'],
    19: ['Asked the teacher for a quieter place.', ['Brave', 'Honest']],
    26: ['Made soup for everyone.', ['Kind', 'Maker']],
  };
  if (moments[number]) await me.goodMoment(...moments[number]);
  if (number === 8) await aMoodTakenBack(me);
  if (number === 10) await afterMidnight(me, date);
  if (number === 16) await anEarlierDayFilledIn(me, date);
  if (number === 18) await anEarlierDayMended(me, date);
}

async function theNight(me: Young, number: number, date: string): Promise<void> {
  if (number === 0) return me.night({ tried: '23:00', woke: '07:30' }, 'keys');
  // The night of the clock change is an hour longer than the dial's hands show.
  if (date === '2026-10-25') return me.night({ tried: '22:45', woke: '08:10' }, 'drag', 4);
  if (number === 7) return me.night({ tried: '00:35', woke: '06:50', fallAsleep: 25, awakenings: 2, awake: 15 }, 'drag', 2);
  if (number === 14) return me.night({ tried: '22:30', woke: '07:05', fallAsleep: 0, awake: 5 }, 'keys', 5);
  if (number % 11 === 9 || number === 15) return undefined;
  return me.sleptLikeLast();
}

async function theSchoolDay(me: Young, number: number, date: string): Promise<void> {
  if (weekday(date) > 4) return undefined;
  const plan: Record<number, () => Promise<void>> = {
    2: () => me.school('part', PLANNED, 90),
    3: () => me.school('not_today', PLANNED),
    4: () => me.school('part', PLANNED, 135),
    5: () => me.school('ill', PLANNED),
    6: () => me.school('remote', PLANNED),
    9: () => me.school('at_home', PLANNED),
    11: () => me.school('remote', PLANNED, 120),
    12: () => me.school('no_school', PLANNED),
    15: async () => undefined,
    16: () => me.school('part', PLANNED, 180),
    24: async () => undefined,
  };
  return (plan[number] ?? (() => me.school('whole', PLANNED)))();
}

async function aMoodTakenBack(me: Young): Promise<void> {
  const rows = me.page.locator('main a[href*="/mood/"]');
  const before = await rows.count();
  await me.comes(me.date, '16:20', '+02:00');
  await me.mood(1);
  await me.undo();
  me.today.moods.pop();
  await expect(rows).toHaveCount(before);
}

/** Half past midnight belongs to the evening before; at four the day turns. */
async function afterMidnight(me: Young, date: string): Promise<void> {
  const next = plus(date, 1);
  for (const clock of ['00:30', '03:59']) {
    await me.page.clock.setFixedTime(`${next}T${clock}:00+02:00`);
    await me.page.clock.fastForward(61_000);
    await heading(me.page, `Still up, ${me.log.name}?`);
    await expect(me.page.locator('.above')).toContainText(String(Number(date.slice(8))));
    await me.mood(2, clock);
  }
}

async function anEarlierDayFilledIn(me: Young, date: string): Promise<void> {
  const blank = plus(date, -1);
  await me.open(blank);
  await me.night({ tried: '23:20', woke: '07:20' }, 'keys');
  await me.mood(4, '12:00');
  await me.school('part', PLANNED, 45);
  await me.page.locator('.back').click();
  me.date = date;
}

async function anEarlierDayMended(me: Young, date: string): Promise<void> {
  const earlier = plus(date, -2);
  await me.open(earlier);
  await me.school('whole', PLANNED);
  await me.details({ mood: 5, worry: 3 });
  await me.page.locator('.back').click();
  me.date = date;
}
