/** Going round a list. */

/** The next one of a list, the first after the last. */
export function cycled<T>(list: readonly T[], now: T): T {
  return list[(list.indexOf(now) + 1) % list.length] as T;
}
