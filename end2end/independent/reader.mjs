// Reads Askelma's exchange format by docs/exchange-format.md alone: no line of Askelma's code.
//
//   openFile(bytes, words)  sealed bytes → the message as a plain object
//   sealedFromParts(texts)  texts of codes, in any order → sealed bytes
//   summaryOf(message)      the message's columns as rows under their names
//
// By hand: node reader.mjs FILE.askelma "five words as typed"

import { readFile } from 'node:fs/promises';
import { crc32, inflateRawSync } from 'node:zlib';
import { pathToFileURL } from 'node:url';
import { URDecoder } from '@ngraveio/bc-ur';
import * as cborg from 'cborg';
import sodium from 'libsodium-wrappers-sumo';

const MOST_SEALED = 4 * 1024 * 1024;
const MOST_INFLATED = 16 * 1024 * 1024;
const HEADER_START = 4;
const SALT_START = 10;
const NONCE_START = 26;
const HEADER_END = 50;
const TAG_LENGTH = 16;

/** An error whose `kind` is one of the names in the format's chapter on errors. */
export class ReadError extends Error {
  constructor(kind) {
    super(kind);
    this.kind = kind;
  }
}

/** Words as they are hashed: lower case, no accents, one blank between words. */
export function fold(typed) {
  const letters = typed.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const plain = letters.replaceAll('æ', 'a').replaceAll('ø', 'o').replaceAll('ı', 'i');
  return plain.replace(/[^a-z0-9]+/g, ' ').trim();
}

function check(sealed) {
  if (Buffer.from(sealed.subarray(4, 8)).toString('latin1') !== 'ASKL') throw new ReadError('not-ours');
  if (sealed.length > MOST_SEALED) throw new ReadError('too-large');
  const announced = new DataView(sealed.buffer, sealed.byteOffset).getUint32(0);
  if (announced !== crc32(sealed.subarray(HEADER_START))) throw new ReadError('damaged');
  if (sealed[8] !== 1 || sealed[9] !== 1) throw new ReadError('newer');
  if (sealed.length < HEADER_END + TAG_LENGTH) throw new ReadError('damaged');
}

/** The deflated message inside sealed bytes. */
export async function unseal(sealed, words) {
  check(sealed);
  await sodium.ready;
  const key = sodium.crypto_pwhash(
    32,
    fold(words),
    sealed.slice(SALT_START, NONCE_START),
    3,
    64 * 1024 * 1024,
    sodium.crypto_pwhash_ALG_ARGON2ID13,
  );
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      sealed.slice(HEADER_END),
      sealed.slice(HEADER_START, HEADER_END),
      sealed.slice(NONCE_START, HEADER_END),
      key,
    );
  } catch {
    throw new ReadError('not-opened');
  }
}

/** The message's bytes inside the deflated ones. */
export function inflate(deflated) {
  try {
    return inflateRawSync(deflated, { maxOutputLength: MOST_INFLATED });
  } catch (error) {
    throw new ReadError(error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged');
  }
}

/** The message as CBOR says it: `[schema, kind, Map]`. */
export function decodeMessage(bytes) {
  const message = cborg.decode(bytes, { useMaps: true, rejectDuplicateMapKeys: true });
  if (message[0] !== 1 || message[1] !== 1) throw new ReadError('newer');
  return message;
}

/** Sealed bytes and words to the message. */
export async function openFile(bytes, words) {
  return decodeMessage(inflate(await unseal(new Uint8Array(bytes), words)));
}

/** Texts of codes, in any order, to sealed bytes. */
export function sealedFromParts(texts) {
  const decoder = new URDecoder();
  for (const text of texts) decoder.receivePart(text);
  if (!decoder.isComplete() || !decoder.isSuccess()) throw new ReadError('damaged');
  const ur = decoder.resultUR();
  if (ur.type !== 'askelma') throw new ReadError('not-ours');
  return new Uint8Array(cborg.decode(new Uint8Array(ur.cbor)));
}

const COLUMNS = {
  moods: [10, { 3: 'clock_min', 4: 'mood', 5: 'energy', 6: 'worry', 7: 'feelings', 8: 'body' }],
  notes: [11, { 3: 'clock_min', 4: 'note' }],
  nights: [12, {
    3: 'tried_clock_min', 4: 'lasted_min', 5: 'fall_asleep_min', 6: 'awakenings', 7: 'awake_min',
    8: 'bed_before_min', 9: 'bed_after_min', 10: 'quality', 11: 'estimate',
  }],
  routine: [13, { 3: 'due', 4: 'done', 5: 'some' }],
  school: [14, { 3: 'planned_min', 4: 'mode', 5: 'attended_min' }],
  moments: [15, { 3: 'strengths', 4: 'own_strengths', 5: 'words', 6: 'gift_from' }],
  steps: [16, { 3: 'path', 4: 'why', 5: 'title', 6: 'standing', 7: 'guess', 8: 'with_whom' }],
  tries: [23, {
    3: 'clock_min', 4: 'step', 5: 'outcome', 6: 'guess', 7: 'hardest', 8: 'after', 9: 'helped',
    10: 'thought', 11: 'found_out', 12: 'note',
  }],
};

// A list column that is left out is a list without entries in every row.
const LISTS = new Set(['own_strengths', 'helped']);

const MASKS = new Set(['feelings', 'body', 'strengths']);

function dateOf(number) {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

function codesOf(mask) {
  const bits = BigInt(mask ?? 0).toString(2);
  return [...bits].reverse().flatMap((bit, code) => (bit === '1' ? [code] : []));
}

function rowsOf(part, from, names) {
  const rows = [];
  let day = from;
  for (let row = 0; row < part.get(0); row += 1) {
    // Steps have no date.
    day += part.get(2)?.[row] ?? 0;
    const cells = part.has(2) ? { day: dateOf(day) } : {};
    for (const [key, name] of Object.entries(names)) {
      const cell = part.get(Number(key))?.[row] ?? (LISTS.has(name) ? [] : null);
      cells[name] = MASKS.has(name) ? codesOf(cell) : cell;
    }
    rows.push(cells);
  }
  return { meeting: part.get(1) === 1, rows };
}

/** The message's columns as rows under their names; a part that is not there stays away. */
export function summaryOf([, , body]) {
  const summary = {
    id: Buffer.from(body.get(0)).toString('hex'),
    made_at: body.get(1),
    from: dateOf(body.get(2)),
    to: dateOf(body.get(3)),
    name: body.get(4),
  };
  if (body.has(5)) summary.purpose = body.get(5);
  if (body.has(6)) summary.keep_until = dateOf(body.get(6));
  for (const [name, [key, columns]] of Object.entries(COLUMNS)) {
    if (body.has(key)) summary[name] = rowsOf(body.get(key), body.get(2), columns);
  }
  return summary;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , path, ...words] = process.argv;
  const message = await openFile(await readFile(path), words.join(' '));
  console.log(JSON.stringify(summaryOf(message), null, 2));
}
