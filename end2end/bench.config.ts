import journeys from './playwright.config';

// What the bench measures, one thing after the other on an otherwise idle browser. It asserts
// nothing: `cargo xtask bench` prints a table.
export default {
  ...journeys,
  testDir: 'bench',
  fullyParallel: false,
  workers: 1,
  timeout: 600_000,
  projects: [{ name: 'bench' }],
  use: { ...journeys.use, trace: 'off', screenshot: 'off' },
};
