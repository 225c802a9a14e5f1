// The browser is killed, right after "Saved" and at any moment: what was said to be saved is there.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { start, type Running } from '../../pages/killable';
import { words } from '../../pages/visit';

const say = words();
/** How often it is killed at a random moment; `cargo xtask soak` sets more. */
const KILLS = Number(process.env.ASKELMA_KILLS ?? 10);
/** Kills over one profile: a day of thousands of check-ins is nobody's. */
const KILLS_A_PROFILE = 10;

/** Opens Today. The role lives in localStorage, which a kill may take: the diary does not need it. */
async function today(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const asks = page.getByRole('button', { name: say('welcome.young') });
  await page.locator('.face-row').or(asks).first().waitFor();
  if (await asks.isVisible()) {
    await asks.click();
    await page.getByRole('button', { name: say('welcome.name_skip') }).click();
    await page.getByRole('link', { name: say('begin.mood') }).click();
  }
  await page.locator('.face-row').first().waitFor();
}

test('an entry is there after the browser was killed right after "Saved"', async ({ baseURL }) => {
  test.setTimeout(120_000);
  const profile = await mkdtemp(join(tmpdir(), 'askelma-killed-'));
  let running: Running | undefined;
  try {
    const names = ['mood_name.two', 'mood_name.three', 'mood_name.four'];
    for (let round = 0; round <= names.length; round += 1) {
      running = await start(profile);
      const { page } = running;
      await today(page, baseURL!);
      const entries = page.locator('main a[href*="/mood/"]');
      await expect(entries).toHaveCount(round);
      for (const name of names.slice(0, round)) {
        await expect(entries.filter({ hasText: say(name) })).toHaveCount(1);
      }
      if (round < names.length) {
        await page.locator('.face-row .face-button').nth(round + 1).click();
        await page.locator('.undo-line').filter({ hasText: say('said.saved') }).waitFor();
      }
      await running.kill();
      running = undefined;
    }
  } finally {
    await running?.kill();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
});

/** Logs without a pause: check-ins and, now and then, an undo. What is said to be on the disk is told by the console. */
async function log(page: Page): Promise<void> {
  const sentences = { saved: say('said.saved'), undone: say('app.undone') };
  await page.evaluate(({ saved, undone }) => {
    const undoLine = () => document.querySelector('.undo-line');
    const said = (text: string) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (undoLine()?.textContent?.includes(text)) resolve();
          else setTimeout(look, 1);
        };
        // What was said of the tap before is taken away first.
        setTimeout(look, 1);
      });
    const faces = () => [...document.querySelectorAll<HTMLButtonElement>('main .face-row .face-button')];
    void (async () => {
      for (let turn = 0; ; turn += 1) {
        faces()[turn % 5].click();
        await said(saved);
        console.log('kept +1');
        if (turn % 4 === 3) {
          // From here on until it is taken back, either is right.
          console.log('kept -1');
          undoLine()!.querySelector('button')!.click();
          await said(undone);
          console.log('taken back');
        }
      }
    })();
  }, sentences);
}

for (const tabs of [1, 2]) {
  test(`nothing that was said to be saved is lost when the browser is killed at any moment, with ${tabs} tab(s)`, async ({ baseURL }) => {
    const rounds = Math.ceil(KILLS / 2);
    test.setTimeout(60_000 + rounds * 40_000);
    let profile = '';
    let running: Running | undefined;
    // How many check-ins are at least there, and at most.
    let [least, most, kept, losses] = [0, 0, 0, 0];
    try {
      for (let round = 0; round <= rounds; round += 1) {
        const fresh = round % KILLS_A_PROFILE === 0;
        if (fresh && round > 0 && round < rounds) {
          await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
          [least, most] = [0, 0];
        }
        if (round === 0 || (fresh && round < rounds)) profile = await mkdtemp(join(tmpdir(), 'askelma-killed-'));
        running = await start(profile);
        await today(running.page, baseURL!);
        const entries = running.page.locator('main a[href*="/mood/"]');
        await running.page.locator('.tick-row').first().waitFor();
        const found = await entries.count();
        if (found < least || found > most) losses += 1;
        expect(found, `round ${round}`).toBeGreaterThanOrEqual(least);
        expect(found, `round ${round}`).toBeLessThanOrEqual(most);
        if (round === rounds) break;
        [least, most] = [found, found];
        const pages = [running.page];
        while (pages.length < tabs) {
          const other = await running.page.context().newPage();
          await today(other, baseURL!);
          pages.push(other);
        }
        for (const page of pages) {
          // The last taps may have come to the disk before anybody could tell.
          most += 3;
          page.on('console', (message) => {
            if (message.text() === 'kept +1') { least += 1; most += 1; kept += 1; }
            if (message.text() === 'kept -1') least -= 1;
            if (message.text() === 'taken back') most -= 1;
          });
        }
        await Promise.all(pages.map(log));
        // At any moment: the journey itself is about chance here.
        await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 1_500));
        await running.kill();
        running = undefined;
      }
    } finally {
      await running?.kill();
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
    console.log(`killed ${rounds} times with ${tabs} tab(s): ${kept} entries were said to be saved, ${losses} losses`);
    expect(kept).toBeGreaterThan(0);
  });
}
