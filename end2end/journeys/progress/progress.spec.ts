// My picture: true sentences over charts with tables, in three languages, and insights that the
// worker computes or nothing.
import { expect, test, type Page } from '@playwright/test';
import { card, heading } from '../../pages/app';
import { daysBefore, type PastDay, wasWritten } from '../../pages/past';
import { routes } from '../../pages/routes';
import { beginYoung, enter, filled, LANGUAGES, lookAround, saved, words } from '../../pages/visit';

test.use({ serviceWorkers: 'block' });

const TODAY = '2026-11-24';
const NOW = `${TODAY}T16:20:00+02:00`;

async function begun(page: Page, days: PastDay[], language: 'en' | 'fi' | 'sv' = 'en'): Promise<void> {
  await page.clock.setFixedTime(NOW);
  await beginYoung(page, 'Aino', language);
  await wasWritten(page, days);
  await enter(page, routes.progress);
  await heading(page, words(language)('progress.title'));
}

/** The cells of a chart's table, row by row. */
async function table(page: Page, title: string): Promise<string[][]> {
  const chart = card(page, title);
  await chart.locator('summary').click();
  await expect(chart.locator('tbody tr').first()).toBeVisible();
  return chart.locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent!)),
  );
}

const minutesOf = (text: string) => {
  const [, hours, rest] = /^(?:(\d+) h)? ?(\d+)?/.exec(text)!;
  return Number(hours ?? 0) * 60 + Number(rest ?? 0);
};

/** Ten days with figures that can be added up by hand. */
function tenDays(): PastDay[] {
  return Array.from({ length: 10 }, (_, back) => ({
    date: daysBefore(TODAY, back + 1),
    // Back 9 to 5: mood 2; back 4 to 0: mood 4.
    moods: [{ at: '12:00', mood: back < 5 ? 4 : 2 }],
    night: { tried: '23:00', woke: back % 2 ? '07:00' : '08:00' },
    school: back < 4 ? { planned: 300, attended: 60 * (back + 1) } : undefined,
    moment: back === 2 ? { words: 'Went in by the back door.', strengths: [1, 8] } : undefined,
  }));
}

test('each sentence says what the days say', async ({ page }) => {
  const say = words();
  await begun(page, tenDays());
  await expect(page.getByText('On 1 of 28 days you did something.')).toBeVisible();
  await expect(page.getByText('Something written on 10 of 28 days.')).toBeVisible();
  // 60 + 120 + 180 + 240 minutes; nobody said how long a school day is, so four days are known.
  await expect(card(page, say('progress.school'))).toContainText('Altogether 10 h at school, from 4 of 4 school days.');
  await expect(card(page, say('progress.mood'))).toContainText('A mood on 10 of 28 days.');
  // Five nights of 8 h and five of 9 h.
  await expect(card(page, say('progress.sleep'))).toContainText('About 8 h 30 from trying to sleep to waking, 10 of 28 nights.');
  await expect(card(page, say('progress.strengths'))).toContainText('Strengths in 1 good moment:');
  await expect(card(page, say('progress.strengths'))).toContainText('Brave · 1');
  const school = await table(page, say('progress.school'));
  expect(school.map((row) => minutesOf(row[1])).reduce((sum, min) => sum + min, 0)).toBe(600);
  const moods = await table(page, say('progress.mood'));
  expect(moods).toHaveLength(10);
  expect(moods[0]).toEqual(['14 Nov', '2 · Heavy']);
  const nights = await table(page, say('progress.sleep'));
  expect(nights.at(-1)).toEqual(['23 Nov', '23:00', '08:00', '9 h']);
  // Without an age there is no band.
  await expect(page.locator('.band-says')).toHaveCount(0);
  // Ten days are too few for anything to go together.
  await expect(card(page, say('progress.insights'))).toContainText(say('progress.too_early'));
});

test('lighter days are told of both halves of the window', async ({ page }) => {
  const say = words();
  const days = Array.from({ length: 28 }, (_, back) => ({
    date: daysBefore(TODAY, back),
    // The later fourteen days: 4, 4, 3, 3, …; the earlier ones: one lighter day.
    moods: [{ at: '12:00', mood: back < 14 ? (back % 4 < 2 ? 4 : 3) : back === 20 ? 5 : 2 }],
  }));
  await begun(page, days);
  await expect(card(page, say('progress.mood'))).toContainText('Lighter days: 1 of 14 at first, 8 of 14 later.');
  expect(await card(page, say('progress.mood')).locator('.mosaic > *').count()).toBe(28);
});

test('the soft band stands only once the age is known', async ({ page }) => {
  const say = words();
  await begun(page, tenDays());
  await expect(card(page, say('progress.sleep'))).toBeVisible();
  await expect(page.locator('.soft-band')).toHaveAttribute('d', '');
  await enter(page, routes.settings);
  const age = page.getByLabel(say('choices.age'), { exact: true });
  await age.selectOption('14');
  await saved(page);
  await enter(page, routes.progress);
  await expect(page.getByText('Soft band: 8 to 10 hours from your usual bedtime.')).toBeVisible();
  await expect(page.locator('.soft-band')).toHaveAttribute('d', /^M0 /);
});

/** Twelve weeks in which a lighter mood came with fresh air, in no order that a week has. */
function airyWeeks(): PastDay[] {
  let seed = 7;
  const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  return Array.from({ length: 84 }, (_, back) => {
    const outdoors = next() < 0.5;
    const mood = (outdoors ? 4 : 2) + (next() < 0.2 ? 1 : 0);
    return { date: daysBefore(TODAY, back), moods: [{ at: '15:00', mood, outdoors, home: !outdoors }] };
  });
}

for (const language of LANGUAGES) {
  test(`what goes together comes from the worker, without a cause, in ${language}`, async ({ page }) => {
    const say = words(language);
    await begun(page, airyWeeks(), language);
    const insights = card(page, say('progress.insights'));
    const sentence = say('progress.insight_air').replace('{high_y}', '4').replace('{low_y}', '2');
    await expect(insights).toContainText(sentence);
    await expect(insights).toContainText(say('progress.insight_from').replace('{n}', '84'));
    await expect(insights).toContainText(say('progress.insights_hint'));
  });
}

test('nothing is said of what does not go together', async ({ page }) => {
  const say = words();
  const days = airyWeeks().map((day, back) => ({
    ...day,
    moods: [{ ...day.moods![0], mood: ((back * 7 + Math.floor(back / 3)) % 4) + 2 }],
  }));
  // The worker says that it is ready, and then what came of the insights.
  await page.addInitScript(() => {
    const said = { times: 0 };
    const Native = Worker;
    Object.assign(window, {
      said,
      Worker: class extends Native {
        constructor(address: string | URL, options?: WorkerOptions) {
          super(address, options);
          this.addEventListener('message', () => (said.times += 1));
        }
      },
    });
  });
  await begun(page, days);
  await expect(card(page, say('progress.mood'))).toBeVisible();
  const times = () => page.evaluate(() => (window as unknown as { said: { times: number } }).said.times);
  await expect.poll(times).toBeGreaterThanOrEqual(2);
  await page.waitForTimeout(500);
  await expect(card(page, say('progress.insights'))).toHaveCount(0);
});

for (const language of LANGUAGES) {
  test(`twelve weeks of example data have their charts, in ${language}`, async ({ page }) => {
    const say = words(language);
    await lookAround(page, 'young', language);
    await enter(page, routes.progress);
    for (const window of ['four', 'twelve', 'all']) {
      await page.getByRole('button', { name: say(`progress.${window}`), exact: true }).click();
      const sentences = { school: 'school_says', mood: 'mood_says', sleep: 'sleep_says', routine: 'routine_says', guess: 'guess_easier', strengths: 'moments' };
      for (const [name, sentence] of Object.entries(sentences)) {
        await expect(card(page, say(`progress.${name}`))).toContainText(filled(say(`progress.${sentence}`)));
      }
      // Each picture has a name for those who do not see it, and a table.
      const charts = page.locator('main .chart');
      await expect(charts).toHaveCount(5);
      for (const chart of await charts.all()) {
        await expect(chart.locator('.chart-picture[role=img]')).toHaveAttribute('aria-label', /\w/);
        // Twelve weeks are all there is in the example: what was opened then is still open.
        const closed = (await chart.locator('details[open]').count()) === 0;
        if (closed) await chart.locator('summary').click();
        await expect(chart.locator('tbody tr').first()).toBeVisible();
      }
    }
  });
}

test('an empty diary has a kind word and no charts', async ({ page }) => {
  const say = words('sv');
  await page.clock.setFixedTime(NOW);
  await beginYoung(page, 'Aino', 'sv');
  await enter(page, routes.progress);
  await expect(page.getByText(say('progress.empty_title'))).toBeVisible();
  await expect(page.locator('main .chart')).toHaveCount(0);
});
