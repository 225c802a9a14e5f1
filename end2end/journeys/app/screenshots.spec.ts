// The pictures of the README and of the manifest, with example data and a clock that stands still.
// They are written into the tree only with ASKELMA_SCREENSHOTS=1; else beside the test results.
import { expect, test, type Page } from '@playwright/test';
import { routes } from '../../pages/routes';
import { drawn, enter, lookAround, words, type Language, type Role } from '../../pages/visit';

const NOW = new Date('2026-11-24T08:04:00+02:00');
const LAPTOP = { width: 1280, height: 900 };

test.use({ serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } });

/** Without the line that says that the data is an example: the pictures show the app in use. */
async function withoutLines(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector('.lines')?.setAttribute('hidden', ''));
}

/** Writes what the window shows, for the README (docs) or the manifest (public). */
async function picture(page: Page, where: 'docs' | 'public', name: string): Promise<void> {
  await drawn(page);
  await withoutLines(page);
  const kept = Boolean(process.env.ASKELMA_SCREENSHOTS);
  const path = kept ? `../${where}/screenshots/${name}.png` : test.info().outputPath(`${name}.png`);
  const bytes = await page.screenshot({ path, scale: where === 'docs' ? 'device' : 'css', animations: 'disabled' });
  // A picture of one colour would be a few kilobytes.
  expect(bytes.length).toBeGreaterThan(12_000);
}

/** Example data, at 08:04 on a school day. */
async function asUsed(page: Page, role: Role, language: Language = 'en', dark = false): Promise<void> {
  await page.clock.setFixedTime(NOW);
  await lookAround(page, role, language);
  if (dark) {
    await page.evaluate(() => {
      const chosen = JSON.parse(localStorage.getItem('askelma')!);
      localStorage.setItem('askelma', JSON.stringify({ ...chosen, theme: 'dark' }));
    });
  }
  await enter(page);
}

async function ticks(page: Page): Promise<void> {
  for (const row of [0, 1]) await page.locator('.tick-row').nth(row).click();
  await expect(page.locator('.tick-row[aria-pressed="true"]')).toHaveCount(2);
  // The undo line goes before the picture is taken.
  await page.reload();
  await page.locator('.tick-row[aria-pressed="true"]').first().waitFor();
}

test('Today', async ({ page }) => {
  await asUsed(page, 'young');
  await ticks(page);
  await picture(page, 'docs', 'today');
  await picture(page, 'public', 'today');
});

test('the path, and after a try', async ({ page }) => {
  const say = words();
  await asUsed(page, 'young');
  await enter(page, routes.path);
  await picture(page, 'public', 'path-or-me');
  // With the far shore in sight.
  await page.evaluate(() => scrollTo(0, 0));
  await picture(page, 'docs', 'path');
  await page.locator('.stones-foot').getByRole('link', { name: say('path.try_it') }).click();
  await page.getByRole('button', { name: say('try_before.start'), exact: true }).click();
  await page.getByRole('button', { name: say('try_now.all_of_it'), exact: true }).click();
  const number = async (of: string, number: number) =>
    page.getByRole('group', { name: say(of), exact: true }).getByRole('button').nth(number).click();
  await number('try_now.hardest', 3);
  await number('try_now.now', 1);
  await page.locator('.beside').waitFor();
  await page.reload();
  await page.locator('.beside').waitFor();
  await picture(page, 'docs', 'after-try');
});

test('the path in the dark', async ({ page }) => {
  await asUsed(page, 'young', 'en', true);
  await enter(page, routes.path);
  await page.evaluate(() => scrollTo(0, 0));
  await picture(page, 'docs', 'path-dark');
});

test('Today in the dark', async ({ page }) => {
  await asUsed(page, 'young', 'en', true);
  await ticks(page);
  await picture(page, 'docs', 'today-dark');
});

test('Today in Finnish', async ({ page }) => {
  await asUsed(page, 'young', 'fi');
  await ticks(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fi');
  await picture(page, 'docs', 'today-fi');
});

test('a night, and sharing it', async ({ page }) => {
  const say = words();
  await asUsed(page, 'young');
  await enter(page, routes.night('2026-11-24'));
  await picture(page, 'docs', 'night');
  await enter(page, routes.share);
  await picture(page, 'docs', 'share');
  await page.getByRole('button', { name: say('share.preview') }).click();
  await page.getByRole('button', { name: say('share.go_on') }).click();
  await page.getByRole('button', { name: say('share.show_code') }).click();
  await page.locator('.qr-dark:not([d=""])').waitFor();
  await picture(page, 'docs', 'code');
});

test('the meeting sheet on a laptop', async ({ page }) => {
  await page.setViewportSize(LAPTOP);
  await asUsed(page, 'worker');
  await page.locator('main .person-link').first().click();
  await page.locator('.stat-card').first().waitFor();
  await picture(page, 'docs', 'sheet');
  await picture(page, 'public', 'sheet-wide');
});

test("the parent's week", async ({ page }) => {
  await asUsed(page, 'parent');
  await page.locator('.calm-day').first().waitFor();
  await picture(page, 'docs', 'parents-week');
});
