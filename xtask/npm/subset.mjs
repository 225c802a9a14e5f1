// Cuts a variable font down to the characters and weights the app uses.
// node subset.mjs IN.woff2 OUT.woff2 CHARACTERS
import { readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

const [input, output, characters] = process.argv.slice(2);
const subset = await subsetFont(await readFile(input), characters, {
  targetFormat: 'woff2',
  variationAxes: { wght: { min: 400, max: 700, default: 400 } },
});
await writeFile(output, subset);
