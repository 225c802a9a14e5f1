// A visit: who comes in which language and theme, and the sentences that they read.
import { databases, shard } from './database';
import { readFileSync, readdirSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';

export type Language = 'en' | 'fi' | 'sv';
export const LANGUAGES: Language[] = ['en', 'fi', 'sv'];
export type Role = 'young' | 'parent' | 'worker';

export interface Preferences {
  role?: Role;
  language?: Language;
  theme?: 'light' | 'dark';
  example?: boolean;
}

/** `section.sentence` → its words. A sentence with a count gives the form for more than one. */
export type Words = (name: string) => string;

const known = new Map<Language, Map<string, string>>();

function read(language: Language): Map<string, string> {
  const words = new Map<string, string>();
  const folder = new URL(`../../src/text/${language}/`, import.meta.url);
  const files = readdirSync(folder).map((name) => new URL(name, folder));
  let section = '';
  for (const line of files.flatMap((file) => readFileSync(file, 'utf8').split('\n'))) {
    const table = /^\[(\w+)\]/.exec(line);
    if (table) section = table[1];
    const entry = /^(\w+) = (?:\{.*\bother = )?("(?:[^"\\]|\\.)*")/.exec(line);
    if (entry) words.set(`${section}.${entry[1]}`, JSON.parse(entry[2]));
  }
  return words;
}

/** The sentences of a language, from the files that the app is built of. */
export function words(language: Language = 'en'): Words {
  if (!known.has(language)) known.set(language, read(language));
  return (name) => {
    const sentence = known.get(language)!.get(name);
    if (sentence === undefined) throw new Error(`${language} has no ${name}`);
    return sentence;
  };
}

/** A sentence with anything in the places that the app fills in. */
export function filled(sentence: string): RegExp {
  const parts = sentence.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join('.*'));
}

/** An address of the same origin that starts no app, for looking at what is stored. */
export async function outside(page: Page): Promise<void> {
  await page.goto('icons/favicon.svg');
}

/** Sets what is known before the first paint. */
export async function prefer(page: Page, preferences: Preferences): Promise<void> {
  await outside(page);
  await page.evaluate(
    (text) => localStorage.setItem('askelma', text),
    JSON.stringify({ example: false, ...preferences }),
  );
}

/** Opens an address and waits until its page is drawn. */
export async function enter(page: Page, address = ''): Promise<void> {
  await page.goto(`./${address}`);
  await drawn(page);
}

/** Resolves once a page stands on the screen, with its typeface and without anything moving. */
export async function drawn(page: Page): Promise<void> {
  // Until its chunk is there, a page only says that it opens; the first question that stands in
  // index.html is not the app's yet.
  const opening = LANGUAGES.map((language) => words(language)('app.loading'));
  const title = new RegExp(`^(?!(${opening.join('|')})$)`);
  await page.locator('main:not([data-first]) h1').filter({ hasText: title }).first().waitFor();
  await page.evaluate(async () => {
    await document.fonts.ready;
    const ending = document.getAnimations().filter((one) => {
      const timing = one.effect?.getComputedTiming();
      return Number.isFinite(timing?.endTime as number);
    });
    await Promise.all(ending.map((one) => one.finished.catch(() => undefined)));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

/** The first run for a young person with a diary of their own, in English unless told. */
export async function beginYoung(page: Page, name = 'Aino', language: Language = 'en'): Promise<void> {
  const say = words(language);
  await prefer(page, { language });
  await enter(page);
  await page.getByRole('button', { name: say('welcome.young') }).click();
  await page.getByLabel(say('welcome.name_field')).fill(name);
  await page.getByRole('button', { name: say('welcome.next'), exact: true }).click();
  await page.getByRole('link', { name: say('begin.mood') }).waitFor();
  // Its name and routine are on the disk before the journey goes on.
  await expect
    .poll(async () => {
      const there = (await databases(page)).includes('askelma-young');
      return there ? (await shard(page, 'undated'))?.length ?? 0 : 0;
    })
    .toBeGreaterThan(20);
}

/** Looks around with example data. */
export async function lookAround(page: Page, role: Role, language: Language = 'en'): Promise<void> {
  const say = words(language);
  await prefer(page, { language });
  await enter(page);
  await page.getByRole('button', { name: say('welcome.example') }).click();
  await page.getByRole('button', { name: say(`welcome.${role}`) }).click();
  await page.getByText(say('app.example')).waitFor();
  const full = { young: '.tick-row', parent: '.calm-day', worker: 'main .person-link' }[role];
  await page.locator(full).first().waitFor();
}

/** The n-th face from the heaviest (1) to the lightest (5). */
export function face(page: Page, mood: number) {
  return page.locator('main .face-row').first().locator('.face-button').nth(mood - 1);
}

/** Resolves once the undo line says that the last entry is on the disk. */
export async function saved(page: Page, say: Words = words()): Promise<void> {
  await expect(page.locator('.undo-line')).toContainText(say('said.saved'));
}

/**
 * Resolves once the last of several entries is on the disk: the line of an earlier one may still
 * stand while a later one is written, and goes some seconds after the last.
 */
export async function allSaved(page: Page): Promise<void> {
  await saved(page);
  await expect(page.locator('.undo-line')).toHaveCount(0, { timeout: 20_000 });
}
