import { test } from '@playwright/test';
import { WALKS } from '../pages/rooms';
test.use({ serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' }, deviceScaleFactor: 1 });
const out = process.env.LOOK ?? '/tmp/look';
const mode = process.env.MODE ?? 'light';
const lang = (process.env.LANGUAGE_ ?? 'en') as any;
for (const [name, walk] of Object.entries(WALKS)) {
  test(`look ${name}`, async ({ page }) => {
    test.setTimeout(180_000);
    let n = 0;
    const width = Number(process.env.WIDTH ?? 390);
    await page.setViewportSize({ width, height: 844 });
    for await (const room of walk(page, lang)) {
      await page.evaluate((m) => {
        if (m === 'dark' || m === 'light') document.documentElement.dataset.theme = m;
        if (m === 'big') document.documentElement.style.setProperty('font-size', '200%');
      }, mode);
      const height = await page.evaluate(() => Math.max(400, Math.ceil(document.querySelector('main')!.scrollHeight + ((document.querySelector('.lines') as any)?.offsetHeight ?? 0) + 80)));
      await page.setViewportSize({ width, height: Math.min(height, 4000) });
      await page.screenshot({ path: `${out}/${name.replace(/ /g,'-')}-${String(n++).padStart(2,'0')}-${room.replace(/[^a-z]+/g,'-')}.png`, animations: 'disabled' });
      await page.setViewportSize({ width, height: 844 });
      await page.evaluate((m) => { if (m === 'big') document.documentElement.style.removeProperty('font-size'); }, mode);
    }
  });
}
