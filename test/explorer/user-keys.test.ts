/** A user's keys laid over the table: what they change, and what is refused with a reason. */
import { describe, expect, it } from 'vitest';
import { bindingOf, KEYMAP, type KeyTable } from '../../src/explorer/keymap.ts';
import { type UserKeys, withKeys } from '../../src/explorer/user-keys.ts';
import { drive, makeWorld, typed } from '../support/world.ts';

const table = (keys: UserKeys): KeyTable => {
  const merged = withKeys(KEYMAP, keys);
  if ('problems' in merged) throw new Error(merged.problems.join('\n'));
  return merged;
};
const problems = (keys: UserKeys): string[] => {
  const merged = withKeys(KEYMAP, keys);
  return 'problems' in merged ? merged.problems : [];
};

describe('keys of a user', () => {
  it('take the place of those of the table, in all that is shown as well', () => {
    const world = makeWorld(undefined, { keymap: table({ quit: ['Q'], down: ['z', 'down'] }) });
    const d = drive('80x24', ['q'], world);
    expect(d.effects).toEqual([]);
    expect(d.rows.at(-1)).toContain('Q quit');
    expect(d.press('g', 'z').selected).toMatch(/^▸ 12 /);
    expect(d.press('j').selected).toMatch(/^▸ 12 /);
    expect(d.press('Q').effects).toEqual([{ kind: 'quit', code: 0 }]);
  });

  it('may trade places', () => {
    const merged = table({ copy: ['Y'], 'copy-address': ['y'] });
    expect(bindingOf(merged, 'copy').keys).toEqual(['Y']);
    expect(bindingOf(merged, 'copy-address').keys).toEqual(['y']);
  });

  it('may mean something else at one view, as those of the table do', () => {
    expect(problems({ sort: ['m'] })).toEqual([]);
  });

  it('take a key from what it means by itself, which the palette still does', () => {
    const merged = table({ matrix: ['e', 'j'] });
    expect(bindingOf(merged, 'edit').keys).toEqual([]);
    expect(bindingOf(merged, 'down').keys).toEqual(['down', 'ctrl-n']);
    const d = drive('80x24', ['e'], makeWorld(undefined, { keymap: merged }));
    expect(d.place.view).toBe('matrix');
    expect(drive('80x24', ['ctrl-k', typed('editor')], d.world).screen).toContain('in your editor');
    const waiting = drive('200x50', ['w'], d.world);
    expect(waiting.rows.at(-1)).toContain('+ accept  - reject');
  });

  it('leave the table as it is where there are none', () => {
    expect(withKeys(KEYMAP, {})).toEqual(KEYMAP);
  });

  it.each<[UserKeys, string]>([
    [{ opne: ['o'] }, 'there is no action "opne"; did you mean "open"?'],
    [{ constructor: ['o'] }, 'there is no action "constructor"'],
    [{ matrix: ['j'], people: ['j'] }, '"j" is bound twice: to "matrix" and to "people"'],
    [{ matrix: ['enter'] }, '"enter" is bound twice: to "open" and to "matrix"'],
    [{ matrix: ['ctrl-c'] }, '"ctrl-c" is bound twice'],
    [{ matrix: ['ctrl-k', ':'] }, 'is bound twice'],
    [{ matrix: ['mm'] }, '"mm" is no key (matrix)'],
    [{ matrix: ['constructor'] }, '"constructor" is no key (matrix)'],
    [{ open: ['o'] }, '"open" needs a key that types no text'],
    [{ interrupt: ['x'] }, 'Ctrl-C always ends the program (interrupt)'],
  ])('%j are refused: %s', (keys, problem) => {
    expect(problems(keys).join('\n')).toContain(problem);
  });
});
