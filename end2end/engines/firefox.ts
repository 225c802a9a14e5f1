// Firefox, by geckodriver.
import firefox from 'selenium-webdriver/firefox.js';
import type { Kept, Running } from './device';

const KIB = 1024;

export async function start(profile: string, downloads: string, kept: Kept, log: number): Promise<Running> {
  const options = new firefox.Options();
  options.setBinary(process.env.ASKELMA_FIREFOX!);
  // A profile that stays in its place, to be found by the next start.
  options.addArguments('-headless', '-profile', profile);
  const preferences: Record<string, unknown> = {
    'intl.accept_languages': 'en-GB',
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'devtools.console.stdout.content': true,
    // Lets `resetStorage` reset what keeps the databases.
    'dom.quotaManager.testing': true,
    // All cookies and site data blocked, as in the settings' strictest choice.
    ...(kept === 'nothing' ? { 'network.cookie.cookieBehavior': 2 } : {}),
    ...(typeof kept === 'number' ? { 'dom.quotaManager.temporaryStorage.fixedLimit': kept / KIB } : {}),
  };
  for (const [name, value] of Object.entries(preferences)) options.setPreference(name, value as string);
  const service = new firefox.ServiceBuilder(process.env.ASKELMA_GECKODRIVER)
    .addArguments('--allow-system-access')
    .setEnvironment({ ...process.env, TZ: 'Europe/Helsinki' } as Record<string, string>)
    .setStdio(['ignore', log, log])
    .build();
  const driver = firefox.Driver.createSession(options, service);
  await driver.manage().window().setRect({ x: 0, y: 0, width: 430, height: 860 });
  return {
    driver,
    quit: async () => driver.quit(),
    async resetStorage() {
      await driver.setContext(firefox.Context.CHROME as never);
      await driver.executeAsyncScript((done: () => void) => {
        // @ts-expect-error: only what is Firefox's own knows it.
        Services.qms.reset().callback = done;
      });
      await driver.setContext(firefox.Context.CONTENT as never);
    },
  };
}
