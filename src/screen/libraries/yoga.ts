/**
 * The layout engine of Ink, which is ready a little after it is loaded. Its own module waits for it,
 * and that would make Ink and all that imports it asynchronous; the build puts this one in its place.
 */
import { loadYoga } from 'yoga-layout/load';

const yoga = {} as Awaited<ReturnType<typeof loadYoga>>;

/** Resolves when Ink may lay out. */
export const yogaIsReady = loadYoga().then((loaded) => {
  Object.assign(yoga, loaded);
});

export default yoga;
