/**
 * The layout engine of Ink, which is ready a little after it is loaded; only its constants are there
 * at once. Its own module waits for it, and that would make Ink and all that imports it asynchronous.
 * The build puts this one in its place.
 */
import { loadYoga } from 'yoga-layout/load';
import constants from '../../../node_modules/yoga-layout/dist/src/generated/YGEnums.js';

const yoga = { ...constants } as Awaited<ReturnType<typeof loadYoga>>;

/** Resolves when Ink may lay out. */
export const yogaIsReady = loadYoga().then((loaded) => {
  Object.assign(yoga, loaded);
});

export default yoga;
