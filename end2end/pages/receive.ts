// Receive on the other device, and what stands there afterwards.
import { expect, type Page } from '@playwright/test';
import { card, heading, press } from './app';
import { filled, words } from './visit';

const say = words('en');

export class Receive {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: say('nav.receive'), exact: true }).first().click();
    await heading(this.page, say('receive.title'));
  }

  async scan(): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${say('receive.start')}`) }).click();
    await heading(this.page, say('receive.pointing'));
  }

  get progress() {
    return this.page.getByRole('progressbar', { name: say('receive.progress') });
  }

  /** Resolves when the code is whole and the words are asked for. */
  async whole(timeout = 120_000): Promise<void> {
    const title = this.page.getByRole('heading', { level: 1, name: say('receive.words_title') });
    await expect(title).toBeVisible({ timeout });
  }

  async pick(name: string, bytes: Uint8Array): Promise<void> {
    const buffer = Buffer.from(bytes);
    await this.page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
  }

  /** Drops a file on the place for it. */
  async drop(name: string, bytes: Uint8Array): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      ([file, content]) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(content as number[])], file as string));
        return data;
      },
      [name, [...bytes]],
    );
    await this.page.locator('.file-drop').dispatchEvent('drop', { dataTransfer: transfer });
  }

  async typeWords(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: say('receive.words_field') }).fill(text);
    await press(this.page, 'receive.open');
  }

  /** Resolves when it opened and is shown before it is kept. */
  async opened(name: string): Promise<void> {
    await heading(this.page, say('receive.whose').replace('{name}', name));
    await expect(this.page.getByText(say('receive.preview_above'), { exact: true })).toBeVisible();
  }

  async keep(): Promise<void> {
    await press(this.page, 'receive.keep');
    await this.page.waitForURL('**/case/*');
  }

  notice(sentence: string) {
    return this.page.locator('.notice').filter({ hasText: say(sentence) });
  }
}

/** A meeting sheet on the screen. */
export class Sheet {
  constructor(readonly page: Page) {}

  /** A number with its note: "3.4", "of 5, from 27 check-ins". */
  stat(label: string) {
    const box = this.page.locator('.stat-card').filter({
      has: this.page.getByRole('heading', { name: say(`meeting_sheet.${label}`), exact: true }),
    });
    return { number: box.locator('.number'), note: box.locator('.stat-note') };
  }

  card(label: string) {
    return card(this.page, say(`meeting_sheet.${label}`));
  }

  /** A chart's table, row by row. */
  async table(label: string): Promise<string[][]> {
    const table = this.card(label).locator('.chart-table');
    await table.locator('summary').click();
    await table.locator('tbody tr').first().waitFor();
    return table.locator('tbody tr').evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
    );
  }

  get strengths() {
    return this.page.locator('.tint-card').filter({ hasText: say('meeting_sheet.strengths_first') });
  }

  /** `meeting_sheet.some_sentence` with its places filled in. */
  static says(sentence: string, places: Record<string, string | number>): string {
    let text = say(`meeting_sheet.${sentence}`);
    for (const [place, value] of Object.entries(places)) text = text.replace(`{${place}}`, String(value));
    return text;
  }
}

/** The parent's calm week: one line a day, a face and words. */
export async function calmWeek(page: Page): Promise<{ mood: string; day: string; said: string }[]> {
  await heading(page, filled(say('calm_week.title')));
  return page.locator('.calm-day').evaluateAll((days) =>
    days.map((day) => ({
      mood: day.querySelector('.calm-face')?.getAttribute('aria-label') ?? '',
      day: day.querySelector('h3')?.textContent ?? '',
      said: day.querySelector('p')?.textContent ?? '',
    })),
  );
}
