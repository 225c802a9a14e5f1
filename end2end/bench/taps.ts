// From a tap to its frame, under a slower processor, as the browser's own event timing tells it.
import type { CDPSession, Locator, Page } from '@playwright/test';

/** How many times slower the processor is while a tap is timed. */
export const SLOWER = 4;
/** The shortest that event timing tells of; a faster tap counts as this long. */
const SHORTEST_MS = 16;

/** A page whose taps are timed. */
export class Taps {
  private constructor(
    private readonly page: Page,
    private readonly devtools: CDPSession,
  ) {}

  /** Times the taps on what fits `selector` in `page` from now on. */
  static async on(page: Page, selector: string): Promise<Taps> {
    await page.evaluate(
      ([selector, shortest]) => {
        const durations: number[] = [];
        Object.assign(window, { durations });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as PerformanceEventTiming[]) {
            const fits = (entry.target as Element | null)?.closest?.(selector);
            if (entry.name === 'click' && fits) durations.push(entry.duration);
          }
        }).observe({ type: 'event', durationThreshold: shortest, buffered: false } as PerformanceObserverInit);
      },
      [selector, SHORTEST_MS] as const,
    );
    return new Taps(page, await page.context().newCDPSession(page));
  }

  /** Taps, slowed down until `done`. */
  async tap(button: Locator, done: () => Promise<unknown>): Promise<void> {
    await this.devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await button.tap();
    await done();
    await this.devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  }

  /** Milliseconds of `count` taps. */
  async durations(count: number): Promise<number[]> {
    const slow: number[] = await this.page.evaluate(
      () => (window as unknown as { durations: number[] }).durations,
    );
    return [...slow, ...Array(Math.max(0, count - slow.length)).fill(SHORTEST_MS)];
  }
}
