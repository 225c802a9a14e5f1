// A browser that a journey can kill, as a flat battery would.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, expect, type Browser, type Page } from '@playwright/test';

export interface Running {
  /** Its first tab. */
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

/** Starts a browser of its own over a profile. */
export async function start(profile: string): Promise<Running> {
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
