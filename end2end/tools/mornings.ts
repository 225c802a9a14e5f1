// Where the four weeks that were logged by hand lie: the browser profile and the plain log.
import { test } from '@playwright/test';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from './log';

export interface Mornings {
  log: Log;
  from: string;
  to: string;
}

/** The folder of the profile and the file of the log; each port has its own. */
export function mornings(): { folder: string; file: string } {
  const { port } = new URL(test.info().project.use.baseURL!);
  const folder = join(tmpdir(), `askelma-mornings-${port}`);
  return { folder, file: `${folder}.json` };
}

export async function keepLog(kept: Mornings): Promise<void> {
  await writeFile(mornings().file, JSON.stringify(kept, null, 2));
}

/** The log, and a copy of the profile that a journey may change. */
export async function afterMornings(): Promise<Mornings & { profile: string }> {
  const { folder, file } = mornings();
  const profile = await mkdtemp(join(tmpdir(), 'askelma-young-'));
  await cp(folder, profile, { recursive: true });
  return { ...JSON.parse(await readFile(file, 'utf8')), profile };
}
