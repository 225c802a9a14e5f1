// What makes school hard, what helps: sorted by taps and by keys, own cards, safety and sensory
// cards, and a change over time.
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { routes } from '../../pages/routes';
import { beginYoung, enter, saved, words, type Language } from '../../pages/visit';

test.use({ serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } });

interface Row {
  code: string;
  area: string;
  side: string;
  mark?: string;
}

const file = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../public/data/reasons/${name}.json`, import.meta.url), 'utf8'));
const ROWS: Row[] = file('cards').cards;
const AREAS = ['lessons', 'breaks', 'friends', 'adults', 'way', 'body', 'sleep', 'home', 'screens', 'bigger'];
const say = words('en');

/** What a card says. */
const said = (code: string, language: Language = 'en'): string => file(language).words[code];
const of = (area: string) => ROWS.filter((row) => row.area === area);
const answer = (page: Page, name: 'not_me' | 'a_little' | 'a_lot') =>
  page.locator('.answers').getByRole('button', { name: say(`reasons.${name}`), exact: true });
const text = (page: Page) => page.locator('.sort-text');
const sortArea = (page: Page, area: string) => enter(page, routes.reasonSortOf(AREAS.indexOf(area)));
const row = (page: Page, code: string) => page.locator('.tint-card .reason-row').filter({ hasText: said(code) });

/** Skips to a card of the area that is open. */
async function skipTo(page: Page, code: string): Promise<void> {
  for (let tries = 0; tries < 15 && (await text(page).textContent()) !== said(code); tries += 1) {
    const before = await text(page).textContent();
    await page.getByRole('button', { name: say('reason_sort.skip') }).click();
    await expect(text(page)).not.toHaveText(before!);
  }
  await expect(text(page)).toHaveText(said(code));
}

test('cards are sorted by taps, one goes back, stops, and goes on later', async ({ page }) => {
  await beginYoung(page);
  await enter(page, routes.me);
  await page.locator(`main a[href$="/${routes.reasons}"]`).click();
  await expect(page.getByRole('heading', { name: say('reasons.empty_title') })).toBeVisible();
  await page.getByRole('link', { name: say('reasons.start') }).click();
  const [first, second, third] = ROWS;
  await expect(text(page)).toHaveText(said(first.code));
  // Nothing is chosen beforehand.
  await expect(page.locator('.answer[aria-pressed=true]')).toHaveCount(0);
  await answer(page, 'a_lot').click();
  await expect(text(page)).toHaveText(said(second.code));
  await answer(page, 'a_little').click();
  await expect(text(page)).toHaveText(said(third.code));
  await page.getByRole('button', { name: say('reason_sort.back_one') }).click();
  await expect(text(page)).toHaveText(said(second.code));
  await expect(answer(page, 'a_little')).toHaveAttribute('aria-pressed', 'true');
  await answer(page, 'not_me').click();
  await expect(text(page)).toHaveText(said(third.code));
  await saved(page);
  await page.getByRole('link', { name: say('reason_sort.stop') }).click();
  await expect(row(page, first.code)).toContainText(say('reasons.a_lot'));
  await expect(row(page, second.code)).toHaveCount(0);
  await page.reload();
  const left = say('reasons.go_on').replace('{n}', String(ROWS.length - 2));
  await page.getByRole('link', { name: left }).click();
  await expect(text(page)).toHaveText(said(third.code));
});

test('the keys 1, 2, 3 and the arrows sort a whole life area', async ({ page }) => {
  await beginYoung(page);
  await sortArea(page, 'sleep');
  const cards = of('sleep');
  await expect(text(page)).toHaveText(said(cards[0].code));
  await page.keyboard.press('3');
  await expect(text(page)).toHaveText(said(cards[1].code));
  await page.keyboard.press('2');
  await expect(text(page)).toHaveText(said(cards[2].code));
  await page.keyboard.press('ArrowLeft');
  await expect(text(page)).toHaveText(said(cards[1].code));
  await page.keyboard.press('1');
  await expect(text(page)).toHaveText(said(cards[2].code));
  await page.keyboard.press('ArrowRight');
  await expect(text(page)).toHaveText(said(cards[3].code));
  for (const [at] of cards.slice(3).entries()) {
    if (at > 0) await expect(text(page)).toHaveText(said(cards[3 + at].code));
    await page.keyboard.press('2');
  }
  await expect(page.getByRole('heading', { name: say('reason_sort.sorted_all') })).toBeVisible();
  await saved(page);
  await page.getByRole('link', { name: say('reason_sort.to_map') }).click();
  await expect(row(page, cards[0].code)).toContainText(say('reasons.a_lot'));
  await expect(row(page, cards[3].code)).toContainText(say('reasons.a_little'));
  await expect(row(page, cards[1].code)).toHaveCount(0);
});

test('a safety card says its sentence, leads to help, and is not for sharing unless told', async ({ page }) => {
  await beginYoung(page);
  await sortArea(page, 'friends');
  await skipTo(page, 'friends-bully');
  await answer(page, 'a_little').click();
  await expect(page.getByText(say('reasons.safety'))).toBeVisible();
  await expect(page.getByRole('link', { name: say('reasons.tell') })).toHaveAttribute('href', /^sms:/);
  const share = page.getByRole('switch', { name: say('reasons.may_share') });
  await expect(share).toHaveAttribute('aria-checked', 'false');
  await page.getByRole('button', { name: say('reason_sort.next') }).click();
  await expect(text(page)).not.toHaveText(said('friends-bully'));
  await saved(page);
  await enter(page, routes.reasons);
  await expect(page.getByText(say('reasons.safety_on_map'))).toBeVisible();
  await row(page, 'friends-bully').click();
  await expect(share).toHaveAttribute('aria-checked', 'false');
  await page.locator('main .tint-card').getByRole('link', { name: say('nav.help') }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('help.title') })).toBeVisible();
});

test('danger at home shows help at once and offers no sharing', async ({ page }) => {
  await beginYoung(page);
  await sortArea(page, 'home');
  await skipTo(page, 'home-danger');
  await answer(page, 'a_lot').click();
  await expect(page.getByText(say('reasons.home'))).toBeVisible();
  await expect(page.getByText(say('reasons.home_stays'))).toBeVisible();
  await expect(page.getByRole('switch')).toHaveCount(0);
  await expect(page.locator('main a[href="tel:112"]')).toBeVisible();
  await page.locator('main .tint-card').getByRole('link', { name: say('nav.help') }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('help.title') })).toBeVisible();
});

test('a sensory card asks first what school could change, and the supports stay', async ({ page }) => {
  await page.clock.install({ time: '2026-09-28T16:00:00+03:00' });
  await beginYoung(page);
  await sortArea(page, 'lessons');
  await skipTo(page, 'lessons-noise');
  await answer(page, 'a_lot').click();
  await expect(page.getByRole('heading', { name: say('reasons.supports') })).toBeVisible();
  await expect(page.getByText(say('reasons.supports_stay'))).toBeVisible();
  const offered: string[] = file('en').supports['lessons-noise'];
  const chips = page.getByRole('group', { name: say('reasons.supports') });
  await chips.getByRole('button', { name: offered[0] }).click();
  await expect(chips.getByRole('button', { name: offered[0] })).toHaveAttribute('aria-pressed', 'true');
  await page.getByLabel(say('reasons.supports_own')).fill('Work in the library on Mondays');
  await page.getByRole('button', { name: say('reasons.supports_add'), exact: true }).click();
  await expect(chips.getByRole('button', { name: 'Work in the library on Mondays' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: say('reason_sort.next') }).click();
  await saved(page);
  // Two months later it is not so hard any more: the supports are still there.
  await page.clock.setFixedTime('2026-11-24T16:00:00+02:00');
  await enter(page, routes.reasons);
  await row(page, 'lessons-noise').click();
  await answer(page, 'not_me').click();
  await saved(page);
  await enter(page, routes.reasons);
  await expect(row(page, 'lessons-noise')).toHaveCount(0);
  const card = page.locator('.card', { has: page.getByRole('heading', { name: say('reasons.supports_title') }) });
  await expect(card.getByRole('listitem')).toHaveText([offered[0], 'Work in the library on Mondays']);
});

test('an answer of today leaves the one of September as it was', async ({ page }) => {
  await page.clock.install({ time: '2026-09-28T16:00:00+03:00' });
  await beginYoung(page);
  await sortArea(page, 'way');
  const [card] = of('way');
  await answer(page, 'a_lot').click();
  await saved(page);
  await page.clock.setFixedTime('2026-11-24T16:00:00+02:00');
  await enter(page, routes.reasons);
  await row(page, card.code).click();
  await expect(page.getByRole('heading', { level: 1, name: said(card.code) })).toBeVisible();
  await answer(page, 'a_little').click();
  await saved(page);
  const lines = page.locator('.reason-history li');
  await expect(lines).toHaveText([/24 Nov: a little/, /28 Sept?: a lot/]);
  await page.getByLabel(say('reason.words')).fill('It got lighter when Eetu came along.');
  await page.getByRole('button', { name: say('reason.save'), exact: true }).click();
  await page.locator('.back').click();
  const changed = page.locator('.card', { has: page.getByRole('heading', { name: say('reasons.changed_title') }) });
  await expect(changed.locator('.reason-row')).toHaveText(new RegExp(`${said(card.code)}.*28 Sept?: a lot · now: a little`));
  await expect(row(page, card.code)).toContainText(/28 Sept?: a lot · now: a little/);
  await page.reload();
  await expect(row(page, card.code)).toContainText(/28 Sept?: a lot · now: a little/);
});

test('a card of my own is written, worded anew, and taken away', async ({ page }) => {
  await beginYoung(page);
  await enter(page, routes.reasons);
  await page.getByRole('link', { name: say('reasons.own') }).click();
  await page.getByRole('button', { name: say('app.save'), exact: true }).click();
  await expect(page.getByText(say('reasons.new_needs'))).toBeVisible();
  await page.getByLabel(say('reasons.new_words')).fill('The gym echoes.');
  await page.getByRole('button', { name: say('reason_new.push'), exact: true }).click();
  await answer(page, 'a_lot').click();
  await page.getByLabel(say('reason_new.area')).selectOption({ label: say('area.body') });
  await page.getByRole('button', { name: say('reason_new.mark_sensory') }).click();
  await page.getByRole('button', { name: say('app.save'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The gym echoes.' })).toBeVisible();
  // Marked as noise, it asks the same as a card of ours.
  await expect(page.getByRole('heading', { name: say('reasons.supports') })).toBeVisible();
  await page.getByLabel(say('reasons.new_words')).fill('The gym echoes in my ears.');
  await page.getByRole('button', { name: say('reason.save'), exact: true }).last().click();
  await saved(page);
  await enter(page, routes.reasons);
  const own = page.locator('.tint-card .reason-row').filter({ hasText: 'The gym echoes in my ears.' });
  await expect(own).toContainText(say('reasons.a_lot'));
  await own.click();
  await page.getByRole('button', { name: say('reason.remove_own') }).click();
  await expect(page.getByRole('heading', { name: say('reasons.empty_title') })).toBeVisible();
  await page.locator('.undo-button').click();
  await expect(own).toBeVisible();
});

for (const language of ['fi', 'sv'] as const) {
  test(`the cards speak ${language}`, async ({ page }) => {
    await beginYoung(page, 'Aino', language);
    await enter(page, routes.reasonSort);
    await expect(text(page)).toHaveText(said(ROWS[0].code, language));
  });
}
