// Fields that several pages ask with: groups of buttons, steppers, typed times.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Words } from './visit';

/** A button of a named group. */
export function choice(page: Page, group: string, name: string | RegExp): Locator {
  const exact = typeof name === 'string';
  return page.getByRole('group', { name: group, exact: true }).getByRole('button', { name, exact });
}

/** Types a time of day and leaves the field. */
export async function typeTime(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true });
  await field.fill(text);
  await field.blur();
}

/** Presses a stepper's plus so many times. */
export async function more(page: Page, say: Words, label: string, times: number): Promise<void> {
  const plus = choice(page, label, say('app.more'));
  for (let time = 0; time < times; time += 1) await plus.click();
}

/** What a stepper shows. */
export function shownBy(page: Page, label: string): Locator {
  return page.getByRole('group', { name: label, exact: true }).locator('.stepper-value');
}

export async function pressed(...buttons: Locator[]): Promise<void> {
  for (const button of buttons) await expect(button).toHaveAttribute('aria-pressed', 'true');
}
