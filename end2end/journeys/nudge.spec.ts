// What Today says by itself: a quiet line, a dot on the icon, at most one suggestion a week.
import { expect, test, type Page } from '@playwright/test';
import { card, press } from '../pages/app';
import { daysBefore, wasWritten } from '../pages/past';
import { beginYoung, enter, face, saved, words } from '../pages/visit';

test.use({ serviceWorkers: 'block' });

const say = words();
const at = (page: Page, when: string) => page.clock.setFixedTime(`${when}:00+02:00`);
const line = (page: Page) => page.getByText(say('today.nudge'));

/** A browser that says what was set on the app's icon. */
async function withIcon(page: Page): Promise<() => Promise<string | undefined>> {
  await page.addInitScript(() => {
    const marks: string[] = ((window as unknown as { marks: string[] }).marks = []);
    const mark = (word: string) => () => (marks.push(word), Promise.resolve());
    Object.assign(navigator, { setAppBadge: mark('set'), clearAppBadge: mark('clear') });
  });
  return () => page.evaluate(() => (window as unknown as { marks: string[] }).marks.at(-1));
}

test('a day without a word has a quiet line from five on, until something is written', async ({ page }) => {
  const icon = await withIcon(page);
  await at(page, '2026-11-24T16:59');
  await beginYoung(page);
  await enter(page);
  await expect(line(page)).toHaveCount(0);
  expect(await icon()).toBe('clear');
  await at(page, '2026-11-24T17:00');
  await enter(page);
  await expect(line(page)).toBeVisible();
  expect(await icon()).toBe('set');
  await face(page, 3).click();
  await saved(page);
  await expect(line(page)).toHaveCount(0);
  expect(await icon()).toBe('clear');
});

test('the line can be turned off', async ({ page }) => {
  await at(page, '2026-11-24T18:00');
  await beginYoung(page);
  await enter(page, 'reminders');
  await page.getByRole('switch', { name: say('reminders.nudge') }).click();
  await saved(page);
  await enter(page);
  await expect(face(page, 1)).toBeVisible();
  await expect(line(page)).toHaveCount(0);
});

test('a copy of the diary is suggested with its reason, and not again within a week', async ({ page }) => {
  await at(page, '2026-11-03T09:00');
  await beginYoung(page);
  const today = '2026-11-24';
  await at(page, `${today}T09:00`);
  const written = Array.from({ length: 7 }, (_, back) => ({
    date: daysBefore(today, back + 1),
    moods: [{ at: '12:00', mood: 3 }],
  }));
  await wasWritten(page, written);
  await enter(page);
  const copy = card(page, say('suggestion.backup'));
  await expect(copy).toContainText(say('suggestion.backup_why'));
  await copy.getByRole('button', { name: say('suggestion.later') }).click();
  await expect(copy).toHaveCount(0);
  await at(page, '2026-11-30T09:00');
  await enter(page);
  await expect(face(page, 1)).toBeVisible();
  await expect(copy).toHaveCount(0);
  await at(page, '2026-12-01T09:00');
  await enter(page);
  await copy.getByRole('link', { name: say('suggestion.backup_do') }).click();
  const coming = page.waitForEvent('download');
  await press(page, 'data.save_json');
  await coming;
  // Saved: nothing more to suggest for a month.
  await at(page, '2026-12-08T09:00');
  await enter(page);
  await expect(face(page, 1)).toBeVisible();
  await expect(copy).toHaveCount(0);
});

test('the browser offers to install, and is asked to by a button', async ({ page }) => {
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      const offer = new Event('beforeinstallprompt', { cancelable: true });
      const prompt = () => {
        (window as unknown as { asked: boolean }).asked = true;
        return Promise.resolve({ outcome: 'accepted' });
      };
      dispatchEvent(Object.assign(offer, { prompt }));
    });
  });
  await at(page, '2026-11-10T09:00');
  await beginYoung(page);
  await at(page, '2026-11-17T09:00');
  await enter(page);
  await card(page, say('suggestion.install')).getByRole('button', { name: say('suggestion.install_do') }).click();
  expect(await page.evaluate(() => (window as unknown as { asked: boolean }).asked)).toBe(true);
  await enter(page);
  await expect(face(page, 1)).toBeVisible();
  await expect(card(page, say('suggestion.install'))).toHaveCount(0);
  // It stays to be found among the data.
  await enter(page, 'data');
  await card(page, say('data.home')).getByRole('button', { name: say('suggestion.install_do') }).click();
  expect(await page.evaluate(() => (window as unknown as { asked: boolean }).asked)).toBe(true);
});
