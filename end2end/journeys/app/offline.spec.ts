// After one visit everything works with the network off, sharing by code too.
import { expect, test, type Page } from '@playwright/test';
import { begin, heading, stored } from '../../pages/app';
import { host } from '../../pages/host';
import { routes } from '../../pages/routes';
import { Share } from '../../pages/share';
import { kept, started } from '../../pages/watch';
import { face, saved, words } from '../../pages/visit';

const say = words('en');

/** Whether the network answers, past every cache. */
const reached = (page: Page) => page.evaluate(() => fetch('./_headers', { cache: 'no-store' }).then((it) => it.ok, () => false));

test('with the network off, a mood is logged and shared by code', async ({ page, context }) => {
  test.setTimeout(120_000);
  const site = await host(process.env.ASKELMA_DIST ?? '../dist');
  await page.goto(site.address);
  await started(page);
  await kept(page);
  // The host is gone and the network is off: nothing can come but from this device.
  await site.stop();
  await context.setOffline(true);
  expect(await reached(page)).toBe(false);

  const response = await page.goto(site.address);
  expect(response!.fromServiceWorker()).toBe(true);
  await started(page);
  await page.getByRole('button', { name: say('welcome.young') }).click();
  await page.getByLabel(say('welcome.name_field')).fill('Aino');
  await page.getByRole('button', { name: say('welcome.next'), exact: true }).click();
  await page.getByRole('link', { name: say('begin.mood') }).click();
  await face(page, 4).click();
  await saved(page);

  await page.reload();
  await started(page);
  await expect(page.locator('main a[href*="/mood/"]')).toHaveCount(1);
  await expect(face(page, 4)).toHaveAttribute('aria-pressed', 'true');

  const share = new Share(page);
  await share.open();
  await share.preview();
  await share.goOn();
  await share.showCode();
  expect(await share.drawn()).toMatch(/^M4 4h7/);
  await share.finished();
  expect(await reached(page)).toBe(false);
});

test('with the network off, help is there and a diary from before opens', async ({ page, context, baseURL }) => {
  await begin(page, 'young', 'Aino');
  await page.goto('./');
  await face(page, 2).click();
  await saved(page);
  await kept(page);
  const before = await stored(page);
  await context.setOffline(true);
  await page.goto(baseURL! + routes.help);
  await heading(page, say('help.title'));
  await expect(page.getByText('112').first()).toBeVisible();
  await expect(page.locator('main .card').nth(1)).toBeVisible();
  await page.goto(baseURL!);
  await expect(face(page, 2)).toHaveAttribute('aria-pressed', 'true');
  expect(await stored(page)).toBe(before);
});
