// A host of one's own for a journey that needs another bundle than the one in dist/, or one that
// changes while a tab is open.
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

export interface Host {
  /** The address of the app, with a slash at the end. */
  address: string;
  /** Ends it; once is enough. */
  stop(): Promise<void>;
}

/** Serves the bundle in `folder` on a port of its own. */
export async function host(folder: string): Promise<Host> {
  const program = process.env.ASKELMA_XTASK;
  if (!program) throw new Error('journeys are run by `cargo xtask journeys`');
  for (let tries = 0; tries < 5; tries += 1) {
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    const child = spawn(program, ['serve', '--from', folder, '--port', String(port)]);
    const address = await new Promise<string | undefined>((resolve) => {
      let said = '';
      child.stdout.on('data', (text) => {
        said += text;
        const found = /Askelma is at (\S+)/.exec(said);
        if (found) resolve(found[1]);
      });
      child.on('exit', () => resolve(undefined));
    });
    if (address) {
      return {
        address,
        stop: () =>
          new Promise((resolve) => {
            if (child.exitCode !== null || child.signalCode !== null) return resolve();
            child.on('exit', () => resolve());
            child.kill();
          }),
      };
    }
  }
  throw new Error('no port could be opened');
}

/** One origin with two bundles: the one at `/`, and below its own base the other. */
export async function oneOrigin(atRoot: Host, below: Host): Promise<Host & { below: string }> {
  const base = new URL(below.address).pathname;
  const server = createServer((incoming, answer) => {
    const path = incoming.url ?? '/';
    const site = path.startsWith(base) ? below : atRoot;
    const asked = request(new URL(path, site.address), { method: incoming.method, headers: incoming.headers });
    asked.on('response', (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    asked.on('error', () => answer.destroy());
    incoming.pipe(asked);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
  return {
    address,
    below: new URL(base, address).href,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A copy of the bundle in dist/ that a journey may change. */
export async function copyOfDist(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'askelma-'));
  await cp(process.env.ASKELMA_DIST ?? '../dist', folder, { recursive: true });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * Turns the bundle in `folder` into the next build: same code, another name, and one data file of
 * another content and so of another name. Returns the builds' names, and the file's of before.
 */
export async function nextBuild(folder: string): Promise<{ old: string; next: string; gone: string }> {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const old = /name="askelma-build" content="([0-9a-f]+)"/.exec(page)?.[1];
  if (!old) throw new Error('the page does not say which build it is');
  const next = [...old].reverse().join('');
  const [gone, hash] = /data\/licences-([0-9a-f]{16})\.json/.exec(page) ?? [];
  if (!gone) throw new Error('the page names no list of licences');
  const came = gone.replace(hash, [...hash].reverse().join(''));
  await writeFile(join(folder, came), `${await readFile(join(folder, gone), 'utf8')}\n`);
  await rm(join(folder, gone));
  for (const name of ['index.html', '404.html', 'sw.js']) {
    const text = await readFile(join(folder, name), 'utf8');
    if (!text.includes(old)) throw new Error(`${name} does not name its build`);
    await writeFile(join(folder, name), text.replaceAll(old, next).replaceAll(gone, came));
  }
  return { old, next, gone };
}

/** Puts the bundle from before shards had schema 2 in the place of the one in `folder`. */
export async function becomeTheAppOfBefore(folder: string): Promise<void> {
  const zip = new URL('../fixtures/before-schema-2.zip', import.meta.url);
  await rm(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(unzipSync(await readFile(zip)))) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
}
