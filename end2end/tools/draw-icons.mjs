// Draws public/icons/*.png from the SVGs beside them: `cargo xtask icons`.
import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';

const icons = new URL('../../public/icons/', import.meta.url);
const pictures = [
  ['icon', 'icon-192', 192],
  ['icon', 'icon-512', 512],
  ['maskable', 'maskable-512', 512],
  ['apple', 'apple-180', 180],
  ...['mood', 'night', 'morning', 'share'].map((name) => [`shortcut-${name}`, `shortcut-${name}-96`, 96]),
];

const browser = await chromium.launch({
  executablePath: process.env.ASKELMA_CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
for (const [drawing, picture, side] of pictures) {
  const svg = await readFile(new URL(`${drawing}.svg`, icons));
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  await page.setContent(
    `<body style="margin:0"><img style="display:block" width="${side}" height="${side}"
      src="data:image/svg+xml;base64,${svg.toString('base64')}">`,
  );
  await page.locator('img').evaluate((image) => image.decode());
  await page.screenshot({ path: new URL(`${picture}.png`, icons).pathname, omitBackground: true });
  await page.close();
  console.log(`   ${picture}.png`);
}
await browser.close();
