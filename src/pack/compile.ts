import { buildRecords, type SearchRecord } from '../search/records.ts';
import type { PackData } from './schema.ts';

/** A pack made ready: validated, and folded for search. What the build ships as JSON. */
export type CompiledPack = { data: PackData; records: SearchRecord[] };

/** Does now what would cost time at every start. @param data a checked pack */
export function compilePack(data: PackData): CompiledPack {
  return { data, records: buildRecords(data) };
}
