// Four weeks, logged by hand, go from a phone's screen through a camera to the worker's sheet.
import { expect, test } from '@playwright/test';
import { rm } from 'node:fs/promises';
import { begin, device, heading, type Device } from '../../pages/app';
import { Receive, Sheet } from '../../pages/received';
import { routes } from '../../pages/routes';
import { Share } from '../../pages/share';
import { lookAround, words } from '../../pages/visit';
import { short } from '../../tools/log';
import { afterMornings, type Mornings } from '../../tools/mornings';
import { sheetEquals } from '../../tools/sheet-check';
import { dropped, film, record, unsteady } from '../../tools/video';

const say = words('en');
test.describe.configure({ mode: 'serial', timeout: 300_000 });

let mornings: Mornings & { profile: string };
let fiveWords = '';
let pictures: Buffer[] = [];
let parts = 0;
const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

test.beforeAll(async () => {
  mornings = await afterMornings();
});

test.afterAll(async () => {
  await rm(mornings.profile, { recursive: true, force: true });
});

test('four weeks are chosen, looked at, and shown as a moving code', async () => {
  const { context, page } = await device(mornings.profile);
  await page.clock.setFixedTime(`${mornings.to}T17:05:00+02:00`);
  await page.goto('./');
  const share = new Share(page);
  await share.open();
  await share.weeks(4);
  await share.choose('notes', true);
  await share.fill('with', 'Sanna');
  await share.fill('purpose', "Thursday's meeting");
  await share.preview();
  await expect(page.getByText(sheetAbove())).toBeVisible();
  await sheetEquals(page, mornings.log, mornings.from, mornings.to, { notes: true });
  const tapped = Date.now();
  fiveWords = await share.goOn();
  const locked = seconds(tapped);
  await expect(page.locator('.qr')).toHaveCount(0);
  const asked = Date.now();
  await share.showCode();
  console.log(`share to shown: ${locked} until the words, ${seconds(asked)} from there to the first code`);
  await expect(page.locator('.word-list')).toHaveCount(0);
  const beside = (await page.locator('body').innerText()).toLowerCase().split(/\W+/);
  expect(fiveWords.split(' ').filter((word) => beside.includes(word)).length).toBeLessThan(3);
  parts = await share.parts();
  console.log(`codes for four weeks by hand: ${parts}`);
  pictures = await record(share, parts * 5 + 10);
  await share.finished();
  await page.getByRole('link', { name: say('app.back') }).click();
  await expect(page.getByText('With Sanna')).toBeVisible();
  await context.close();
});

test('a worker scans it clean and reads what was logged', async () => {
  const worker = await receives(pictures.length, await film(pictures));
  await sheetEquals(worker.page, mornings.log, mornings.from, mornings.to, { notes: true });
  await expect(worker.page.getByText("For: Thursday's meeting")).toBeVisible();
  // It is in the list of cases, and stays there.
  await worker.page.goto('./');
  await worker.page.locator('main .person-link').filter({ hasText: 'Aino' }).click();
  await heading(worker.page, 'Aino');
  await expect(new Sheet(worker.page).stat('mood').note).toBeVisible();
  await worker.context.close();
});

test('a worker scans it with 40 % of the codes lost, blurred and aslant', async () => {
  const left = dropped(pictures, 0.4);
  expect(left.length).toBeLessThan(pictures.length * 0.75);
  const wide = { width: 1280, height: 900 };
  const worker = await receives(left.length, await film(left, unsteady(17)), wide);
  await sheetEquals(worker.page, mornings.log, mornings.from, mornings.to, { notes: true });
  await worker.context.close();
});

test('the example takes so many codes', async ({ page }) => {
  await lookAround(page, 'young');
  for (const weeks of [4, 12] as const) {
    await page.goto(`./${routes.share}`);
    const share = new Share(page);
    await share.weeks(weeks);
    await share.choose('notes', true);
    await share.preview();
    await share.goOn();
    await share.showCode();
    console.log(`codes for ${weeks} weeks of the example: ${await share.parts()}`);
    expect(await share.parts()).toBeLessThan(300);
  }
});

function sheetAbove(): string {
  const { from, to, log } = mornings;
  return Sheet.says('above', { from: short(from), to: short(to) }).replaceAll('{name}', log.name);
}

/** A worker's own device, its camera, the words, a look, and keeping it. */
async function receives(
  codes: number,
  video: string,
  viewport?: { width: number; height: number },
): Promise<Device> {
  const worker = await device('', { video, viewport });
  const { page } = worker;
  await begin(page, 'worker');
  const receive = new Receive(page);
  await receive.open();
  const begun = Date.now();
  const seen = await watchProgress(page);
  await receive.scan();
  await receive.whole();
  const scanned = seconds(begun);
  // Live: it was seen to grow on the way, and it never falls back.
  const progress = await seen();
  expect(new Set(progress.filter((number) => number > 0)).size).toBeGreaterThan(1);
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  const told = Date.now();
  await receive.typeWords(fiveWords.toUpperCase());
  await receive.opened(mornings.log.name);
  await receive.keep();
  await expect(new Sheet(page).stat('mood').note).toBeVisible();
  console.log(`scan to sheet (${codes} codes recorded, ${parts} needed): ${scanned} of scanning, ${seconds(told)} from words to sheet`);
  return worker;
}

/** Writes down what the progress bar says, from its first appearance on. */
async function watchProgress(page: Device['page']): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const said: number[] = [];
    (window as unknown as { said: number[] }).said = said;
    const look = () => {
      const bar = document.querySelector('[role=progressbar]');
      if (bar) said.push(Number(bar.getAttribute('aria-valuenow')));
    };
    const changes = { attributes: true, attributeFilter: ['aria-valuenow'], childList: true, subtree: true };
    new MutationObserver(look).observe(document.body, changes);
  });
  return () => page.evaluate(() => (window as unknown as { said: number[] }).said);
}
