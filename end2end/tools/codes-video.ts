// Codes that Askelma did not draw, for the fake camera: made from any text by another library.
import qrcode from 'qrcode-generator';
import { readFile } from 'node:fs/promises';

/** A QR code of a text, as an SVG: dark on light, or with its colours turned. */
export function drawCode(text: string, [dark, light] = ['#000', '#fff']): Buffer {
  const code = qrcode(0, 'L');
  code.addData(text, /^[0-9A-Z $%*+\-./:]+$/.test(text) ? 'Alphanumeric' : 'Byte');
  code.make();
  const side = code.getModuleCount();
  let path = '';
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) if (code.isDark(y, x)) path += `M${x + 4} ${y + 4}h1v1h-1z`;
  }
  const size = side + 8;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="${light}"/><path fill="${dark}" d="${path}"/></svg>`;
  return Buffer.from(svg);
}

export interface Sent {
  name: string;
  words: string;
  parts: string[];
  /** The same as one text, for a file. */
  text: string;
}

/** Messages whose bytes are fixed in the format's vectors, the one with that many parts. */
export async function sent(parts: number): Promise<Sent> {
  const file = new URL('../../crates/exchange/vectors/summary-1.json', import.meta.url);
  const { vectors } = JSON.parse(await readFile(file, 'utf8'));
  for (const { ur_parts, words, summary, text } of vectors) {
    const count = Number(/\/\d+-(\d+)\//.exec(ur_parts[0])?.[1] ?? 1);
    if (count === parts) return { name: summary.name, words, parts: ur_parts, text };
  }
  throw new Error(`no vector has ${parts} parts`);
}

/** A part with two letters of its body changed: its checksum does not fit any more. */
export function spoiled(part: string): string {
  const at = part.length - 20;
  const other = part.slice(at, at + 2) === 'AE' ? 'AD' : 'AE';
  return part.slice(0, at) + other + part.slice(at + 2);
}

/** A part that says it is one of that many. */
export function announcing(part: string, count: number): string {
  return part.replace(/\/\d+-\d+\//, `/1-${count}/`);
}
