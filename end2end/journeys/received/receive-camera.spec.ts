// What a camera can meet: none, a forbidden one, and codes that are something else. Each has its
// plain sentence, nothing is stored, and the scan goes on where it can.
import { expect, test, type Page } from '@playwright/test';
import { begin, device, heading, stored } from '../../pages/app';
import { Receive } from '../../pages/received';
import { words } from '../../pages/visit';
import { announcing, drawCode, type Sent, sent, spoiled } from '../../tools/codes-video';
import { film } from '../../tools/video';

const say = words('en');
test.describe.configure({ timeout: 180_000 });

async function worker(args: string[], video?: string) {
  const opened = await device('', { args, video });
  await begin(opened.page, 'worker');
  const receive = new Receive(opened.page);
  await receive.open();
  return { ...opened, receive, before: await stored(opened.page) };
}

test('a camera that is not allowed is said, and a file is offered', async () => {
  const { context, page, receive, before } = await worker(['--use-fake-device-for-media-stream', '--deny-permission-prompts']);
  await page.getByRole('button', { name: new RegExp(`^${say('receive.start')}`) }).click();
  await expect(receive.notice('receive.denied')).toBeVisible();
  await heading(page, say('receive.title'));
  await expect(page.locator('.file-drop')).toBeVisible();
  expect(await stored(page)).toBe(before);
  await context.close();
});

test('a device without a camera is said, and a file is offered', async () => {
  const { context, page, receive, before } = await worker(['--use-fake-device-for-media-stream=device-count=0', '--use-fake-ui-for-media-stream']);
  await page.getByRole('button', { name: new RegExp(`^${say('receive.start')}`) }).click();
  await expect(receive.notice('receive.missing')).toBeVisible();
  await heading(page, say('receive.title'));
  await expect(page.locator('.file-drop')).toBeVisible();
  expect(await stored(page)).toBe(before);
  await context.close();
});

test('codes of something else and damaged ones are said, and the right message still comes', async () => {
  const [right, other] = [await sent(SHORT), await sent(LONG)];
  const half = Math.ceil(SHORT / 2);
  // Each code is held for several frames; the order is the one in which the camera sees them.
  const seenInTurn = [
    'https://example.org', 'https://example.org',
    ...right.parts.slice(0, half),
    other.parts[0], other.parts[1], other.parts[2],
    spoiled(right.parts[half]), spoiled(right.parts[half]),
    announcing(right.parts[half], 2001), announcing(right.parts[half], 2001),
    'UR:BYTES/HDCXDWINVEZM',
    ...right.parts.slice(half, SHORT),
  ];
  const video = await film(seenInTurn.map((text) => drawCode(text)), undefined, 12);
  const { context, page, receive, before } = await worker([], video);
  const said = await writeDown(page);
  await receive.scan();
  await receive.whole();
  expect(await stored(page)).toBe(before);
  const sentences = await said();
  for (const sentence of ['not_ours', 'mixed', 'part_damaged', 'too_large']) {
    expect(sentences, sentence).toContain(say(`receive.${sentence}`));
  }
  await opens(page, receive, right);
  expect(await stored(page)).toBe(before);
  await context.close();
});

test('after "Start again" the other message is taken', async () => {
  const [first, second] = [await sent(LONG), await sent(SHORT)];
  // The first message never comes to its end; the other stays in the picture for longer.
  const long = Array.from({ length: 6 }, () => second.parts.slice(0, SHORT)).flat();
  const video = await film([...first.parts.slice(0, 3), ...long].map((text) => drawCode(text)), undefined, 12);
  const { context, page, receive } = await worker([], video);
  const again = page.getByRole('button', { name: say('receive.again'), exact: true });
  await receive.scan();
  await expect(receive.notice('receive.mixed')).toBeVisible({ timeout: 60_000 });
  // If it was pressed while the first message was in the picture, it is pressed once more.
  await expect(async () => {
    if (await again.isVisible()) await again.click({ timeout: 1000 });
    await receive.whole(5_000);
  }).toPass({ timeout: 90_000, intervals: [0] });
  await opens(page, receive, second);
  await context.close();
});

test('codes are read light on dark too', async () => {
  const message = await sent(SHORT);
  const turned = message.parts.slice(0, SHORT).map((part) => drawCode(part, ['#fff', '#000']));
  const { context, page, receive } = await worker([], await film(turned, undefined, 12));
  await receive.scan();
  await receive.whole();
  await opens(page, receive, message);
  await context.close();
});

const SHORT = 2;
const LONG = 13;

async function opens(page: Page, receive: Receive, message: Sent): Promise<void> {
  await receive.typeWords('five words that are wrong');
  await expect(receive.notice('receive.not_opened')).toBeVisible();
  await receive.typeWords(message.words);
  await receive.opened(message.name);
  await page.getByRole('button', { name: say('receive.discard') }).click();
  await heading(page, say('receive.title'));
}

/** Every sentence that was shown as a notice from now on, however short. */
async function writeDown(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said = new Set<string>();
    (window as unknown as { said: Set<string> }).said = said;
    const look = () => document.querySelectorAll('.notice').forEach((one) => said.add(one.textContent!.trim()));
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => [...(window as unknown as { said: Set<string> }).said]);
}
