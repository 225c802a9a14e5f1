// WebKitGTK, by WebKitWebDriver.
import { readdir, readFile } from 'node:fs/promises';
import { Capabilities, WebDriver } from 'selenium-webdriver';
import { Executor, HttpClient } from 'selenium-webdriver/http/index.js';
import remote from 'selenium-webdriver/remote/index.js';
import type { Kept, Running } from './device';

const NAME = 'Askelma-WebKitGTK';
const WINDOW = new URL('webkit_window.py', import.meta.url).pathname;

export async function start(profile: string, downloads: string, kept: Kept, log: number): Promise<Running> {
  const service = new remote.DriverService.Builder(process.env.ASKELMA_WEBKIT_DRIVER!)
    .setLoopback(true)
    .setEnvironment({ ...process.env, TZ: 'Europe/Helsinki' } as Record<string, string>)
    .setStdio(['ignore', log, log])
    .build();
  const args = [WINDOW, '--profile', profile, '--downloads', downloads];
  if (kept === 'nothing') args.push('--deny-storage');
  if (typeof kept === 'number') args.push('--quota', String(kept));
  const capabilities = new Capabilities({
    browserName: NAME,
    'webkitgtk:browserOptions': { binary: process.env.ASKELMA_WEBKIT_PYTHON!, args },
  });
  const client = service.start().then((url: string) => new HttpClient(url));
  const driver = WebDriver.createSession(new Executor(client), capabilities);
  await driver.getSession().catch(async (error) => {
    await service.kill();
    throw error;
  });
  return {
    driver,
    async quit() {
      await driver.quit();
      await service.kill();
    },
    async loseStorage() {
      for (const process_ of await networkProcesses(profile)) process.kill(process_, 'SIGKILL');
    },
  };
}

/** The processes that keep the storage of the window with that profile. */
async function networkProcesses(profile: string): Promise<number[]> {
  const all = await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(processOf));
  const here = all.filter((one) => one !== undefined);
  const window = here.find(({ line }) => line.includes(WINDOW) && line.includes(profile));
  return here
    .filter(({ parent, line }) => parent === window?.id && line[0].endsWith('WebKitNetworkProcess'))
    .map(({ id }) => id);
}

async function processOf(name: string): Promise<{ id: number; parent: number; line: string[] } | undefined> {
  try {
    const [line, status] = await Promise.all(
      ['cmdline', 'status'].map((file) => readFile(`/proc/${name}/${file}`, 'utf8')),
    );
    const parent = Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]);
    return { id: Number(name), parent, line: line.split('\0') };
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}
