// The browser is killed right after "Saved": the entry is there on the next start.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { drawn, words } from '../pages/visit';

const say = words();

interface Running {
  page: Page;
  /** Ends the browser with all its processes at once, as a flat battery would. */
  kill(): Promise<void>;
}

async function addressOf(profile: string): Promise<string> {
  let text = '';
  await expect
    .poll(async () => {
      text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
      return text.split('\n').length;
    }, { timeout: 30_000 })
    .toBeGreaterThan(1);
  const [port, path] = text.split('\n');
  return `ws://127.0.0.1:${port}${path}`;
}

async function start(profile: string): Promise<Running> {
  await rm(join(profile, 'DevToolsActivePort'), { force: true });
  const program = process.env.ASKELMA_CHROMIUM ?? chromium.executablePath();
  // A process group of its own, so that its helpers die with it and nobody else does.
  const child: ChildProcess = spawn(
    program,
    [
      '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--no-sandbox',
      '--disable-gpu', '--no-first-run', '--disable-background-networking', '--lang=en-GB',
      'about:blank',
    ],
    { detached: true, stdio: 'ignore' },
  );
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let browser: Browser | undefined;
  const kill = async () => {
    process.kill(-child.pid!, 'SIGKILL');
    await gone;
    await browser?.close().catch(() => undefined);
  };
  try {
    browser = await chromium.connectOverCDP(await addressOf(profile));
    return { page: browser.contexts()[0].pages()[0], kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

test('an entry is there after the browser was killed right after "Saved"', async ({ baseURL }) => {
  test.setTimeout(120_000);
  const profile = await mkdtemp(join(tmpdir(), 'askelma-killed-'));
  let running: Running | undefined;
  try {
    running = await start(profile);
    await running.page.goto(baseURL!);
    await running.page.getByRole('button', { name: say('welcome.young') }).click();
    await running.page.getByRole('button', { name: say('welcome.name_skip') }).click();
    await running.page.getByRole('link', { name: say('welcome.first_mood') }).waitFor();
    for (const round of [1, 2, 3]) {
      const { page } = running;
      await page.goto(`${baseURL}day/${new Date().toISOString().slice(0, 10)}`);
      // The role lives in localStorage, which a kill may take: the diary must not depend on it.
      const asks = page.getByRole('button', { name: say('welcome.young') });
      await page.locator('.face-row').or(asks).first().waitFor();
      if (await asks.isVisible()) {
        await asks.click();
        await page.getByRole('button', { name: say('welcome.name_skip') }).click();
        await page.getByRole('link', { name: say('welcome.first_mood') }).click();
      }
      await drawn(page);
      await expect(page.locator('main a[href*="/mood/"]')).toHaveCount(round - 1);
      await page.locator('.face-row .face-button').nth(round).click();
      await page.locator('.undo-line').filter({ hasText: say('said.saved') }).waitFor();
      await running.kill();
      running = await start(profile);
    }
    const { page } = running;
    await page.goto(baseURL!);
    const asks = page.getByRole('button', { name: say('welcome.young') });
    await page.locator('.face-row').or(asks).first().waitFor();
    if (await asks.isVisible()) {
      await asks.click();
      await page.getByRole('button', { name: say('welcome.name_skip') }).click();
      await page.getByRole('link', { name: say('welcome.first_mood') }).click();
    }
    await expect(page.locator('main a[href*="/mood/"]')).toHaveCount(3);
    for (const name of ['mood.two', 'mood.three', 'mood.four']) {
      await expect(page.getByText(say(name))).toHaveCount(1);
    }
  } finally {
    await running?.kill();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
});
