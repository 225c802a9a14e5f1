// The first visit beside an empty Leptos app's: Lighthouse's mobile preset, a fresh browser for each
// run, turn by turn. Two addresses as arguments: ours, and the empty app's. Asserts nothing.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const RUNS = 5;
const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic'];

const chromium = async () => (await import('@playwright/test')).chromium.executablePath();

// Lighthouse now and then misses the beginning of its own recording, and asks to be run again.
async function visit(address, tries = 3) {
  try {
    return await visitOnce(address);
  } catch (error) {
    if (tries === 1 || !error.message.includes('run Lighthouse again')) throw error;
    console.log(error.message);
    return visit(address, tries - 1);
  }
}

async function visitOnce(address) {
  const chromePath = process.env.ASKELMA_CHROMIUM ?? (await chromium());
  const chrome = await launch({ chromePath, chromeFlags: FLAGS });
  try {
    const { lhr } = await lighthouse(address, { port: chrome.port, onlyCategories: ['performance'] });
    const { score } = lhr.categories.performance;
    if (lhr.runtimeError || score === null) {
      throw new Error(`${address} could not be measured: ${lhr.runtimeError?.message ?? 'no score'}`);
    }
    const number = (audit) => lhr.audits[audit].numericValue;
    return {
      score,
      lcp: number('largest-contentful-paint'),
      tbt: number('total-blocking-time'),
      cls: number('cumulative-layout-shift'),
    };
  } finally {
    chrome.kill();
  }
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const [ourAddress, emptyAddress] = process.argv.slice(2);
const runs = { ours: [], empty: [] };
for (let run = 1; run <= RUNS; run += 1) {
  for (const [which, address] of Object.entries({ ours: ourAddress, empty: emptyAddress })) {
    const one = await visit(address);
    runs[which].push(one);
    const { score, lcp, tbt, cls } = one;
    console.log(`${run} ${which.padEnd(5)} LCP ${lcp.toFixed(0)} ms, score ${score}, TBT ${tbt.toFixed(0)} ms, CLS ${cls.toFixed(3)}`);
  }
}

const of = (what) => ['ours', 'empty'].map((which) => median(runs[which].map((one) => one[what])));
const ratio = (ours, empty) => (empty === 0 ? '' : (ours / empty).toFixed(2));
const [lcp, score, tbt, cls] = ['lcp', 'score', 'tbt', 'cls'].map(of);
const rows = [
  [`median of ${RUNS}`, 'ours', 'empty', 'ratio', 'aim', ''],
  ['largest contentful paint, ms', ...lcp.map((ms) => ms.toFixed(0)), ratio(...lcp), '≤ 0.7 ×', lcp[0] <= 0.7 * lcp[1]],
  // Scores have two decimals; their difference has more.
  ['performance', ...score.map((one) => one.toFixed(2)), ratio(...score), 'within 0.02', score[1] - score[0] < 0.0201],
  ['total blocking time, ms', ...tbt.map((ms) => ms.toFixed(0)), ratio(...tbt), '≤ 1.5 × + 50 ms', tbt[0] <= 1.5 * tbt[1] + 50],
  ['cumulative layout shift', ...cls.map((shift) => shift.toFixed(3)), '', '0', cls[0] === 0],
].map(([what, ours, empty, times, aim, holds]) => {
  const said = { true: 'holds', false: 'does not hold' }[holds] ?? '';
  return [what, ours, empty, times, aim, said];
});
const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
console.log();
for (const cells of rows) console.log(cells.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd());
