// The camera is taken away in the middle of a scan: the screen rests, or another app needs it. It
// comes back by itself, and no part that was read has to be read again.
import { expect, test, type Page } from '@playwright/test';
import { begin, device } from '../../pages/app';
import { Receive } from '../../pages/received';
import { drawCode, sent } from '../../tools/codes-video';
import { film } from '../../tools/video';

test.describe.configure({ timeout: 180_000 });

const PARTS = 13;

/** A worker whose camera sees the parts in turn, each for long enough. */
async function scanning() {
  const message = await sent(PARTS);
  const video = await film(message.parts.slice(0, PARTS).map((part) => drawCode(part)), undefined, 12);
  const opened = await device('', { video });
  await opened.context.addInitScript(() => {
    const spied = window as unknown as { awake: { asked: number; released: number } };
    spied.awake = { asked: 0, released: 0 };
    const request = async () => {
      spied.awake.asked += 1;
      return { release: async () => { spied.awake.released += 1; } };
    };
    Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } });
  });
  await begin(opened.page, 'worker');
  const receive = new Receive(opened.page);
  await receive.open();
  await receive.scan();
  const read = async () => Number(await receive.progress.getAttribute('aria-valuenow'));
  await expect.poll(read, { timeout: 60_000 }).toBeGreaterThan(2);
  return { ...opened, receive, message, read };
}

/** What the browser says when the screen rests, or shows the page again. */
async function screen(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => now === 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}

const live = (page: Page) =>
  page.locator('video').evaluate((video: HTMLVideoElement) => {
    const stream = video.srcObject as MediaStream | null;
    return stream?.getVideoTracks()[0]?.readyState === 'live';
  });

const awake = (page: Page) =>
  page.evaluate(() => (window as unknown as { awake: { asked: number; released: number } }).awake);

test('after the screen rested the scan goes on where it was', async () => {
  const { context, page, receive, message, read } = await scanning();
  expect((await awake(page)).asked).toBe(1);
  await screen(page, 'hidden');
  await expect.poll(() => live(page)).toBe(false);
  const before = await read();
  expect(before).toBeGreaterThan(2);
  await screen(page, 'visible');
  await expect.poll(() => live(page)).toBe(true);
  expect(await read()).toBeGreaterThanOrEqual(before);
  await expect(receive.notice('receive.paused')).toHaveCount(0);
  expect((await awake(page)).asked).toBe(2);
  await receive.whole();
  await expect.poll(async () => (await awake(page)).released).toBe(2);
  await receive.typeWords(message.words);
  await receive.opened(message.name);
  await context.close();
});

test('another app takes the camera, which is said, and gives it back', async () => {
  const { context, page, receive, message, read } = await scanning();
  const before = await read();
  await page.evaluate(() => {
    const stands = window as unknown as { taken: boolean };
    stands.taken = true;
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = (wanted) =>
      stands.taken ? Promise.reject(new DOMException('in use', 'NotReadableError')) : open(wanted);
    const stream = document.querySelector('video')!.srcObject as MediaStream;
    stream.getVideoTracks()[0].dispatchEvent(new Event('ended'));
  });
  await expect(receive.notice('receive.taken')).toBeVisible();
  expect(await read()).toBeGreaterThanOrEqual(before);
  await page.evaluate(() => { (window as unknown as { taken: boolean }).taken = false; });
  await receive.whole();
  await receive.typeWords(message.words);
  await receive.opened(message.name);
  await context.close();
});
