/** Work in small steps, that can be done at once or so that others get their turn in between. */
export type Step<T> = Generator<void, T>;

/** How long steps may take before others get their turn. */
const SLICE_MS = 4;

/** Takes all steps at once. */
export function atOnce<T>(steps: Step<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Takes the steps without holding up the event loop for longer than about 4 ms at a time.
 *
 * @throws the signal's reason when aborted
 */
export async function inSlices<T>(steps: Step<T>, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  let started = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - started > SLICE_MS) {
      await new Promise(setImmediate);
      signal?.throwIfAborted();
      started = performance.now();
    }
  }
}
