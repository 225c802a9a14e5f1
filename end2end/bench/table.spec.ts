// The bench: ratios from one run, in the release build, with five years of data beside none.
import { expect, test } from '@playwright/test';
import { routes } from '../pages/routes';
import { face, saved, words } from '../pages/visit';
import { morning } from './morning';
import { SLOWER, Taps } from './taps';
import { allRead, begun, enter, fill, held, markToday, median, quantile, untilToday } from './years';

const STARTS = 15;
const TAPS = 40;
const MEBIBYTE = 1024 * 1024;

function print(rows: string[][]): void {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
  for (const cells of rows) console.log(cells.map((cell, column) => cell.padEnd(widths[column])).join('  '));
}

test('bench', async ({ browser }) => {
  const rows: string[][] = [['what', 'empty', 'five years', 'aim', 'reached']];
  const row = (what: string, empty: string, full: string, aim: string, ok: boolean) =>
    rows.push([what, empty, full, aim, ok ? 'yes' : 'NO']);

  const contexts = { empty: await browser.newContext(), full: await browser.newContext() };
  for (const context of Object.values(contexts)) await markToday(context);
  const pages = { empty: await begun(contexts.empty), full: await begun(contexts.full) };
  const { records, bytes } = await fill(pages.full);

  // Turn by turn, so that whatever else the machine does weighs on both alike.
  const starts = { empty: [] as number[], full: [] as number[] };
  for (let turn = 0; turn < STARTS + 2; turn += 1) {
    for (const which of ['empty', 'full'] as const) {
      const took = await untilToday(pages[which]);
      if (turn >= 2) starts[which].push(took);
      await pages[which].waitForTimeout(400);
    }
  }
  const [empty, full] = [median(starts.empty), median(starts.full)];
  row('first usable Today, ms (median)', empty.toFixed(0), full.toFixed(0), 'ratio ≤ 1.2', full / empty <= 1.2);
  rows.push(['  ratio', '1', (full / empty).toFixed(2), '', '']);

  const memory = { empty: 0, full: 0 };
  for (const which of ['empty', 'full'] as const) {
    const devtools = await contexts[which].newCDPSession(pages[which]);
    await untilToday(pages[which]);
    await allRead(pages[which]);
    memory[which] = await held(pages[which], devtools);
  }
  const more = (memory.full - memory.empty) / MEBIBYTE;
  row('memory of the page, MiB', (memory.empty / MEBIBYTE).toFixed(1), (memory.full / MEBIBYTE).toFixed(1), '≤ 64 above', more <= 64);

  // A bare Leptos button beside the faces, tap by tap.
  const bare = await (await browser.newContext()).newPage();
  await bare.goto(process.env.ASKELMA_EMPTY_APP ?? '');
  const button = bare.getByRole('button');
  await button.waitFor();
  const taps = {
    bare: await Taps.on(bare, 'button'),
    empty: await Taps.on(pages.empty, '.face-button'),
    full: await Taps.on(pages.full, '.face-button'),
  };
  for (let tap = 0; tap < TAPS; tap += 1) {
    const before = await button.textContent();
    await taps.bare.tap(button, () => expect(button).not.toHaveText(before ?? ''));
    await bare.waitForTimeout(120);
    for (const which of ['empty', 'full'] as const) {
      const page = pages[which];
      await taps[which].tap(face(page, 1 + (tap % 5)), () => saved(page));
      // Taken back, so that the day stays as long as a day is.
      await page.locator('.undo-line').getByRole('button').first().click();
      await expect(page.locator('.undo-line')).toContainText(words()('app.undone'));
      await page.waitForTimeout(120);
    }
  }
  const worst = async (which: keyof typeof taps) => quantile(await taps[which].durations(TAPS), 0.95);
  const [floor, onEmpty, onFull] = [await worst('bare'), await worst('empty'), await worst('full')];
  row(`tap on a face to painted, ${SLOWER} × slower, ms (p95 of ${TAPS})`, onEmpty.toFixed(0), onFull.toFixed(0), '≤ 2 × bare', Math.max(onEmpty, onFull) <= 2 * floor);
  rows.push(['  a bare Leptos button in an empty app, ms', '', floor.toFixed(0), '', '']);
  rows.push(['  ratio to it', (onEmpty / floor).toFixed(2), (onFull / floor).toFixed(2), '', '']);

  const page = pages.full;
  await enter(page, routes.progress);
  const devtools = await contexts.full.newCDPSession(page);
  await allRead(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const drawnAfter = await page.evaluate(async () => {
    const all = document.querySelectorAll<HTMLButtonElement>('main .segments button');
    const last = all[all.length - 1];
    const start = performance.now();
    last.click();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return performance.now() - start;
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  row(`My picture, all, ${SLOWER} × slower, ms`, '', drawnAfter.toFixed(0), '≤ 1000', drawnAfter <= 1000);
  const logged = await morning(page);
  rows.push([`a morning's logging: taps, and seconds of the app`, '', `${logged.taps}, ${logged.seconds.toFixed(1)}`, '', '']);
  rows.push(['bytes on the device a year', '', (bytes / 5).toFixed(0), '', '']);
  rows.push(['records', '', String(records), '', '']);

  print(rows);
});
