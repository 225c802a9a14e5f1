// Files as the format has them, made without a line of Askelma's code, so that they can also be
// what Askelma would never make.
import { createRequire } from 'node:module';
import { randomBytes } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';

// The packages of the independent reader, found from where it stands.
const beside = createRequire(new URL('../independent/reader.mjs', import.meta.url));
const cborgFile = new URL('../independent/node_modules/cborg/cborg.js', import.meta.url).href;

const DAY_MS = 86_400_000;

export interface Message {
  name?: string;
  /** Moods of the last days, one a day, the last of them today. */
  moods?: number[];
  note?: string;
  /** What happened in a good moment. */
  moment?: string;
}

function part(rows: number, columns: [number, unknown[]][]): Map<number, unknown> {
  // The first row is on the first date, every other one day later.
  const days = Array.from({ length: rows }, (_, row) => Math.min(row, 1));
  return new Map<number, unknown>([[0, rows], [2, days], ...columns]);
}

/** A summary as CBOR. */
export async function aMessage(message: Message = {}): Promise<Uint8Array> {
  const cborg = await import(cborgFile);
  const moods = message.moods ?? [3, 2, 4, 5];
  const today = Math.floor(Date.now() / DAY_MS);
  const body = new Map<number, unknown>([
    [0, new Uint8Array(randomBytes(16))],
    [1, [Math.floor(Date.now() / 1000), 120]],
    [2, today - moods.length + 1],
    [3, today],
    [4, message.name ?? 'Aino'],
    [10, part(moods.length, [[3, moods.map(() => 8 * 60)], [4, moods]])],
  ]);
  if (message.note) body.set(11, part(1, [[3, [8 * 60]], [4, [message.note]]]));
  body.set(15, part(1, [[3, [2]], [5, [message.moment ?? 'Stayed at the gate until the bell.']]]));
  return cborg.encode([1, 1, body]);
}

/** Seals bytes with words. */
export async function seal(message: Promise<Uint8Array> | Uint8Array, words: string): Promise<Buffer> {
  const sodium = beside('libsodium-wrappers-sumo');
  await sodium.ready;
  const [salt, nonce] = [randomBytes(16), randomBytes(24)];
  const header = Buffer.concat([Buffer.from('ASKL'), Buffer.from([1, 1]), salt, nonce]);
  const key = sodium.crypto_pwhash(
    32, words, salt, 3, 64 * 1024 * 1024, sodium.crypto_pwhash_ALG_ARGON2ID13,
  );
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    deflateRawSync(await message), header, null, nonce, key,
  );
  return checked(Buffer.concat([Buffer.alloc(4), header, sealed]));
}

/** The same bytes with the checksum that belongs to them. */
export function checked(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt32BE(crc32(copy.subarray(4)), 0);
  return copy;
}

/** The same bytes with one of them changed. */
export function altered(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] ^= 0x5a;
  return copy;
}
