// A share as a locked file, from one device to another.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { routes } from '../pages/routes';
import { words } from '../pages/visit';
import { test } from './device';
import { begin, mood, night } from './young';

const say = words('en');

test('a share is saved as a file, and a worker opens it with the five words', async ({ device }) => {
  const phone = await device();
  const tab = await phone.start();
  await begin(tab);
  await mood(tab, 4);
  await night(tab);
  await tab.allSaved();
  await tab.open(routes.share);
  await tab.button('share.preview');
  await tab.button('share.go_on');
  const list = `[aria-label="${say('share.words_list')}"] li`;
  await tab.shows(list, 5);
  const fiveWords = (await tab.texts(list)).join(' ');
  await tab.button('share.save_file');
  await tab.find('h1', say('share.done_title'));
  const saved = async () => readdir(phone.downloads);
  await expect.poll(saved, { timeout: 20_000 }).toEqual([expect.stringMatching(/^askelma-[\d-]{10}\.askelma$/)]);
  const [name] = await saved();

  const desk = await (await device()).start();
  await desk.open();
  await desk.button('welcome.worker');
  await desk.button('welcome.name_skip');
  await desk.find('h1', say('cases.title'));
  await desk.open(routes.receive);
  await desk.choose(join(phone.downloads, name));
  await desk.type('receive.words_field', fiveWords);
  await desk.button('receive.open');
  await desk.find('h1', say('receive.whose').replace('{name}', 'Aino'));
  await desk.button('receive.keep');
  await desk.find('h1', 'Aino');
  await desk.find('.stat-card');
  await desk.reload();
  await desk.find('h1', 'Aino');
});
