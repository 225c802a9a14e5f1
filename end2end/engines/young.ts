// A young person's first minutes, as taps.
import { words } from '../pages/visit';
import type { Tab } from './tab';

const say = words('en');

/** The check-ins of the day that is shown. */
export const MOODS = 'main a[href*="/mood/"]';
export const TICKED = '.tick-row[aria-pressed="true"]';
export const NIGHT = '.pair .button-night';

/** Opens the app and goes through the first run, up to Today. */
export async function begin(tab: Tab, name = 'Aino'): Promise<void> {
  await tab.open();
  await firstRun(tab, name);
}

/** From the first question up to Today. */
export async function firstRun(tab: Tab, name = 'Aino'): Promise<void> {
  await tab.button('welcome.young');
  await tab.type('welcome.name_field', name);
  await tab.button('welcome.next');
  await tab.link('begin.mood');
  await tab.find('.face-button');
}

/** Taps the n-th face from the heaviest (1) to the lightest (5). */
export async function mood(tab: Tab, which: number): Promise<void> {
  await tab.press('main .face-button', '', which - 1);
}

/** A night that has ended at every hour that the trials may run at. */
export async function night(tab: Tab): Promise<void> {
  await tab.press('.pair a[href$="/night"]');
  await tab.find('h1', say('night.title'));
  await tab.type('night.tried', '22:00');
  await tab.type('night.woke', '3:30');
  await tab.says('.dial-number', '5 h 30');
  await tab.button('app.save');
  await tab.says(NIGHT, '5 h 30');
}
