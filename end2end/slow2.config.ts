import { defineConfig } from '@playwright/test';

// The bundle in dist/, at / on one port and, for the journeys about it, at /x/ on another.
const port = Number(process.env.ASKELMA_PORT ?? 4140);

const mornings = 'app/mornings.spec.ts';
const afterMornings = ['share/share-code.spec.ts', 'share/share-file.spec.ts'];
const anywhere = (file: string) => `**/${file}`;

export default defineConfig({
  testDir: 'journeys',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: false,
  workers: 1,
  // The second run of what failed only says whether it fails always: either way it is to be mended.
  retries: 0,
  failOnFlakyTests: true,
  timeout: 400_000,
  expect: { timeout: 60_000 },
  // The list ends with "N passed", which is how a run is known to have tested something.
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port}/`,
    browserName: 'chromium',
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'en-GB',
    timezoneId: 'Europe/Helsinki',
    colorScheme: 'light',
    serviceWorkers: 'allow',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.ASKELMA_CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    // Four weeks are logged by hand once; what shares them comes afterwards.
    { name: 'mornings', testMatch: anywhere(mornings) },
    { name: 'phone', testIgnore: [mornings, ...afterMornings].map(anywhere) },
    { name: 'after mornings', testMatch: afterMornings.map(anywhere), dependencies: ['mornings'] },
  ],
  webServer: {
    command: `"${process.env.ASKELMA_XTASK ?? 'cargo xtask'}" serve --no-build --port ${port}`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: !process.env.CI,
    timeout: 400_000,
  },
});
