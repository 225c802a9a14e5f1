// Days that were written earlier, put into the diary on the disk as its format has them.
import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Page } from '@playwright/test';
import { outside } from './visit';

const cborgFile = new URL('../independent/node_modules/cborg/cborg.js', import.meta.url).href;
const NAMESPACE = Buffer.from('5b6c0f0e91a44a5e8d532f5ac1d77e10', 'hex');
/** Minutes east of UTC that all of these days have. */
const OFFSET = 120;
const [MOOD, NIGHT, SCHOOL_DAY, MOMENT] = [4, 5, 6, 8];

export interface PastDay {
  date: string;
  moods?: { at: string; mood: number; note?: string; outdoors?: boolean; home?: boolean }[];
  /** Both on the clock; `tried` lies on the evening before when it is the later reading. */
  night?: { tried: string; woke: string };
  school?: { planned: number; attended: number };
  moment?: { words: string; strengths: number[] };
}

type Body = Map<number, unknown>;

const dayNumber = (date: string) => Date.parse(`${date}T00:00Z`) / 86_400_000;
const instant = (date: string, clock: string) => [Date.parse(`${date}T${clock}:00Z`) / 1000 - OFFSET * 60, OFFSET];

function onceADay(kind: number, date: string): Buffer {
  const name = Buffer.alloc(5);
  name.writeUInt8(kind);
  name.writeInt32BE(dayNumber(date), 1);
  const id = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  id[6] = (id[6] & 0x0f) | 0x50;
  id[8] = (id[8] & 0x3f) | 0x80;
  return id;
}

function before(date: string): string {
  return new Date(Date.parse(`${date}T12:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function records(day: PastDay): [Buffer, number, Body][] {
  const { date, night, school, moment } = day;
  const all: [Buffer, number, Body][] = [];
  for (const { at, mood, note, outdoors, home } of day.moods ?? []) {
    const body: Body = new Map<number, unknown>([[0, instant(date, at)], [1, mood]]);
    if (outdoors || home) body.set(7, outdoors ? 3 : 0);
    if (note) body.set(8, note);
    all.push([randomBytes(16), MOOD, body]);
  }
  if (night) {
    const tried = instant(night.tried >= night.woke ? before(date) : date, night.tried);
    all.push([onceADay(NIGHT, date), NIGHT, new Map<number, unknown>([[1, tried], [5, instant(date, night.woke)], [10, false]])]);
  }
  if (school) {
    const body = new Map<number, unknown>([[0, dayNumber(date)], [1, 0], [2, school.planned], [3, school.attended]]);
    all.push([onceADay(SCHOOL_DAY, date), SCHOOL_DAY, body]);
  }
  if (moment) {
    const body = new Map<number, unknown>([[0, dayNumber(date)], [1, instant(date, '15:00')], [2, moment.strengths], [4, moment.words]]);
    all.push([randomBytes(16), MOMENT, body]);
  }
  return all;
}

/** Puts days into a diary that was begun. Load a page of the app afterwards. */
export async function wasWritten(page: Page, days: PastDay[]): Promise<void> {
  const cborg = await import(cborgFile);
  const months = new Map<string, unknown[]>();
  for (const day of days) {
    const month = day.date.slice(0, 7);
    const rows = months.get(month) ?? [];
    for (const [id, kind, body] of records(day)) {
      rows.push([new Uint8Array(id), [1, 0, 1], kind, cborg.encode(body)]);
    }
    months.set(month, rows);
  }
  const shards = [...months].map(([month, rows]) => {
    const payload = Buffer.from(cborg.encode(rows));
    const head = Buffer.from('ASKD\x01\0\0\0\0', 'latin1');
    head.writeUInt32BE(crc32(payload), 5);
    return [month, [...head, ...payload]] as const;
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
}

/** The date so many days before another one. */
export function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
