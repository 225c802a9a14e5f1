// A page is left in the middle of what it waits for, and the app goes on. Should it break off all the
// same, it says so, and what is saved is there.
import { expect, test, type Page } from '@playwright/test';
import { routes } from '../../pages/routes';
import { beginYoung, drawn, enter, face, lookAround, saved, words } from '../../pages/visit';
import { daysAgo, greyCamera } from '../../pages/walks';

const say = words();
test.use({ serviceWorkers: 'block' });

function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  return errors;
}

/** The app still answers: a face is tapped and saved. */
async function goesOn(page: Page): Promise<void> {
  await page.locator('nav a').first().click();
  await face(page, 3).click();
  await saved(page);
}

test('every page is left while it waits for its files and the background', async ({ page }) => {
  const errors = errorsOf(page);
  await lookAround(page, 'young');
  await enter(page);
  const places = [
    ...[routes.progress, routes.reasons, routes.reasonSort, routes.pathReady, routes.routineReady],
    ...[routes.share, routes.help, routes.settings, routes.about, routes.data, routes.import, routes.reminders],
    ...[routes.hardMorning, routes.diary, routes.strengths, routes.ownCard(0), routes.night(daysAgo(0))],
  ];
  for (const place of places) {
    await test.step(place, async () => {
      await enter(page);
      // Whatever is fetched from here on comes only when the page has been left.
      const held: (() => void)[] = [];
      await page.route(/\/(data|background)/, async (route) => {
        await new Promise<void>((resolve) => held.push(resolve));
        await route.continue().catch(() => undefined);
      });
      await page.evaluate((address) => {
        history.pushState(null, '', address);
        dispatchEvent(new PopStateEvent('popstate'));
      }, new URL(place, page.url()).pathname);
      await expect(page).toHaveURL(new RegExp(`${place}$`));
      await page.locator('nav a').first().click();
      held.forEach((release) => release());
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await goesOn(page);
    });
  }
  expect(errors).toEqual([]);
});

test('a file goes out after the page was left, and the share is noted', async ({ page }) => {
  const errors = errorsOf(page);
  await page.addInitScript(() => {
    Object.assign(Navigator.prototype, {
      canShare: () => true,
      share: () => new Promise<void>((resolve) => Object.assign(window, { shareEnds: resolve })),
    });
  });
  await lookAround(page, 'young');
  await enter(page, routes.share);
  await page.getByLabel(say('share.with')).fill('School social worker');
  await page.getByRole('button', { name: say('share.preview'), exact: true }).click();
  await page.getByRole('button', { name: say('share.go_on'), exact: true }).click();
  await page.getByRole('button', { name: say('share.save_file'), exact: true }).click();
  await page.waitForFunction(() => 'shareEnds' in window);
  await page.locator('nav a').first().click();
  await page.locator('.tick-row').first().waitFor();
  await page.evaluate(() => (window as unknown as { shareEnds: () => void }).shareEnds());
  await expect(page.locator('.undo-line')).toContainText(say('said.shared'));
  await goesOn(page);
  expect(errors).toEqual([]);
});

test('scanning is left while the camera opens and while it looks', async ({ page }) => {
  const errors = errorsOf(page);
  await greyCamera(page);
  await lookAround(page, 'parent');
  for (const wait of [false, true]) {
    await enter(page, routes.receive);
    await page.getByRole('button', { name: new RegExp(`^${say('receive.start')}`) }).click();
    if (wait) await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) > 1);
    await page.locator('nav a').first().click();
    await expect(page.locator('video')).toHaveCount(0);
    await drawn(page);
  }
  expect(errors).toEqual([]);
});

test('a page is left by the browser\'s own way back while a time is typed', async ({ page }) => {
  const errors = errorsOf(page);
  await beginYoung(page);
  await enter(page);
  await page.locator('main a[href$="/night"]').first().click();
  const time = page.getByRole('textbox', { name: say('night.tried'), exact: true });
  await time.press('Control+a');
  await time.pressSequentially('21.0');
  await page.goBack();
  await goesOn(page);
  expect(errors).toEqual([]);
});

test('should the app break off, it says so, and what is saved is there', async ({ page }) => {
  await beginYoung(page);
  await enter(page);
  await face(page, 4).click();
  await saved(page);
  const line = page.getByRole('alert').filter({ hasText: 'Something went wrong.' });
  // What goes wrong elsewhere, in an extension of the browser, say, is not the app's.
  await page.evaluate(() => dispatchEvent(new ErrorEvent('error', { error: new TypeError('elsewhere') })));
  await expect(line).toHaveCount(0);
  await page.evaluate(() => {
    const error = new WebAssembly.RuntimeError('unreachable');
    dispatchEvent(new ErrorEvent('error', { error }));
    dispatchEvent(new ErrorEvent('error', { error }));
  });
  await expect(line).toHaveCount(1);
  await line.getByRole('button').click();
  await drawn(page);
  await expect(line).toHaveCount(0);
  await expect(page.locator('main a[href*="/mood/"]')).toHaveCount(1);
});
