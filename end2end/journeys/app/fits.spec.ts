// Nothing is wider than the page and nothing is cut off: at 320 px, and with text twice as large.
import { expect, test, type Page } from '@playwright/test';
import { WALKS } from '../../pages/walks';
import { drawn, LANGUAGES } from '../../pages/visit';

test.use({ serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' }, deviceScaleFactor: 1 });

const LOOKS = [
  { name: '320 px', width: 320, text: '100%' },
  { name: 'text at 200 %', width: 390, text: '200%' },
];

/** What does not fit: one line an element. */
async function misfits(page: Page, width: number): Promise<string[]> {
  return page.evaluate((most) => {
    const found: string[] = [];
    const root = document.documentElement;
    const say = (what: string, element: Element, more = '') => {
      const text = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 50);
      found.push(`${what}: <${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${text} ${more}`);
    };
    if (root.scrollWidth > most) found.push(`the page is ${root.scrollWidth} px wide`);
    /** Whether something else than the page lets one scroll to it. */
    const scrolled = (element: Element): boolean => {
      for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(up);
        const scrolls = (overflow: string, more: number) => ['auto', 'scroll'].includes(overflow) && more > 0;
        if (scrolls(overflowX, up.scrollWidth - up.clientWidth)) return true;
        if (scrolls(overflowY, up.scrollHeight - up.clientHeight)) return true;
      }
      return false;
    };
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (!box.width || !element.checkVisibility({ visibilityProperty: true })) continue;
      if (element.closest('.sr-only, svg *')) continue;
      const beyond = box.right > most + 0.5 || box.left < -0.5;
      if (beyond && !scrolled(element)) say('beyond the page', element, `${box.left}…${box.right}`);
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim());
      const hides = ['hidden', 'clip'];
      const cutX = hides.includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
      const cutY = hides.includes(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
      if ((cutX || cutY) && element.textContent!.trim() && element !== document.body) say('cut off', element);
      // Words that stand outside the button, chip or link whose words they are.
      const holder = element.closest('button, .chip, .button, .pill, .nav-link, .card, .tint-card');
      if (own.length === 0 || !holder || element.tagName === 'OPTION') continue;
      const around = holder.getBoundingClientRect();
      const range = document.createRange();
      for (const node of own) {
        range.selectNodeContents(node);
        const ink = range.getBoundingClientRect();
        const out = ink.left < around.left - 1 || ink.right > around.right + 1
          || ink.top < around.top - 1 || ink.bottom > around.bottom + 1;
        if (out && ink.width && !scrolled(element)) say('outside its button or card', element);
      }
    }
    return found;
  }, width);
}

for (const language of LANGUAGES) {
  for (const [name, walk] of Object.entries(WALKS)) {
    test(`fits in ${language}: ${name}`, async ({ page }) => {
      test.setTimeout(360_000);
      const found: string[] = [];
      for await (const stop of walk(page, language)) {
        for (const look of LOOKS) {
          await page.setViewportSize({ width: look.width, height: 844 });
          await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), look.text);
          await drawn(page);
          found.push(...(await misfits(page, look.width)).map((line) => `${stop}, ${look.name}: ${line}`));
        }
        await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
        await page.setViewportSize({ width: 390, height: 844 });
      }
      expect(found).toEqual([]);
    });
  }
}
