// The young person's screens: what one does on a day, and the log of what was entered.
import { expect, type Locator, type Page } from '@playwright/test';
import { card } from './app';
import { type Log, type LoggedMood, type LoggedNight, dayOf } from '../tools/log';
import { words } from './visit';

const say = words('en');

/** What the chips of "Time at school" say. */
export type SchoolKind = 'whole' | 'part' | 'remote' | 'at_home' | 'ill' | 'not_today' | 'no_school';

export type MoodDetails = Omit<LoggedMood, 'at' | 'mood'>;

export class Young {
  /** The date whose page is open. */
  date = '';
  /** The clock's reading, as Helsinki has it. */
  clock = '';

  constructor(
    readonly page: Page,
    readonly log: Log,
  ) {}

  /** Moves the clock on and waits until Today is of that date. The clock then stands still. */
  async comes(date: string, clock: string, offset: string): Promise<void> {
    const before = this.date;
    [this.date, this.clock] = [date, clock];
    await this.page.clock.setFixedTime(`${date}T${clock}:00${offset}`);
    // Timers that were due meanwhile run, as after a phone was asleep.
    await this.page.clock.fastForward(61_000);
    if (before) await expect(this.page.locator('.above')).toHaveText(long(date));
  }

  get today() {
    return dayOf(this.log, this.date);
  }

  /** Opens another date from the strip of the last seven days. */
  async open(date: string): Promise<void> {
    const days = this.page.getByRole('list', { name: say('today.days') });
    await days.locator(`a[href$="/day/${date}"]`).click();
    await expect(this.page.getByRole('heading', { level: 1, name: long(date) })).toBeVisible();
    this.date = date;
  }

  /** One tap on a face. On an earlier day it counts as noon. */
  async mood(mood: number, clock = this.clock): Promise<void> {
    const faces = this.page.locator('main .face-row').first().getByRole('button');
    const rows = this.page.locator('main a[href*="/mood/"]');
    const before = await rows.count();
    await faces.nth(mood - 1).click();
    await expect(rows).toHaveCount(before + 1);
    await expect(faces.nth(mood - 1)).toHaveAttribute('aria-pressed', 'true');
    this.today.moods.push({ at: clock, mood, feelings: [], body: [] });
  }

  /** Adds details to the latest check-in, or mends them. */
  async details(details: Partial<MoodDetails> & { mood?: number }): Promise<void> {
    const { page } = this;
    await page.locator('main a[href*="/mood/"]').last().click();
    await expect(page.getByRole('heading', { level: 1, name: say('mood.title') })).toBeVisible();
    const chip = (group: string, name: string) =>
      page.getByRole('group', { name: say(group), exact: true }).getByRole('button', { name, exact: true });
    const number = (group: string, n: number, ends: [number, string][]) => {
      const end = ends.find(([value]) => value === n);
      return chip(group, end ? `${n} ${say(end[1])}` : String(n));
    };
    if (details.mood) {
      await page.getByRole('group', { name: say('mood.mood'), exact: true }).getByRole('button').nth(details.mood - 1).click();
    }
    if (details.energy !== undefined) {
      await number('mood.energy', details.energy, [[1, 'mood.energy_low'], [5, 'mood.energy_high']]).click();
    }
    if (details.worry !== undefined) {
      await number('mood.worry', details.worry, [[0, 'mood.worry_low'], [10, 'mood.worry_high']]).click();
    }
    for (const feeling of details.feelings ?? []) await chip('mood.feelings', feeling).click();
    for (const sign of details.body ?? []) await chip('mood.body', sign).click();
    if (details.note) await page.getByLabel(say('mood.note'), { exact: true }).fill(details.note);
    await this.save();
    Object.assign(this.today.moods.at(-1)!, details);
  }

  private async save(): Promise<void> {
    await this.page.getByRole('button', { name: say('app.save'), exact: true }).click();
    await expect(this.page.locator('.undo-line')).toContainText(say('said.saved'));
    await expect(this.page.getByRole('link', { name: say('moment.add') })).toBeVisible();
  }

  /** One tap: slept like last time. */
  async sleptLikeLast(): Promise<void> {
    const nights = Object.entries(this.log.days).filter(([date, day]) => date < this.date && day.night);
    const last = nights.sort(([a], [b]) => a.localeCompare(b)).at(-1)![1].night!;
    const offer = this.page.getByRole('button', { name: say('today.sleep_like') });
    await expect(offer).toContainText(`${last.tried}–${last.woke}`);
    await offer.click();
    await expect(offer).toBeHidden();
    this.today.night = { tried: last.tried, woke: last.woke, estimate: true };
  }

  /** The dial: each handle by the keyboard or by dragging, then what else is known. */
  async night(night: LoggedNight, by: 'keys' | 'drag', quality?: number): Promise<void> {
    const { page } = this;
    await page.locator('main .pair a[href$="/night"]').click();
    await expect(page.getByRole('heading', { level: 1, name: say('night.title') })).toBeVisible();
    for (const [handle, clock] of [[say('night.tried'), night.tried], [say('night.woke'), night.woke]]) {
      const slider = page.getByRole('slider', { name: handle, exact: true });
      await (by === 'keys' ? turn(slider, minutes(clock)) : drag(page, slider, minutes(clock)));
      await expect(slider).toHaveAttribute('aria-valuenow', String(minutes(clock)));
      await expect(slider).toHaveAttribute('aria-valuetext', clock);
    }
    if (night.fallAsleep !== undefined) await this.step(say('night.fall_asleep'), night.fallAsleep / 5 + 1);
    if (night.awakenings !== undefined) await this.step(say('night.awakenings'), night.awakenings + 1);
    if (night.awake !== undefined) await this.step(say('night.awake'), night.awake / 5 + 1);
    if (quality) {
      await page.getByRole('group', { name: say('night.quality') }).getByRole('button').nth(quality - 1).click();
    }
    await this.save();
    this.today.night = { ...night, quality };
  }

  private async step(label: string, times: number): Promise<void> {
    const more = this.page.getByRole('group', { name: label, exact: true }).getByRole('button', { name: say('app.more') });
    for (let time = 0; time < times; time += 1) await more.click();
  }

  /** Ticks routine items: once for done, twice for some of it. */
  async tick(...names: string[]): Promise<void> {
    for (const name of names) {
      const row = this.page.locator('.tick-row').filter({ hasText: name });
      await row.click();
      const now = this.today.routine[name] === undefined ? 'done' : this.today.routine[name] === 'done' ? 'some' : undefined;
      const shown = now === 'done' ? 'true' : now === 'some' ? 'mixed' : 'false';
      await expect(row).toHaveAttribute('aria-pressed', shown);
      if (now) this.today.routine[name] = now;
      else delete this.today.routine[name];
    }
  }

  /** One tap for the school day; `attended` in minutes is set by the stepper where it is given. */
  async school(kind: SchoolKind, planned: number, attended?: number): Promise<void> {
    const box = card(this.page, say('school_card.title'));
    const chip = box.getByRole('button', { name: say(`school_card.${kind}`), exact: true });
    await chip.click();
    const length = box.getByRole('group', { name: say('school_card.length_question') });
    if (kind !== 'no_school' && !this.log.asked) {
      this.log.asked = true;
      await this.stepTo(length, planned);
      await box.getByRole('button', { name: say('school_card.length_save') }).click();
    }
    await expect(length).toBeHidden();
    await expect(chip).toHaveAttribute('aria-pressed', 'true');
    const usual = kind === 'whole' || kind === 'remote' ? planned : 0;
    if (attended !== undefined) {
      await this.stepTo(box.getByRole('group', { name: say('school_card.minutes') }), attended);
    }
    this.today.school = { kind, planned, attended: attended ?? usual };
  }

  private async stepTo(stepper: Locator, target: number): Promise<void> {
    const value = stepper.locator('.stepper-value');
    for (;;) {
      const text = (await value.textContent())!;
      const shown = minutesOf(text);
      if (shown === target) return;
      const way = shown < target ? say('app.more') : say('app.less');
      await stepper.getByRole('button', { name: way, exact: true }).click();
      await expect(value).not.toHaveText(text);
    }
  }

  async goodMoment(what: string, strengths: string[], own?: string): Promise<void> {
    const { page } = this;
    await page.getByRole('link', { name: say('moment.add') }).click();
    await page.getByLabel(say('moment.what')).fill(what);
    const group = page.getByRole('group', { name: say('moment.strengths') });
    for (const strength of strengths) await group.getByRole('button', { name: strength, exact: true }).click();
    if (own) await page.getByLabel(say('moment.own')).fill(own);
    await this.save();
    this.today.moments.push({ what, strengths, own });
  }

  /** Takes the last change back. */
  async undo(): Promise<void> {
    await this.page.locator('.undo-line').getByRole('button', { name: say('app.undo') }).click();
    await expect(this.page.locator('.undo-line')).toContainText(say('app.undone'));
  }
}

/** Tuesday 24 November. */
export function long(date: string): string {
  const format = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', format).format(new Date(`${date}T12:00Z`)).replace(',', '');
}

export function minutes(clock: string): number {
  const [hours, rest] = clock.split(':').map(Number);
  return hours * 60 + rest;
}

/** "4 h 15", "4 h" or "45 min" in minutes. */
function minutesOf(text: string): number {
  const [, hours, rest] = /^(?:(\d+) h)? ?(\d+)?/.exec(text)!;
  return Number(hours ?? 0) * 60 + Number(rest ?? 0);
}

/** The way from one reading to another around the clock, the short way. */
async function turn(slider: Locator, target: number): Promise<void> {
  const shown = Number(await slider.getAttribute('aria-valuenow'));
  let way = ((target - shown + 2160) % 1440) - 720;
  await slider.focus();
  while (way !== 0) {
    const far = Math.abs(way) >= 30;
    await slider.press(way > 0 ? (far ? 'PageUp' : 'ArrowRight') : far ? 'PageDown' : 'ArrowLeft');
    way -= Math.sign(way) * (far ? 30 : 5);
  }
}

async function drag(page: Page, slider: Locator, target: number): Promise<void> {
  const ring = page.locator('.dial-ring');
  await ring.scrollIntoViewIfNeeded();
  const box = (await ring.boundingBox())!;
  const place = (minute: number) => {
    const angle = (minute / 1440) * 2 * Math.PI;
    const reach = (116 / 280) * box.width;
    return [box.x + box.width / 2 + reach * Math.sin(angle), box.y + box.height / 2 - reach * Math.cos(angle)] as const;
  };
  const [x, y] = place(Number(await slider.getAttribute('aria-valuenow')));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(...place(target), { steps: 8 });
  await page.mouse.up();
}
