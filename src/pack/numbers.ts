/** Numbers as they are told. */

/** "10,000", "2.5": a number as English writes it. */
export function numberLabel(value: number): string {
  // Setting up `Intl` for the first number takes 25 ms.
  if (!Number.isSafeInteger(value)) return value.toLocaleString('en');
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
