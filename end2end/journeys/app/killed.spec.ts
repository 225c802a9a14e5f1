// The browser is killed right after "Saved": the entry is there on the next start.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { words } from '../../pages/visit';

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
