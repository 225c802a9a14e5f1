// The path: its stones, a step, a try.
import { expect, type Locator, type Page } from '@playwright/test';
import { heading, press } from './app';
import { allSaved, enter, saved, words } from './visit';

const say = words('en');

export interface After {
  hardest?: number;
  now?: number;
  foundOut?: string;
  helped?: string[];
}

export class PathPage {
  constructor(readonly page: Page) {}

  /** The stones as they are read: the easiest first. */
  get stones(): Locator {
    return this.page.locator('.stone-row');
  }

  labels(): Promise<string[]> {
    return this.stones.locator('.stone-label').evaluateAll((all) =>
      all.map((label) => label.firstChild?.textContent ?? ''),
    );
  }

  get here(): Locator {
    return this.page.locator('.stone-here');
  }

  async open(): Promise<void> {
    await enter(this.page, 'path');
  }

  /** Opens a step's page by its stone. */
  async step(label: string): Promise<void> {
    await this.open();
    // A stone's name begins with the whole of its step, and then says how it stands.
    const stands = ['here', 'behind', 'ahead', 'paused'].map((how) => say(`path.spoken_${how}`)).join('|');
    const whole = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    await this.stones.getByRole('link', { name: new RegExp(`^${whole} (${stands})`) }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: label, exact: true })).toBeVisible();
  }

  /** Takes a starter ladder without the steps named. */
  async take(ladder: string, without: string[] = []): Promise<void> {
    const { page } = this;
    await enter(page, 'path/ready');
    await page.getByRole('button', { name: ladder }).click();
    const sheet = page.locator('dialog[open]');
    for (const step of without) await sheet.locator('.tick-row').filter({ hasText: step }).click();
    await sheet.getByRole('button', { name: say('path_new.take'), exact: true }).click();
    await saved(page);
    await expect(this.here).toBeVisible();
  }

  /** Builds a path of one's own by answering what is asked. */
  async build(title: string, steps: string[]): Promise<void> {
    const { page } = this;
    await enter(page, 'path/new');
    await page.getByLabel(say('path_new.where_to')).fill(title);
    const answer = page.getByLabel(say('supports.own'), { exact: true });
    for (const step of steps) {
      await answer.fill(step);
      await answer.press('Enter');
      await expect(answer).toHaveValue('');
    }
    await press(page, 'path_new.take');
    await saved(page);
    await expect(this.here).toBeVisible();
  }

  /** The number of a scale under that heading. */
  async number(group: string, number: number): Promise<void> {
    const scale = this.page.getByRole('group', { name: say(group), exact: true });
    await scale.locator('.scale-number').nth(number).click();
    await expect(scale.locator('.scale-number').nth(number)).toHaveAttribute('aria-pressed', 'true');
  }

  /** What is said after a try, and that it is kept. */
  async after(told: After): Promise<void> {
    const { page } = this;
    if (told.hardest !== undefined) await this.number('try_now.hardest', told.hardest);
    if (told.now !== undefined) await this.number('try_now.now', told.now);
    for (const word of told.helped ?? []) {
      const chips = page.getByRole('group', { name: say('try_now.helped'), exact: true });
      await chips.getByRole('button', { name: word, exact: true }).click();
    }
    if (told.foundOut) {
      await page.getByLabel(say('try_now.found_out')).fill(told.foundOut);
      await press(page, 'app.save');
    }
    await allSaved(page);
  }

  /** Tells a try afterwards, from the step's own page: two taps. */
  async tell(outcome: 'did' | 'part' | 'turned_back'): Promise<void> {
    await this.page.getByRole('link', { name: say('try_now.later'), exact: true }).click();
    await heading(this.page, say('try_tell.title'));
    await press(this.page, `step.${outcome}`);
    await allSaved(this.page);
  }

  /** The way on that is marked, as its word. */
  async marked(): Promise<string> {
    const ways = this.page.locator('main .card').filter({ has: this.page.getByRole('link', { name: say('step.smaller'), exact: true }) });
    return (await ways.locator('.button-primary').innerText()).trim();
  }
}
