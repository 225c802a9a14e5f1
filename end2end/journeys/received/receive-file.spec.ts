// Files that cannot be taken: each has a plain sentence of its own, and nothing is stored.
import { writeFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { altered, aMessage, checked, seal, type Message } from '../../pages/message';
import { enter, filled, prefer, words } from '../../pages/visit';
import { everything } from '../../pages/database';
import { routes } from '../../pages/routes';
import { sent } from '../../tools/codes-video';

const say = words();
const WORDS = 'kivi lumme saari tuuli valo';

test.use({ serviceWorkers: 'block' });

const stored = (page: Page) => everything(page, 'askelma-worker');

async function receive(page: Page): Promise<string> {
  await prefer(page, { role: 'worker', language: 'en' });
  await enter(page, routes.receive);
  await page.locator('.file-drop').waitFor();
  return stored(page);
}

async function choose(page: Page, buffer: Buffer, name = 'askelma-2026-11-24.askelma'): Promise<void> {
  const mimeType = 'application/octet-stream';
  await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
}

async function open(page: Page, typed: string): Promise<void> {
  await page.getByRole('textbox', { name: say('receive.words_field') }).fill(typed);
  await page.getByRole('button', { name: say('receive.open'), exact: true }).click();
}

const notice = (page: Page) => page.locator('.notice');

/** The sentence is there, alone, and the disk is as it was. */
async function refused(page: Page, before: string, sentence: string): Promise<void> {
  await expect(notice(page)).toHaveText(say(sentence), { timeout: 20_000 });
  await expect(page.getByRole('button', { name: say('receive.keep') })).toHaveCount(0);
  expect(await stored(page)).toBe(before);
}

const good = (message: Message = {}) => seal(aMessage(message), WORDS);

test.describe('before the words', () => {
  const cases: [string, string, () => Promise<Buffer> | Buffer][] = [
    ['cut short', 'receive.damaged', async () => (await good()).subarray(0, -20)],
    ['cut off in its header', 'receive.damaged', async () => (await good()).subarray(0, 30)],
    ['with one byte altered', 'receive.damaged', async () => altered(await good(), 90)],
    ['of a newer format', 'receive.newer', async () => {
      const bytes = await good();
      bytes[8] = 2;
      return checked(bytes);
    }],
    ['of something else', 'receive.file_not_ours', () => Buffer.from('%PDF-1.7 a letter from the school\n'.repeat(40))],
    ['with nothing in it', 'receive.file_not_ours', () => Buffer.alloc(0)],
  ];
  for (const [name, sentence, make] of cases) {
    test(`a file ${name}`, async ({ page }) => {
      const before = await receive(page);
      await choose(page, await make());
      await refused(page, before, sentence);
      // The next file is taken as if nothing had been.
      await choose(page, await good());
      await open(page, WORDS);
      await expect(page.getByRole('button', { name: say('receive.keep') })).toBeVisible({ timeout: 20_000 });
      expect(await stored(page)).toBe(before);
    });
  }

  test('a file ten times too large is refused unread', async ({ page }) => {
    await page.addInitScript(() => {
      const spied = window as unknown as { read: number };
      spied.read = 0;
      const { arrayBuffer, stream, slice } = Blob.prototype;
      Blob.prototype.arrayBuffer = function () { spied.read += 1; return arrayBuffer.call(this); };
      Blob.prototype.stream = function () { spied.read += 1; return stream.call(this) as ReturnType<Blob['stream']>; };
      Blob.prototype.slice = function (...range) { spied.read += 1; return slice.apply(this, range); };
    });
    const before = await receive(page);
    const bytes = Buffer.concat([(await good()).subarray(0, 50), Buffer.alloc(40 * 1024 * 1024)]);
    // From the disk: so much is slow to hand over in another way.
    const path = test.info().outputPath('large.askelma');
    await writeFile(path, checked(bytes));
    await page.locator('input[type=file]').setInputFiles(path);
    await refused(page, before, 'receive.too_large');
    expect(await page.evaluate(() => (window as unknown as { read: number }).read)).toBe(0);
  });
});

test.describe('with words', () => {
  test('words that are wrong, then right', async ({ page }) => {
    const before = await receive(page);
    await choose(page, await good({ name: 'Eetu' }));
    await open(page, 'four words are few');
    await refused(page, before, 'receive.words_needed');
    await open(page, 'kivi lumme saari tuuli aurinko');
    await refused(page, before, 'receive.not_opened');
    // The person need not choose the file again; capitals do not matter.
    await open(page, 'Kivi LUMME saari  tuuli valo');
    await expect(page.getByRole('heading', { name: filled(say('receive.whose')) })).toHaveText(/Eetu/);
  });

  test('words however they were copied', async ({ page }) => {
    await receive(page);
    await choose(page, await good({ name: 'Eetu' }));
    const field = page.getByRole('textbox', { name: say('receive.words_field') });
    const form = page.locator('form').filter({ has: field });
    for (const [name, value] of [['autocapitalize', 'none'], ['autocorrect', 'off'], ['spellcheck', 'false']]) {
      await expect(form).toHaveAttribute(name, value);
    }
    await expect(field).toHaveAttribute('autocomplete', 'off');
    await open(page, '1. kivi, 2. LUMME, 3. saari-4. tuuli\u00a05. valo 🙂');
    await expect(page.getByRole('heading', { name: filled(say('receive.whose')) })).toHaveText(/Eetu/);
  });

  test('a text file as mail leaves it', async ({ page }) => {
    const message = await sent(2);
    await receive(page);
    const lines = message.text.match(/.{1,76}/g)!.map((line) => `> ${line}\r\n`).join('');
    const mail = `\ufeffHi Sanna,\r\n\r\n${lines}\r\nBest wishes\r\n`;
    await choose(page, Buffer.from(mail, 'utf16le'), 'askelma.askelma.txt');
    await open(page, message.words);
    await expect(page.getByRole('heading', { name: filled(say('receive.whose')) })).toContainText(message.name);
  });

  test('an altered byte under a checksum that fits is whole, but does not open', async ({ page }) => {
    const before = await receive(page);
    await choose(page, checked(altered(await good(), 90)));
    await open(page, WORDS);
    await refused(page, before, 'receive.not_opened');
  });

  test('a value that cannot be', async ({ page }) => {
    const before = await receive(page);
    await choose(page, await good({ moods: [3, 9, 4] }));
    await open(page, WORDS);
    await refused(page, before, 'receive.impossible');
  });

  test('bytes that are no message at all', async ({ page }) => {
    const before = await receive(page);
    await choose(page, await seal(new Uint8Array([0xff, 0x00, 0x13]), WORDS));
    await open(page, WORDS);
    await refused(page, before, 'receive.impossible');
  });
});

test('markup in a name and a note is text and nothing else', async ({ page }) => {
  const markup = '<img src=x onerror="window.ran=true"><b>bold</b>&amp;';
  await receive(page);
  await choose(page, await good({ name: `<i>Aino</i>`, note: markup, moment: markup }));
  await open(page, WORDS);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('<i>Aino</i>');
  await page.getByRole('button', { name: say('receive.keep') }).click();
  await page.waitForURL(/\/case\//);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('<i>Aino</i>');
  await expect(page.locator('main').getByText(markup).first()).toBeVisible();
  expect(await page.locator('main :is(img, b, i)').count()).toBe(0);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});
