/**
 * A random choice of mutants for Stryker, always the same for one seed: a checker that takes those of
 * the sample and passes over the rest.
 */
import { createHash } from 'node:crypto';
import { CheckStatus } from '@stryker-mutator/api/check';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Why a mutant was not tried. */
export const NOT_CHOSEN = 'not in the sample';

const { RUNGS_SAMPLE = '', RUNGS_SEED = '' } = process.env;

/** Where a mutant stands in the lot: a number that its place, its change and the seed give it. */
function lot({ fileName, location, mutatorName, replacement }) {
  const path = fileName.replace(/^.*?\/src\//, '');
  const what = [RUNGS_SEED, path, location, mutatorName, replacement];
  return createHash('sha1').update(JSON.stringify(what)).digest('hex');
}

class Sample {
  #chosen = new Set();
  async init() {}
  /** Is told all mutants that are to be tried, also those that no test reaches. */
  async group(mutants) {
    const lots = mutants.map((mutant) => ({ id: mutant.id, lot: lot(mutant) }));
    lots.sort((one, other) => (one.lot < other.lot ? -1 : 1));
    for (const { id } of lots.slice(0, Number(RUNGS_SAMPLE))) this.#chosen.add(id);
    return mutants.length === 0 ? [] : [mutants.map(({ id }) => id)];
  }
  async check(mutants) {
    const verdict = ({ id }) =>
      this.#chosen.has(id)
        ? { status: CheckStatus.Passed }
        : { status: CheckStatus.CompileError, reason: NOT_CHOSEN };
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, verdict(mutant)]));
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'sample', Sample)];
