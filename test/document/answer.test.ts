/** What is said where nobody answers a question as it was read. */
import { expect, it } from 'vitest';
import { nobodyNotes } from '../../src/document/answer.ts';
import { createLibrary } from '../../src/pack/library.ts';
import { loadPack } from '../../src/pack/load.ts';
import { createSearch } from '../../src/search/engine.ts';
import { compilePack } from '../../src/store/compile.ts';

const pack = compilePack(loadPack('.'));
const search = createSearch(pack);
const library = createLibrary(pack.data);

it.each([
  ['who is against a no-fly zone', 'Nobody in these sources is against it: No-fly zone.'],
  // Somebody else is, or at another time.
  [
    'which experts are against taurus',
    'None of the experts in these sources is against it: Taurus from Germany.',
  ],
  [
    'who is against taurus since 2025',
    'Nobody in these sources is against it: Taurus from Germany (since 2025).',
  ],
  [
    'does richter support ground troops',
    'Nothing in these sources says that Wolfgang Richter is for it: NATO ground troops.',
  ],
])('%s', (question, note) => {
  expect(nobodyNotes(search.find(question), library)[0]).toBe(note);
});
