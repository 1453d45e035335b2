/** Valid records with the places where they stand, for checks of several together. */
import type { Location } from './read.ts';
import type { PackData } from './schema.ts';

export type Placed<T> = { record: T; place: Location };

/** The records of a pack by their kinds. */
export type PlacedRecords = {
  [Kind in Exclude<keyof PackData, 'pack'>]: Placed<PackData[Kind][number]>[];
};
