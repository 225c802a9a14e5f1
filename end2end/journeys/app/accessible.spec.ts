// axe-core finds nothing on any page, in light and in dark.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test, type Page } from '@playwright/test';
import { WALKS } from '../../pages/walks';
import { drawn } from '../../pages/visit';

// Sent through the debugger, which the page's policy does not bind.
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

test.use({ serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } });

/** What axe finds, one line a finding with the element that it is about. */
async function findings(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const tool = (window as unknown as { axe: typeof import('axe-core') }).axe;
    const result = await tool.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    });
    return result.violations.flatMap((rule) =>
      rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
    );
  });
}

/** As high as the page: what the bar covers now is scrolled to, and not too small. */
async function showWhole(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: 390, height: Math.max(844, height) });
  await drawn(page);
}

for (const [name, walk] of Object.entries(WALKS)) {
  test(`axe finds nothing: ${name}`, async ({ page }) => {
    test.setTimeout(360_000);
    const found: string[] = [];
    let stops = 0;
    for await (const stop of walk(page, 'en')) {
      await showWhole(page);
      // A page keeps it until another is loaded.
      if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
      for (const theme of ['light', 'dark']) {
        await page.evaluate((to) => document.documentElement.setAttribute('data-theme', to), theme);
        found.push(...(await findings(page)).map((line) => `${stop}, ${theme}: ${line}`));
      }
      await page.setViewportSize({ width: 390, height: 844 });
      stops += 1;
    }
    expect(found).toEqual([]);
    expect(stops).toBeGreaterThan(2);
  });
}
