/** A user's keys laid over the key table. */
import { nearest } from '../pack/nearest.ts';
import { type Binding, contextsIn, isTyped, type KeyTable, keyLabel } from './keymap.ts';

/** Keys by action, as a user writes them: `{ open: ['o', 'enter'] }`. They take the place of the table's. */
export type UserKeys = Readonly<Record<string, readonly string[]>>;

const NAMED_KEY =
  /^((ctrl|alt|shift)-)*(up|down|left|right|home|end|pageup|pagedown|enter|escape|tab|space|backspace|delete|insert|f\d{1,2})$/;
const letterKey = () => /^((ctrl|alt)-)?[^\s\p{C}]$/u;

/**
 * The table with a user's keys in it. A user's key takes the place of what it means by itself, as
 * long as that can still be done, be it from the palette.
 *
 * @returns the table, or what is wrong with the keys, a sentence each
 */
export function withKeys(table: KeyTable, userKeys: UserKeys): KeyTable | { problems: string[] } {
  const wanted = new Map(Object.entries(userKeys));
  const known = new Map(table.map((binding) => [binding.id as string, binding]));
  const problems = [...wanted].flatMap(([id, keys]) => {
    const binding = known.get(id);
    if (!binding) return [unknownAction(id, known)];
    return keysProblems(binding, keys);
  });
  const taken = table.filter(({ id }) => wanted.has(id));
  const merged = table.map((binding) => ({
    ...binding,
    keys: wanted.get(binding.id) ?? keysLeft(binding, taken, wanted),
  }));
  if (problems.length === 0) problems.push(...takenTwice(merged, wanted));
  return problems.length > 0 ? { problems } : merged;
}

/** Its keys without those that a user gave to another action there, if it can be done without them. */
function keysLeft(
  binding: Binding,
  taken: readonly Binding[],
  wanted: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const contexts = contextsIn(binding);
  const others = taken
    .filter((other) => contextsIn(other).some((context) => contexts.includes(context)))
    .flatMap(({ id }) => wanted.get(id) ?? []);
  const left = binding.keys.filter((key) => !others.includes(key));
  const isInPalette = contexts.every((one) => !UNDER_PALETTE.includes(one));
  const isReached = left.length > 0 || (isInPalette && !NOT_IN_PALETTE.includes(binding.id));
  return isReached && keysProblems(binding, left).length === 0 ? left : binding.keys;
}

/** Where the palette is not at hand, and what it does not offer. */
const UNDER_PALETTE: readonly string[] = ['field', 'overlay', 'empty-line', 'small'];
const NOT_IN_PALETTE: readonly string[] = ['palette', 'rung'];

function unknownAction(id: string, known: ReadonlyMap<string, Binding>): string {
  const [near] = nearest(id, known.keys(), 1);
  return `there is no action "${id}"${near ? `; did you mean "${near}"?` : ''}`;
}

function keysProblems({ id, keys: before, in: contexts = [] }: Binding, keys: readonly string[]) {
  const problems = keys
    .filter((key) => !NAMED_KEY.test(key) && !letterKey().test(key))
    .map((key) => `"${key}" is no key (${id}); keys are such as j, G, f1, enter, ctrl-k, pagedown`);
  if (id === 'interrupt' && !before.every((key) => keys.includes(key))) {
    problems.push(
      `${before.map((key) => keyLabel(key)).join(', ')} always ends the program (${id})`,
    );
  }
  // Where text is typed, a letter would be typed.
  if (contexts.includes('field') && keys.every(isTyped)) {
    problems.push(`"${id}" needs a key that types no text, for the lines one types in`);
  }
  return problems;
}

/** Keys that would mean two things in one place; a key of a view may well have a general meaning, too. */
function takenTwice(table: KeyTable, wanted: ReadonlyMap<string, readonly string[]>): string[] {
  const problems: string[] = [];
  for (const [index, one] of table.entries()) {
    for (const other of table.slice(index + 1)) {
      if (!wanted.has(one.id) && !wanted.has(other.id)) continue;
      if (!contextsIn(one).some((context) => contextsIn(other).includes(context))) continue;
      const key = one.keys.find((key) => other.keys.includes(key));
      if (key) problems.push(`"${key}" is bound twice: to "${one.id}" and to "${other.id}"`);
    }
  }
  return problems;
}
