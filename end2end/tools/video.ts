// A video for the fake camera: one picture after another as JPEG, 1280 by 720, 30 a second. The
// pictures are what a screen drew, set into a scene as a camera would see it.
import { chromium, test, type Browser, type Page } from '@playwright/test';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Share } from '../pages/share';

const [WIDTH, HEIGHT] = [1280, 720];
/** How many video frames each code is held: the fake camera gives 30 a second, codes come 5. */
const HELD = 6;

/** A way to hold the camera. */
export interface Shot {
  /** How sharp: radius of the blur in pixels. */
  blur: number;
  /** Slanted view, in degrees around each axis. */
  turn: [number, number, number];
  /** How much of the picture's height the code takes. */
  size: number;
}

export const STEADY: Shot = { blur: 0, turn: [0, 0, 0], size: 0.86 };

/** Records the moving code: a picture of each one that is drawn, until there are `many`. */
export async function record(share: Share, many: number): Promise<Buffer[]> {
  const pictures: Buffer[] = [];
  let last = '';
  while (pictures.length < many) {
    await share.page.waitForFunction(
      (before) => document.querySelector('.qr-dark')?.getAttribute('d') !== before,
      last,
    );
    last = await share.drawn();
    pictures.push(await share.code.screenshot({ animations: 'allow' }));
  }
  return pictures;
}

/** Loses that share of the pictures, the same ones in every run. */
export function dropped<T>(pictures: T[], share: number): T[] {
  const random = numbers(7);
  return pictures.filter(() => random() >= share);
}

/** Hands moving about: each picture is seen a little differently. */
export function unsteady(count: number): Shot[] {
  const random = numbers(11);
  const about = (most: number) => (random() * 2 - 1) * most;
  return Array.from({ length: count }, () => ({
    blur: 0.4 + random() * 0.8,
    turn: [8 + about(14), -10 + about(14), about(8)],
    size: 0.72 + random() * 0.12,
  }));
}

/** Writes the video. With fewer shots than pictures they come round again. */
export async function film(pictures: Buffer[], shots: Shot[] = [STEADY], held = HELD): Promise<string> {
  const browser = await studio();
  try {
    const page = await scene(browser);
    const frames: Buffer[] = [];
    for (const [number, picture] of pictures.entries()) {
      // The hand moves while a code is held: two views of each.
      for (const half of shots.length > 1 ? [0, 1] : [0]) {
        const frame = await shoot(page, picture, shots[(2 * number + half) % shots.length]);
        for (let time = 0; time < (shots.length > 1 ? held / 2 : held); time += 1) frames.push(frame);
      }
    }
    const file = test.info().outputPath('camera.mjpeg');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, Buffer.concat(frames));
    return file;
  } finally {
    await browser.close();
  }
}

async function studio(): Promise<Browser> {
  const { launchOptions } = test.info().project.use;
  return chromium.launch({ executablePath: launchOptions?.executablePath, args: launchOptions?.args });
}

async function scene(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT }, deviceScaleFactor: 1 });
  await page.setContent(`<style>
    html, body { margin: 0; height: 100%; overflow: hidden; background: #6d6a66 }
    body { display: grid; place-items: center; perspective: 900px }
    img { image-rendering: auto }
  </style><img>`);
  return page;
}

async function shoot(page: Page, picture: Buffer, shot: Shot): Promise<Buffer> {
  await page.locator('img').evaluate(
    async (image: HTMLImageElement, { source, height, blur, turn }) => {
      image.src = source;
      await image.decode();
      image.style.height = `${height}px`;
      image.style.filter = blur > 0 ? `blur(${blur}px)` : 'none';
      image.style.transform = `rotateX(${turn[0]}deg) rotateY(${turn[1]}deg) rotateZ(${turn[2]}deg)`;
    },
    { ...shot, height: HEIGHT * shot.size, source: address(picture) },
  );
  return page.screenshot({ type: 'jpeg', quality: 85 });
}

function address(picture: Buffer): string {
  const kind = picture[0] === 0x3c ? 'image/svg+xml' : 'image/png';
  return `data:${kind};base64,${picture.toString('base64')}`;
}

/** Numbers from 0 to 1 that look random and are the same in every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
