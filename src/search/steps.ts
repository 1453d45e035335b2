/** A search in steps, so that others get their turn. */

/** Work in small steps, that can be done at once or so that others get their turn in between. */
export type Step<T> = Generator<void, T>;

/** Looking at so many records is a step. */
export const RECORDS_AT_ONCE = 4096;

/** How long steps may take before others get their turn. */
const SLICE_MS = 4;

/** Takes all steps at once. */
export function atOnce<T>(steps: Step<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** So many steps are few: done at once, they take a few milliseconds. */
const FEW_STEPS = 64;

/**
 * Takes few steps at once and more of them in slices. Steps are counted, not timed, so that the
 * same work is always done in the same way.
 *
 * @throws later, the signal's reason when aborted
 */
export function soonOrInSlices<T>(steps: Step<T>, signal?: AbortSignal): T | Promise<T> {
  for (let taken = 0; taken < FEW_STEPS; taken++) {
    const step = steps.next();
    if (step.done) return step.value;
  }
  return inSlices(steps, signal);
}

/**
 * Takes the steps without holding up the event loop for longer than about 4 ms at a time. The first
 * step and what is done with the result have turns of their own.
 *
 * @throws the signal's reason when aborted
 */
async function inSlices<T>(steps: Step<T>, signal?: AbortSignal): Promise<T> {
  // Immediates run in the turn in which they were asked for; the next one is another.
  await turn(signal);
  for (;;) {
    await turn(signal);
    const started = performance.now();
    do {
      const step = steps.next();
      if (step.done) {
        await turn(signal);
        return step.value;
      }
    } while (performance.now() - started < SLICE_MS);
  }
}

/** Gives others their turn. @throws the signal's reason when aborted */
async function turn(signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise(setImmediate);
  signal?.throwIfAborted();
}
