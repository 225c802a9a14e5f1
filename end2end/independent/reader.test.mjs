import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { crc32 } from 'node:zlib';
import { fold, inflate, openFile, sealedFromParts, summaryOf, unseal } from './reader.mjs';

const files = ['summary-1.json', 'summary-path-1.json'];
const read = async (name) => {
  const file = new URL(`../../crates/exchange/vectors/${name}`, import.meta.url);
  return JSON.parse(await readFile(file, 'utf8')).vectors;
};
const vectors = (await Promise.all(files.map(read))).flat();
const bytes = (hex) => new Uint8Array(Buffer.from(hex, 'hex'));
const hex = (array) => Buffer.from(array).toString('hex');

assert.equal(vectors.length, 5);

/** Of the path what the vectors name. */
function paths(summary) {
  const steps = summary.steps?.rows ?? [];
  const tries = summary.tries?.rows ?? [];
  return {
    paths: steps.map((row) => row.path).filter((title) => title !== null),
    steps: steps.map((row) => [row.title, row.standing]),
    tries: tries.map((row) => [
      row.day, row.step, row.outcome, row.guess, row.hardest, row.helped, row.found_out,
    ]),
  };
}

for (const vector of vectors) {
  test(`${vector.name}: the seal opens`, async () => {
    assert.equal(hex(await unseal(bytes(vector.sealed), vector.words_typed)), vector.deflated);
  });

  test(`${vector.name}: the message unfolds`, () => {
    assert.equal(hex(inflate(bytes(vector.deflated))), vector.message);
  });

  test(`${vector.name}: says what it should`, async () => {
    const summary = summaryOf(await openFile(bytes(vector.sealed), vector.words));
    const expected = vector.summary;
    assert.equal(summary.name, expected.name);
    assert.equal(summary.from, expected.from);
    assert.equal(summary.to, expected.to);
    const column = (part, name) => summary[part]?.rows.map((row) => row[name]) ?? null;
    assert.deepEqual(column('moods', 'day'), expected.mood_days);
    assert.deepEqual(column('moods', 'mood'), expected.moods);
    assert.deepEqual(column('school', 'attended_min'), expected.attended_min);
    assert.equal(summary.notes?.rows[0].note ?? null, expected.first_note);
    assert.deepEqual(paths(summary), {
      paths: expected.paths ?? [],
      steps: expected.steps ?? [],
      tries: expected.tries ?? [],
    });
  });

  test(`${vector.name}: the parts come together, plain and mixed`, () => {
    const parts = vector.ur_parts;
    assert.equal(hex(sealedFromParts(parts)), vector.sealed);
    assert.equal(hex(sealedFromParts([vector.text])), vector.sealed);
    // Without the first plain parts the mixed ones have to stand in.
    if (parts.length > 4) assert.equal(hex(sealedFromParts(parts.slice(2))), vector.sealed);
  });

  test(`${vector.name}: wrong words and changed bytes are told apart`, async () => {
    const sealed = bytes(vector.sealed);
    await assert.rejects(openFile(sealed, `${vector.words} x`), { kind: 'not-opened' });
    const changed = sealed.slice();
    changed[60] ^= 1;
    await assert.rejects(openFile(changed, vector.words), { kind: 'damaged' });
    // A changed salt with a CRC that fits: intact, but the header is authenticated.
    changed.set(sealed);
    changed[12] ^= 1;
    new DataView(changed.buffer).setUint32(0, crc32(changed.subarray(4)));
    await assert.rejects(openFile(changed, vector.words), { kind: 'not-opened' });
    await assert.rejects(openFile(bytes('00'.repeat(80)), vector.words), { kind: 'not-ours' });
  });
}

test('words fold to one spelling', () => {
  for (const typed of ['talo neva soli', ' TALO-neva,\n soli. ', 'tälo névå sølı']) {
    assert.equal(fold(typed), 'talo neva soli');
  }
});
