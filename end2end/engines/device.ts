// A device of one's own in the engine that is tried: a profile on the disk, and a browser over it.
import { mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import type { WebDriver } from 'selenium-webdriver';
import * as firefox from './firefox';
import { Tab } from './tab';
import * as webkit from './webkit';

/** What the browser keeps: as usual, nothing, or at most so many bytes. */
export type Kept = 'as usual' | 'nothing' | number;

export interface Running {
  driver: WebDriver;
  quit(): Promise<void>;
  /** Closes all databases under the open pages, as the browser itself does; what lies on the disk stays. */
  resetStorage?(): Promise<void>;
}

const ENGINES = { firefox, webkit };
export type EngineName = keyof typeof ENGINES;

export class Device {
  private running: Running | undefined;

  private constructor(
    private readonly engine: EngineName,
    readonly folder: string,
    private readonly kept: Kept,
  ) {}

  static async make(engine: EngineName, kept: Kept): Promise<Device> {
    const device = new Device(engine, await mkdtemp(join(tmpdir(), 'askelma-engine-')), kept);
    await Promise.all([device.profile, device.downloads].map((folder) => mkdir(folder)));
    return device;
  }

  private get profile(): string {
    return join(this.folder, 'profile');
  }

  get downloads(): string {
    return join(this.folder, 'downloads');
  }

  /** What the browser and its driver have printed. */
  private get log(): string {
    return join(this.folder, 'log.txt');
  }

  /** Starts the browser. Its tab is empty. */
  async start(): Promise<Tab> {
    const log = await open(this.log, 'a');
    this.running = await ENGINES[this.engine].start(this.profile, this.downloads, this.kept, log.fd);
    await log.close();
    return Tab.present(this.running.driver, process.env.ASKELMA_ADDRESS!);
  }

  async quit(): Promise<void> {
    const { running } = this;
    this.running = undefined;
    await running?.quit();
  }

  async resetStorage(): Promise<void> {
    await this.running!.resetStorage!();
  }

  /** What is on the screen, as a PNG. */
  async picture(): Promise<Buffer | undefined> {
    const picture = await this.running?.driver.takeScreenshot();
    return picture === undefined ? undefined : Buffer.from(picture, 'base64');
  }

  /** Ends it with all that it kept. Returns what was printed. */
  async remove(): Promise<string> {
    await this.quit();
    const printed = await readFile(this.log, 'utf8');
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    return printed;
  }
}

interface Devices {
  engine: EngineName;
  /** Makes a device with an empty profile, gone after the trial. */
  device: (kept?: Kept) => Promise<Device>;
}

export const test = base.extend<Devices>({
  engine: ['firefox', { option: true }],
  device: async ({ engine }, use, info) => {
    const devices: Device[] = [];
    await use(async (kept = 'as usual') => {
      devices.push(await Device.make(engine, kept));
      return devices.at(-1)!;
    });
    for (const [at, device] of devices.entries()) {
      const failed = info.status !== info.expectedStatus;
      const picture = failed ? await device.picture() : undefined;
      if (picture) await writeFile(info.outputPath(`device-${at + 1}.png`), picture);
      const printed = await device.remove();
      if (failed) await writeFile(info.outputPath(`device-${at + 1}.txt`), printed);
    }
  },
});
