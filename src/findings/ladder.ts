/** The ladder: scenarios in its order, who is heard on each, and which is most contested. */
import type { Library, Side } from '../pack/library.ts';
import { once } from '../pack/once.ts';
import type { Scenario } from '../pack/schema.ts';
import { heardOn, type VoiceCount } from './voices.ts';

/** How a kind of a scenario hangs below it: there are more, or it is the last one. */
export type Tie = 'more' | 'last';

/** A scenario on the ladder; `tie` where it is a kind of one above. */
export type Rung = { scenario: Scenario; tie?: Tie };

/** The highest rung first, but every kind of a scenario right below that one. */
export function ladderRungs(scenarios: readonly Scenario[]): Rung[] {
  const byRung = scenarios.toSorted((a, b) => b.rung - a.rung);
  const ids = new Set(byRung.map(({ id }) => id));
  const kinds = new Map<string, Scenario[]>();
  const isKind = ({ variantOf }: Scenario) => variantOf !== undefined && ids.has(variantOf);
  for (const one of byRung.filter(isKind)) {
    const parent = one.variantOf as string;
    kinds.set(parent, [...(kinds.get(parent) ?? []), one]);
  }
  const rungs = new Map<string, Rung>();
  const add = (scenario: Scenario, tie?: Tie): void => {
    if (rungs.has(scenario.id)) return;
    rungs.set(scenario.id, { scenario, ...(tie && { tie }) });
    const own = kinds.get(scenario.id) ?? [];
    for (const [index, kind] of own.entries()) add(kind, index + 1 < own.length ? 'more' : 'last');
  };
  for (const one of byRung) if (!isKind(one)) add(one);
  // Two that are called kinds of each other hang below nothing.
  for (const one of byRung) add(one);
  return [...rungs.values()];
}

/** The scenarios in the order of the ladder. */
export function ladderOrder(scenarios: readonly Scenario[]): Scenario[] {
  return ladderRungs(scenarios).map(({ scenario }) => scenario);
}

/** How many voices a bar of the ladder stands for at most: `open` is possible and expected. */
export type MostVoices = { opposes: number; favours: number; doubts: number; open: number };

/** Voices on the sides of a scenario, and how many people that are over all of them. */
export type RungVoices = VoiceCount & { all: number };

/** Who is heard on the rungs. */
type LadderVoices = { on: ReadonlyMap<string, RungVoices>; most: MostVoices };

/** The sides that are drawn: those of somebody who takes a position. */
export type BarSide = Exclude<Side, 'none'>;
const TAKEN: readonly BarSide[] = ['favours', 'opposes', 'expects', 'possible', 'doubts'];

const known = new WeakMap<Library, () => LadderVoices>();

/** The voices on every rung, counted once for a pack. */
export function ladderVoices(library: Library): LadderVoices {
  let counted = known.get(library);
  if (!counted) {
    counted = once(() => countVoices(library));
    known.set(library, counted);
  }
  return counted();
}

function countVoices(library: Library): LadderVoices {
  const on = new Map<string, RungVoices>();
  const most = { opposes: 0, favours: 0, doubts: 0, open: 0 };
  for (const { id } of library.data.scenarios) {
    const counts = { favours: 0, opposes: 0, expects: 0, possible: 0, doubts: 0, none: 0 };
    const everybody = new Set<string>();
    for (const side of TAKEN) {
      const { voices } = heardOn(id, side, library);
      counts[side] = voices.length;
      for (const voice of voices) everybody.add(voice);
    }
    counts.none = heardOn(id, 'none', library).voices.length;
    on.set(id, { ...counts, all: everybody.size });
    most.opposes = Math.max(most.opposes, counts.opposes);
    most.favours = Math.max(most.favours, counts.favours);
    most.doubts = Math.max(most.doubts, counts.doubts);
    most.open = Math.max(most.open, counts.expects + counts.possible);
  }
  return { on, most };
}

/** The scenario that comes first of `contestedFirst`. Undefined in a pack without scenarios. */
export const mostContested = (library: Library): Scenario | undefined => contestedFirst(library)[0];

/**
 * The scenarios, those first on which most voices stand against others; of those where as many do,
 * the one with most voices, of equals the highest rung.
 */
export function contestedFirst(library: Library): Scenario[] {
  const { on } = ladderVoices(library);
  const score = ({ id }: Scenario): [number, number] => {
    const { favours, opposes, expects, possible, doubts, all } = on.get(id) as RungVoices;
    return [Math.min(favours, opposes) + Math.min(expects + possible, doubts), all];
  };
  return ladderOrder(library.data.scenarios)
    .map((scenario) => ({ scenario, score: score(scenario) }))
    .toSorted((a, b) => b.score[0] - a.score[0] || b.score[1] - a.score[1])
    .map(({ scenario }) => scenario);
}
