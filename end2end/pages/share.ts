// The young person's Share: choice, preview, words, and the code or the file.
import { expect, type Locator, type Page } from '@playwright/test';
import { card, heading, press } from './app';
import { words } from './visit';

const say = words('en');

export class Share {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: say('nav.people'), exact: true }).click();
    await this.page.getByRole('link', { name: new RegExp(`^${say('people.share')}`) }).click();
    await heading(this.page, say('share.title'));
  }

  async weeks(weeks: 2 | 4 | 12): Promise<void> {
    const group = this.page.getByRole('group', { name: say('share.weeks') });
    await group.getByRole('button', { name: say(`share.weeks_${weeks}`), exact: true }).click();
  }

  /** A part's switch, by the whole of its name and not by the beginning of another's. */
  private switch(within: Locator, name: string): Locator {
    const title = this.page.locator('.row-title').getByText(say(`share.${name}`), { exact: true });
    return within.getByRole('switch').filter({ has: title });
  }

  part(name: string): Locator {
    return this.switch(card(this.page, say('share.parts')), name);
  }

  /** Allows a part to be shown at the meeting. */
  async atMeeting(name: string): Promise<void> {
    const more = this.page.locator('details').filter({ hasText: say('share.meeting') });
    await more.locator('summary').click();
    const one = this.switch(more, name);
    await one.click();
    await expect(one).toHaveAttribute('aria-checked', 'true');
  }

  /** Switches a part on or off. */
  async choose(name: string, on: boolean): Promise<void> {
    const part = this.part(name);
    if ((await part.getAttribute('aria-checked')) !== String(on)) await part.click();
    await expect(part).toHaveAttribute('aria-checked', String(on));
  }

  async fill(field: 'with' | 'purpose' | 'name', text: string): Promise<void> {
    await this.page.getByLabel(say(`share.${field}`), { exact: true }).fill(text);
  }

  async preview(): Promise<void> {
    await press(this.page, 'share.preview');
    await expect(this.page.getByText(say('share.preview_above'), { exact: true })).toBeVisible();
  }

  /** From the preview to the words. */
  async goOn(): Promise<string> {
    await press(this.page, 'share.go_on');
    const list = this.page.getByRole('list', { name: say('share.words_list') });
    await expect(list.getByRole('listitem')).toHaveCount(5);
    return (await list.getByRole('listitem').allTextContents()).join(' ');
  }

  get code() {
    return this.page.getByRole('img', { name: say('share.code_label') });
  }

  /** From the words to the moving code. */
  async showCode(): Promise<void> {
    await press(this.page, 'share.show_code');
    await expect(this.code).toBeVisible();
    await this.page.locator('.qr-dark[d^="M"]').waitFor();
  }

  /** The drawn picture, for telling one code from the next. */
  drawn(): Promise<string> {
    return this.page.locator('.qr-dark').getAttribute('d').then((path) => path ?? '');
  }

  /** How many codes suffice when none is lost, as the progress line says. */
  async parts(): Promise<number> {
    const bar = this.page.getByRole('progressbar', { name: say('share.code_progress') });
    await expect(bar).not.toHaveAttribute('aria-valuemax', '0');
    return Number(await bar.getAttribute('aria-valuemax'));
  }

  async finished(): Promise<void> {
    await press(this.page, 'share.finished');
    await heading(this.page, say('share.done_title'));
  }
}
