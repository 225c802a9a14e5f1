// The path's picture: 1 to 40 stones in three languages, no label on another, where I stand in
// sight; as a list; put in order by finger and by keyboard; several paths, none lost.
import { expect, test, type Page } from '@playwright/test';
import { press } from '../pages/app';
import { PathPage } from '../pages/path';
import { Share } from '../pages/share';
import { beginYoung, enter, LANGUAGES, saved, words, type Language } from '../pages/visit';

test.use({ serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } });

const say = words('en');

/** Steps of all lengths, the longest as long as a field lets them be. */
const LONG: Record<Language, string[]> = {
  en: ['Coat on', 'Walk to the gate with Dad', 'Be in the yard while lessons are on, then go home before the bell rings at noon'],
  fi: ['Takki päälle', 'Kävelen portille isän kanssa', 'Olen koulunpihalla oppituntien aikaan ja lähden kotiin ennen ruokavälitunnin alk'],
  sv: ['Jackan på', 'Gå till grinden med pappa', 'Vara på skolgården under lektionstid och gå hem innan det ringer ut till matrasten'],
};

function steps(count: number, language: Language): string[] {
  return Array.from({ length: count }, (_, at) => `${LONG[language][at % 3].slice(0, 75)} ${at + 1}`);
}

/** A path built by asking; the question's field is named in the language. */
async function build(page: Page, language: Language, count: number): Promise<void> {
  const own = words(language);
  await enter(page, 'path/new');
  await page.getByLabel(own('path_new.where_to')).fill('Art');
  const answer = page.getByLabel(own('supports.own'), { exact: true });
  for (const step of steps(count, language)) {
    await answer.fill(step);
    await answer.press('Enter');
    await expect(answer).toHaveValue('');
  }
  await page.getByRole('button', { name: own('path_new.take'), exact: true }).click();
  await expect(page.locator('.stone-row')).toHaveCount(count);
}

/** Labels and stones that lie on another label or stone, or outside the page. */
async function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const boxes = [...document.querySelectorAll('.stone-label, .stone')].map((element) => ({
      text: element.textContent ?? '',
      box: element.getBoundingClientRect(),
    }));
    boxes.forEach(({ text, box }, at) => {
      if (box.left < -0.5 || box.right > innerWidth + 0.5) found.push(`outside: ${text}`);
      for (const other of boxes.slice(at + 1)) {
        const apart = box.right <= other.box.left + 0.5 || other.box.right <= box.left + 0.5
          || box.bottom <= other.box.top + 0.5 || other.box.bottom <= box.top + 0.5;
        if (!apart) found.push(`${text} on ${other.text}`);
      }
    });
    return found;
  });
}

for (const language of LANGUAGES) {
  for (const count of [1, 3, 9, 40]) {
    test(`${count} stones in ${language}: no label on another, where I stand in sight`, async ({ page }) => {
      test.setTimeout(120_000);
      await beginYoung(page, 'Aino', language);
      await build(page, language, count);
      for (const { width, text } of [{ width: 390, text: '100%' }, { width: 320, text: '100%' }, { width: 390, text: '200%' }]) {
        await page.setViewportSize({ width, height: 844 });
        await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), text);
        expect(await overlaps(page), `${width} px, text at ${text}`).toEqual([]);
      }
      await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
      await page.setViewportSize({ width: 390, height: 844 });
      // Where I stand is the easiest step, at the foot of the picture: it is scrolled to, and not
      // covered by the card at the foot.
      await enter(page, 'path');
      const here = page.locator('.stone-here .stone');
      await expect(here).toBeInViewport();
      await expect(async () => {
        const stone = (await here.boundingBox())!;
        const card = (await page.locator('.stones-foot').boundingBox())!;
        expect(stone.y + stone.height).toBeLessThanOrEqual(card.y + 1);
      }).toPass();
    });
  }
}

test('season and time of day tint the picture, and plain pages go without', async ({ page }) => {
  await beginYoung(page);
  await new PathPage(page).build('Art', ['Coat on', 'The gate', 'One lesson']);
  for (const [now, season, light] of [
    ['2026-12-21T15:00:00+02:00', 'season-winter', 'light-dusk'],
    ['2026-04-20T12:00:00+03:00', 'season-spring', 'light-day'],
    ['2026-07-10T05:00:00+03:00', 'season-summer', 'light-dawn'],
    ['2026-10-10T22:00:00+03:00', 'season-autumn', 'light-night'],
  ]) {
    await page.clock.setFixedTime(now);
    await enter(page, 'path');
    await expect(page.locator('.stones')).toHaveClass(new RegExp(`${season} ${light}`));
    // Less motion was asked for: the picture stands still.
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  }
  await enter(page, 'settings');
  await page.getByRole('switch', { name: new RegExp(`^${say('choices.plain')}`) }).click();
  await saved(page);
  await enter(page, 'path');
  await expect(page.locator('.far-shore')).toBeHidden();
  await expect(page.locator('.stone-row')).toHaveCount(3);
});

test('the list says what the picture shows, and the choice is remembered', async ({ page }) => {
  await beginYoung(page);
  const path = new PathPage(page);
  await path.build('Art', ['Coat on', 'One lesson', 'The gate']);
  await press(page, 'path.as_list');
  await expect(page.locator('.far-shore')).toHaveCount(0);
  await enter(page, 'path');
  await expect(page.locator('.stones-plain')).toBeVisible();
  const list = page.getByRole('list', { name: say('path.list') });
  // The easiest is read first, and where I stand is said.
  for (const [at, name] of ['Coat on you are here', 'The gate ahead', 'One lesson ahead'].entries()) {
    await expect(list.getByRole('link').nth(at)).toHaveAccessibleName(name);
  }
  await expect(list.getByRole('link').first()).toHaveAttribute('aria-current', 'step');
  // By keyboard alone to a step's page.
  await list.getByRole('link').first().focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'The gate' })).toBeVisible();
});

test('steps change places by finger and by keyboard, and a word can be taken back', async ({ page }) => {
  await beginYoung(page);
  const path = new PathPage(page);
  await path.build('Art', ['one', 'four', 'two', 'three']);
  expect(await path.labels()).toEqual(['one', 'two', 'three', 'four']);
  await page.getByRole('link', { name: say('path.change'), exact: true }).click();
  const titles = page.locator('.sort-item .row-title');
  const handle = (title: string) =>
    page.getByRole('button', { name: say('routine.handle').replace('{title}', title), exact: true });
  await handle('three').focus();
  await page.keyboard.press('ArrowUp');
  await expect(titles).toHaveText(['one', 'three', 'two', 'four']);
  await expect(handle('three')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(titles).toHaveText(['three', 'one', 'two', 'four']);
  await saved(page);
  const from = (await handle('four').boundingBox())!;
  const to = (await handle('one').boundingBox())!;
  await page.mouse.move(from.x + 20, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, to.y + 10, { steps: 12 });
  await page.mouse.up();
  await expect(titles).toHaveText(['three', 'four', 'one', 'two']);
  await saved(page);
  await page.locator('.undo-line').getByRole('button', { name: say('app.undo') }).click();
  await expect(titles).toHaveText(['three', 'one', 'two', 'four']);
  await expect(page.locator('.undo-line')).toContainText(say('app.undone'));
  await path.open();
  expect(await path.labels()).toEqual(['three', 'one', 'two', 'four']);
});

test('several paths, one of them on Today; put away, nothing is lost', async ({ page }) => {
  await page.clock.setFixedTime('2026-11-24T09:00:00+02:00');
  await beginYoung(page);
  const path = new PathPage(page);
  await path.build('Art', ['The gate', 'One lesson']);
  await path.build('Football', ['Find the shoes', 'Watch from the side']);
  await enter(page);
  const today = page.locator('.tint-card').filter({ hasText: say('step_card.title') });
  await expect(today).toContainText('Find the shoes');
  await path.open();
  await page.locator('.row-link').filter({ hasText: 'Art' }).click();
  await expect(path.stones).toHaveCount(2);
  await page.getByRole('link', { name: say('path.change'), exact: true }).click();
  await press(page, 'path.on_today');
  await saved(page);
  await enter(page);
  await expect(today).toContainText('The gate');
  await path.open();
  await page.getByRole('link', { name: say('path.change'), exact: true }).click();
  await press(page, 'path_edit.archive');
  await saved(page);
  await enter(page);
  await expect(today).toContainText('Find the shoes');
  await path.open();
  const away = page.locator('.row-link').filter({ hasText: 'Art' });
  await expect(away).toContainText(say('path.archived'));
  await away.click();
  await expect(path.stones).toHaveCount(2);
  await press(page, 'path.take_out');
  await saved(page);
  await expect(page.locator('.stones-foot')).toContainText('The gate');
});

test('only the chosen path goes along, and nothing tells of the other', async ({ page }) => {
  await page.clock.setFixedTime('2026-11-24T09:00:00+02:00');
  await beginYoung(page);
  const path = new PathPage(page);
  await path.build('Art', ['The gate', 'One lesson']);
  await path.build('Football', ['Find the shoes', 'Watch from the side']);
  await page.goto('./');
  const share = new Share(page);
  await share.open();
  const along = (title: string) => page.getByRole('switch', { name: new RegExp(`^${title}`) });
  await expect(along('Art')).toHaveAttribute('aria-checked', 'true');
  await along('Football').click();
  await expect(along('Football')).toHaveAttribute('aria-checked', 'false');
  await share.preview();
  await expect(page.locator('main')).toContainText('One lesson');
  for (const other of ['Football', 'Find the shoes', 'Watch from the side']) {
    await expect(page.locator('main')).not.toContainText(other);
  }
});
