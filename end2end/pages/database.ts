// The diary on the disk, looked at and changed from outside the app.
import { crc32 } from 'node:zlib';
import type { Page } from '@playwright/test';

/** The bytes of a shard, or nothing. */
export async function shard(page: Page, key: string, database = 'askelma-young'): Promise<number[] | null> {
  return page.evaluate(
    ([name, of]) =>
      new Promise<number[] | null>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('shards').objectStore('shards').get(of);
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result ? [...(reading.result as Uint8Array)] : null);
          };
        };
      }),
    [database, key] as const,
  );
}

/** Puts bytes into a shard's place. */
export async function putShard(page: Page, key: string, bytes: number[], database = 'askelma-young'): Promise<void> {
  await put(page, key, { bytes }, database);
}

/** Puts something that is no bytes into a shard's place. */
export async function putValue(page: Page, key: string, value: unknown, database = 'askelma-young'): Promise<void> {
  await put(page, key, { value }, database);
}

async function put(page: Page, key: string, content: { bytes?: number[]; value?: unknown }, database: string) {
  await page.evaluate(
    ([name, of, { bytes, value }]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('shards', 'readwrite');
          writing.objectStore('shards').put(bytes ? new Uint8Array(bytes) : value, of);
          writing.onabort = () => reject(writing.error);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [database, key, content] as const,
  );
}

/** A whole shard as an app of another schema would write it: its checksum covers its own byte. */
export function withSchema(bytes: number[], schema: number): number[] {
  const payload = bytes.slice(9);
  const head = Buffer.from([...bytes.slice(0, 4), schema, 0, 0, 0, 0]);
  head.writeUInt32BE(crc32(Buffer.from([schema, ...payload])), 5);
  return [...head, ...payload];
}

/** The names of the databases that there are. */
export async function databases(page: Page): Promise<string[]> {
  const all = await page.evaluate(() => indexedDB.databases());
  return all.map((one) => one.name ?? '').sort();
}

/** Everything in a database: store → key → bytes or value, to compare before with after. */
export async function everything(page: Page, database: string): Promise<string> {
  return page.evaluate(
    (name) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const found: Record<string, unknown[]> = {};
          const stores = [...opening.result.objectStoreNames];
          const reading = opening.result.transaction(stores);
          for (const store of stores) {
            found[store] = [];
            reading.objectStore(store).openCursor().onsuccess = (event) => {
              const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
              if (!cursor) return;
              const value = cursor.value instanceof Uint8Array ? [...cursor.value] : cursor.value;
              found[store].push([cursor.key, value]);
              cursor.continue();
            };
          }
          reading.oncomplete = () => {
            opening.result.close();
            resolve(JSON.stringify(found));
          };
        };
      }),
    database,
  );
}
