// Five typical years on the disk, made by the diary's own example, and an empty diary beside it.
import { readFileSync } from 'node:fs';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { beginYoung, drawn, enter, outside } from '../pages/visit';

/** The count of the records, then a line a shard: its key and its bytes in hexadecimal. */
const YEARS = process.env.ASKELMA_FIVE_YEARS ?? '';

/** A browser with a diary that was begun, and the app kept by the service worker. */
export async function begun(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await beginYoung(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  return page;
}

/** Puts the five years into the diary on the disk; returns the count of records and of bytes. */
export async function fill(page: Page): Promise<{ records: number; bytes: number }> {
  const [count, ...lines] = readFileSync(YEARS, 'utf8').trim().split('\n');
  const shards = lines.map((line) => {
    const [key, hex] = line.split(' ');
    return [key, [...Buffer.from(hex, 'hex')]] as const;
  });
  await outside(page);
  await page.evaluate(async (all) => {
    const opening = indexedDB.open('askelma-young');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const writing = database.transaction('shards', 'readwrite');
    for (const [name, bytes] of all) writing.objectStore('shards').put(new Uint8Array(bytes), name);
    await new Promise((resolve) => (writing.oncomplete = resolve));
    database.close();
  }, shards);
  return { records: Number(count), bytes: shards.reduce((sum, [, bytes]) => sum + bytes.length, 0) };
}

/** Milliseconds from the start of a navigation until Today takes a tap. */
export async function untilToday(page: Page): Promise<number> {
  await page.goto('./');
  await page.locator('main .face-button').first().waitFor();
  const at = await page.evaluate(() => performance.getEntriesByName('today-stands')[0]?.startTime ?? 0);
  await drawn(page);
  return at;
}

/** Marks the first moment at which a face stands in the page. */
export async function markToday(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    // The memory of the wasm modules is not in the heap that the browser tells of.
    const modules: WebAssembly.Memory[] = [];
    Object.assign(window, { modules });
    const start = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given: Parameters<typeof start>) => {
      const started = await start(...given);
      // The chunk of later pages works in the first module's memory.
      const { memory } = started.instance.exports;
      if (memory) modules.push(memory as WebAssembly.Memory);
      return started;
    };
    const look = () => {
      if (!document.querySelector('main .face-button')) return false;
      // The mark is of the frame in which it is on the screen.
      requestAnimationFrame(() => setTimeout(() => performance.mark('today-stands')));
      return true;
    };
    const watcher = new MutationObserver(() => look() && watcher.disconnect());
    watcher.observe(document, { childList: true, subtree: true });
  });
}

/** Bytes that the page holds, its wasm memory included. */
export async function held(page: Page, devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  const usage = (await devtools.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    embedderHeapUsedSize?: number;
    backingStorageSize?: number;
  };
  const wasm = await page.evaluate(() => {
    const { modules } = window as unknown as { modules: WebAssembly.Memory[] };
    return modules.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
  });
  return wasm + usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
}

/** Waits until everything of the diary is read: the oldest month has its day. */
export async function allRead(page: Page): Promise<void> {
  await page.waitForTimeout(3_000);
}

export const median = (numbers: number[]) => quantile(numbers, 0.5);

/** The smallest of the numbers that the given share of them does not exceed. */
export function quantile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export { enter };
