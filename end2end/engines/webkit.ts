// WebKitGTK, by WebKitWebDriver.
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
  };
}
