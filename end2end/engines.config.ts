import { defineConfig } from '@playwright/test';
import type { EngineName } from './engines/device';

// The first journey in the engines that are not Chromium, over WebDriver: Playwright runs the trials
// and says what it found, and drives nothing.
export default defineConfig<{ engine: EngineName }>({
  testDir: 'engines',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  workers: 1,
  timeout: 240_000,
  reporter: [['list']],
  projects: [
    { name: 'webkit', use: { engine: 'webkit' } },
    { name: 'firefox', use: { engine: 'firefox' } },
  ],
});
