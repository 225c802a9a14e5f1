// A new build arrives while somebody is writing: it is offered quietly and taken without loss.
import { expect, test } from '@playwright/test';
import { copyOfDist, host, nextBuild } from '../../pages/host';
import { face, saved, words } from '../../pages/visit';
import { kept, started } from '../../pages/watch';

const say = words();

test('a new version is offered, and taken without losing what is being typed', async ({ page }) => {
  const { folder, remove } = await copyOfDist();
  const site = await host(folder);
  try {
    await page.goto(site.address);
    await started(page);
    await kept(page);
    await page.getByRole('button', { name: say('welcome.young') }).click();
    await page.getByRole('button', { name: say('welcome.name_skip'), exact: true }).click();
    await page.getByRole('link', { name: say('begin.mood') }).click();
    await face(page, 2).click();
    await saved(page);
    await page.getByRole('link', { name: say('today.details') }).click();
    const note = page.getByLabel(say('mood.note'), { exact: true });
    await note.fill('Half a sentence that nobody has');
    await expect(page.getByText(say('app.new_version'))).toHaveCount(0);

    const { next } = await nextBuild(folder);
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.getRegistration())!.update();
    });
    await expect(page.getByText(say('app.new_version'))).toBeVisible();
    // Nothing moves until it is asked for.
    await expect(note).toHaveValue('Half a sentence that nobody has');
    const take = page.getByRole('button', { name: say('app.new_version_take'), exact: true });
    await take.click();
    // What is being written is asked about first.
    await expect(page.getByText(say('app.new_version_writing'))).toBeVisible();
    await expect(note).toHaveValue('Half a sentence that nobody has');
    await take.click();
    await expect
      .poll(() => page.locator('meta[name="askelma-build"]').getAttribute('content'))
      .toBe(next);
    await expect(note).toHaveValue('Half a sentence that nobody has');
  } finally {
    await site.stop();
    await remove();
  }
});
