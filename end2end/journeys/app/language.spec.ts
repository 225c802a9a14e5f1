// The language comes from the browser and can be chosen.
import { expect, test } from '@playwright/test';
import { routes } from '../../pages/routes';
import { beginYoung, enter, words, type Language } from '../../pages/visit';

test.use({ serviceWorkers: 'block' });

for (const [locale, language] of [
  ['fi-FI', 'fi'], ['sv-FI', 'sv'], ['en-GB', 'en'], ['de-DE', 'en'], ['fi', 'fi'],
] as [string, Language][]) {
  test.describe(`a browser in ${locale}`, () => {
    test.use({ locale });

    test(`speaks ${language}`, async ({ page }) => {
      await enter(page);
      // What is read, not the words of the other state, which are hidden.
      const title = page.getByRole('heading', { level: 1 });
      await expect(title).toHaveText(words(language)('welcome.who'), { useInnerText: true });
      await expect(page.locator('html')).toHaveAttribute('lang', language);
    });
  });
}

test('another language is taken at once, stays, and the page says which', async ({ page }) => {
  await beginYoung(page);
  await enter(page, routes.settings);
  for (const language of ['fi', 'sv', 'en'] as const) {
    await page.locator('main select').first().selectOption(language);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words(language)('settings.title'));
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words(language)('settings.title'));
    await expect(page.locator('html')).toHaveAttribute('lang', language);
  }
});
