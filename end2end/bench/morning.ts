// A morning's logging, scripted: what it costs in taps, and in seconds that the app itself takes.
import { expect, type Page } from '@playwright/test';
import { face, saved, words } from '../pages/visit';
import { untilToday } from './years';

const say = words();
const TICKS = 3;

/** Opens the app on the morning after today and logs mood, night, three ticks and the school day. */
export async function morning(page: Page): Promise<{ taps: number; seconds: number }> {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await page.clock.setFixedTime(`${tomorrow}T08:05:00`);
  const start = Date.now();
  await untilToday(page);
  let taps = 0;
  const tap = async (button: ReturnType<Page['locator']>) => {
    await button.tap();
    await saved(page);
    taps += 1;
  };
  await tap(face(page, 3));
  await tap(page.getByRole('button', { name: new RegExp(`^${say('today.sleep_like')}`) }));
  for (let tick = 0; tick < TICKS; tick += 1) {
    const row = page.locator('main .tick-row').nth(tick);
    await tap(row);
    await expect(row).toHaveAttribute('aria-pressed', 'true');
  }
  await tap(page.getByRole('button', { name: say('school_card.whole'), exact: true }));
  return { taps, seconds: (Date.now() - start) / 1000 };
}
