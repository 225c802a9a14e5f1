// A browser translates the page, as Chrome does it: each text is taken out and an element of the
// browser's own stands in its place. What is seen stays what is saved.
import { expect, test, type Page } from '@playwright/test';
import { more, shownBy, typeTime } from '../../pages/fields';
import { routes } from '../../pages/routes';
import { beginYoung, enter, saved, words } from '../../pages/visit';
import { daysAgo } from '../../pages/walks';

const say = words();
test.use({ serviceWorkers: 'block' });

/** Translates all that stands there and all that comes, but nothing that is not to be translated. */
async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const translated = new WeakSet<Node>();
    const replace = (text: Text) => {
      const above = text.parentElement;
      const stays = !above || above.closest('font, script, style, svg, [translate="no"]');
      if (stays || !text.data.trim()) return;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = `«${text.data}»`;
      outer.append(inner);
      translated.add(outer);
      above.replaceChild(outer, text);
    };
    const all = (node: Node) => {
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      const texts: Text[] = node.nodeType === Node.TEXT_NODE ? [node as Text] : [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      texts.forEach(replace);
    };
    new MutationObserver((changes) => {
      for (const change of changes) {
        if (change.type === 'characterData') replace(change.target as Text);
        for (const node of change.addedNodes) if (!translated.has(node)) all(node);
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
    all(document.body);
  });
}

test('numbers and words that change do so on the screen', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await beginYoung(page);
  await enter(page, routes.night(daysAgo(0)));
  await translate(page);
  await expect(page.locator('h1')).toHaveText(`«${say('night.title')}»`);
  const seen = (name: string) => `«${say(name)}»`;
  await typeTime(page, seen('night.tried'), '21.00');
  await typeTime(page, seen('night.woke'), '7.00');
  await expect(page.locator('.dial-number')).toHaveText('10 h');
  await expect(page.locator('.dial-hint')).toHaveText(`«${say('night.between')}»`);
  // By its place: the names of its buttons are said by attributes, which stay.
  const fallAsleep = page.getByRole('group', { name: say('night.fall_asleep'), exact: true });
  for (let times = 0; times < 4; times += 1) {
    await fallAsleep.getByRole('button', { name: say('app.more'), exact: true }).click();
  }
  await expect(fallAsleep.locator('.stepper-value')).toHaveText('15 min');
  await more(page, say, say('night.awakenings'), 1);
  await more(page, say, say('night.awake'), 1);
  await expect(shownBy(page, say('night.awakenings'))).toHaveText(say('night.never'));
  await expect(page.locator('.dial-hint')).toHaveText(`«${say('night.asleep')}»`);
  await expect(page.locator('.dial-number')).toHaveText('9 h 45');
  expect(errors).toEqual([]);
});

test('words come, change and go, also where they stand alone', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await beginYoung(page);
  await enter(page, routes.pathNew);
  await translate(page);
  const question = page.locator('main .card .row-title').first();
  await expect(question).toHaveText(`«${say('path_new.easiest')}»`);
  for (const [step, next] of [['Coat on', 'path_new.hardest'], ['A whole day', 'path_new.between']]) {
    await page.locator('main .card input').fill(step);
    await page.locator('main .card .button').first().click();
    const asked = say(next).replace('{easier}', 'Coat on').replace('{harder}', 'A whole day');
    if (next === 'path_new.hardest') await expect(question).toHaveText(`«${asked}»`);
    else await expect(question).toContainText('A whole day');
  }
  await expect(page.locator('.lines-list li')).toHaveText(['«Coat on»', '«A whole day»']);
  await page.locator('main .bar .button').last().click();
  await expect(page.locator('.notice')).toHaveText(`«${say('path_new.needs_title')}»`);
  expect(errors).toEqual([]);
});

test('a tick, what is said of it, and another language are seen', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await beginYoung(page);
  await enter(page);
  await translate(page);
  const tick = page.locator('.tick-row').first();
  await tick.click();
  await saved(page);
  await page.locator('.undo-button').click();
  await expect(page.locator('.undo-line')).toContainText(say('app.undone'));
  await expect(page.locator('.undo-line')).not.toContainText(say('said.saved'));
  await page.locator('nav a[href$="/people"]').click();
  await page.locator('main a[href$="/settings"]').first().click();
  await page.locator('main select').first().selectOption('fi');
  await expect(page.locator('h1')).toHaveText(`«${words('fi')('settings.title')}»`);
  expect(errors).toEqual([]);
});
