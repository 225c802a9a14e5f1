// Strengths: bubbles that grow, several own words, gifts, finding and mending moments.
import { expect, test, type Page } from '@playwright/test';
import { routes } from '../../pages/routes';
import { beginYoung, enter, lookAround, saved, words } from '../../pages/visit';
import { daysAgo } from '../../pages/walks';

test.use({ serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } });

const say = words('en');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

interface Written {
  what: string;
  strengths?: string[];
  own?: string[];
  from?: string;
}

async function write(page: Page, { what, strengths = [], own = [], from }: Written): Promise<void> {
  await enter(page, routes.momentNew(daysAgo(0)));
  await page.getByLabel(say('moment.what')).fill(what);
  for (const strength of strengths) await press(page, strength);
  for (const word of own) {
    await page.getByLabel(say('moment.own')).fill(word);
    await press(page, say('strengths.add'));
  }
  if (from !== undefined) {
    await press(page, say('strengths.who_other'));
    await page.getByLabel(say('strengths.from')).fill(from);
  }
  await press(page, say('app.save'));
  await saved(page);
}

/** The drawn bubbles: word, number and radius. */
async function bubbles(page: Page): Promise<{ name: string; r: number; x: number; y: number }[]> {
  await page.locator('.bubbles').waitFor();
  return page.locator('.bubble a').evaluateAll((all) =>
    all.map((one) => {
      const circle = one.querySelector('circle')!;
      const number = (name: string) => Number(circle.getAttribute(name));
      return { name: one.getAttribute('aria-label')!, r: number('r'), x: number('cx'), y: number('cy') };
    }),
  );
}

test('bubbles grow with use, and a press shows the moments of one', async ({ page }) => {
  await beginYoung(page);
  await write(page, { what: 'Stayed at the gate', strengths: ['Brave'] });
  await write(page, { what: 'Went in at ten', strengths: ['Brave', 'Kind'] });
  await enter(page, routes.me);
  const drawn = await bubbles(page);
  expect(drawn.map((one) => one.name)).toEqual(['Brave, 2 moments', 'Kind, 1 moment']);
  expect(drawn[0].r).toBeGreaterThan(drawn[1].r);
  await page.locator('.bubble a').last().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kind' })).toBeVisible();
  await expect(page.locator('main .own-words')).toHaveText(['Went in at ten']);
  await page.getByText(say('strengths.as_list')).click();
  await page.getByRole('link', { name: 'Brave, 2 moments' }).last().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Brave' })).toBeVisible();
  await expect(page.locator('main .own-words')).toHaveText(['Went in at ten', 'Stayed at the gate']);
  // By keyboard: the open one again is all of them again.
  await page.locator('.bubble-open a').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: say('me.title') })).toBeVisible();
});

test('several own strengths, offered again; a gift keeps who gave it', async ({ page }) => {
  await beginYoung(page);
  await write(page, { what: 'Built all day', own: ['Lego builder', 'Night owl'] });
  await enter(page, routes.momentNew(daysAgo(0)));
  const offered = page.getByRole('group', { name: say('strengths.own') }).getByRole('button');
  await expect(offered).toHaveText(['Lego builder', 'Night owl']);
  await offered.first().click();
  await press(page, say('strengths.who_other'));
  await press(page, say('app.save'));
  await expect(page.getByText(say('strengths.from_needs'))).toBeVisible();
  await page.getByLabel(say('strengths.from')).fill('Mum');
  await press(page, say('app.save'));
  await saved(page);
  await enter(page, routes.strengths);
  expect((await bubbles(page)).map((one) => one.name)).toEqual(['Lego builder, 2 moments', 'Night owl, 1 moment']);
  await press(page, say('strengths.gifts'));
  await expect(page.getByRole('status').filter({ hasText: '1 moment' })).toBeVisible();
  await expect(page.locator('main .tint-card')).toHaveCount(1);
  await expect(page.locator('main .tint-card')).toContainText('from Mum');
  await press(page, say('strengths.mine'));
  await expect(page.locator('main .own-words')).toHaveText(['Built all day']);
});

test('moments are found by words and mended', async ({ page }) => {
  await beginYoung(page);
  await write(page, { what: 'Helped Eetu with his bike', strengths: ['Helpful'] });
  await write(page, { what: 'Watched two hours about octopuses', strengths: ['Curious'] });
  await enter(page, routes.strengths);
  const cards = page.locator('main .own-words');
  await expect(cards).toHaveCount(2);
  await page.getByLabel(say('strengths.search')).fill('EETU bik');
  await expect(cards).toHaveText(['Helped Eetu with his bike']);
  await page.getByLabel(say('strengths.search')).fill('curious');
  await expect(cards).toHaveText(['Watched two hours about octopuses']);
  await page.getByLabel(say('strengths.search')).fill('whale');
  await expect(page.getByText(say('strengths.none_found'))).toBeVisible();
  await page.getByLabel(say('strengths.search')).fill('octopus');
  await cards.first().click();
  await page.getByLabel(say('moment.what')).fill('Drew an octopus');
  await press(page, say('app.save'));
  await saved(page);
  await enter(page, routes.strengths);
  await expect(cards).toHaveText(['Drew an octopus', 'Helped Eetu with his bike']);
});

test('no bubble lies over another, with example data in Finnish', async ({ page }) => {
  await lookAround(page, 'young', 'fi');
  await enter(page, routes.me);
  const drawn = await bubbles(page);
  expect(drawn.length).toBeGreaterThan(4);
  for (const [at, a] of drawn.entries()) {
    for (const b of drawn.slice(0, at)) {
      expect(Math.hypot(a.x - b.x, a.y - b.y), `${a.name} and ${b.name}`).toBeGreaterThan(a.r + b.r);
    }
  }
  // Each word stands inside its bubble.
  const out = await page.locator('.bubble').evaluateAll((all) =>
    all.flatMap((one) => {
      const ring = one.querySelector('circle')!.getBoundingClientRect();
      return [...one.querySelectorAll('text')].flatMap((text) => {
        const ink = text.getBoundingClientRect();
        const inside = ink.left > ring.left && ink.right < ring.right && ink.top > ring.top && ink.bottom < ring.bottom;
        return inside ? [] : [text.textContent];
      });
    }),
  );
  expect(out).toEqual([]);
});
