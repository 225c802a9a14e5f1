// The first minutes with Askelma, and that they are there the next time.
import { words } from '../pages/visit';
import { test } from './device';
import { begin, mood, MOODS, night, NIGHT, TICKED } from './young';

const say = words('en');

test('a first run, a mood, a tick and a night are there after a reload and the next start', async ({ device }) => {
  const phone = await device();
  const tab = await phone.start();
  await begin(tab);
  await mood(tab, 4);
  await tab.saved();
  await tab.shows(MOODS, 1);
  await tab.press('.tick-row');
  await tab.shows(TICKED, 1);
  await night(tab);
  await tab.allSaved();
  await tab.reload();
  await tab.shows(MOODS, 1);
  await tab.says(MOODS, say('mood_name.four'));
  await tab.shows(TICKED, 1);
  await tab.says(NIGHT, '5 h 30');

  await phone.quit();
  const next = await phone.start();
  await next.open();
  await next.says('h1', 'Aino');
  await next.shows(MOODS, 1);
  await next.says(MOODS, say('mood_name.four'));
  await next.shows(TICKED, 1);
  await next.says(NIGHT, '5 h 30');
});
