/** A pack whose every text tries to take over the terminal, written as YAML. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { LIST_KINDS } from '../../src/pack/files.ts';
import { loadPack } from '../../src/pack/load.ts';
import type { PackData } from '../../src/pack/schema.ts';

/** What terminals obey, or what misleads a reader. */
export const ATTACKS: readonly string[] = [
  '\u001B[2J\u001B[H',
  '\u001B[3J',
  '\u001B[31mred',
  '\u001B]0;owned\u0007',
  '\u001B]8;;http://evil.example\u001B\\link\u001B]8;;\u001B\\',
  '\u001B]52;c;ZXZpbA==\u0007',
  '\u001BP1$r0m\u001B\\',
  '\u001B[?1049l\u001B[?25h',
  '\u001B]0;no end',
  '\u001Bc',
  '\u009B31m\u009D0;x\u009C\u0090q\u009C',
  'safe\rEVIL',
  'abc\b\b\b',
  'two\nlines\n\nand\ttabs',
  '\u202Egnp.exe\u202C',
  '\u2066isolated\u2069\u200F\u061C',
  'zero\u200Bwidth\uFEFF\u00AD\u{E0041}',
  'Z̸̛̞a̶͇͝l̵̟̋g̷̙̈o̸͕̓',
  '👨‍👩‍👧‍👦👍🏽🇨🇭1️⃣',
  '\u0301\u0301 \u0301x',
  'नमस्ते กี่ 한국어 العربية',
  '\u0000\u0007\u007F\u2028\u2029\uFFF9',
];

/** Fields that mean something to the program and are checked for it. */
const FIXED = new Set(
  'id rung asOf variantOf by statement source speaker holder relayedBy form start end sha256 scenario axis value kind date issued language marks comparator from to file'.split(
    ' ',
  ),
);

/** Every text of a value with an attack in it, another one each time. */
function hostile<T>(value: T, next: () => string, key = ''): T {
  if (FIXED.has(key)) return value;
  if (typeof value === 'string') return `${value} ${next()} end` as T;
  if (Array.isArray(value)) return value.map((entry) => hostile(entry, next, key)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, hostile(entry, next, name)]),
  ) as T;
}

/** The small pack made hostile, in a folder: every attack is in it several times. */
export function writeHostilePack(): string {
  const data = loadPack('test/fixtures/pack');
  let count = 0;
  const attacked = hostile(data, () => ATTACKS[count++ % ATTACKS.length] ?? '');
  for (const { quotes, span } of attacked.statements) {
    for (const quote of quotes) quote.end = quote.start + [...quote.exact].length;
    span.end += 1000;
  }
  const dir = mkdtempSync(join(tmpdir(), 'rungs-hostile-'));
  mkdirSync(join(dir, 'data'));
  mkdirSync(join(dir, 'scenarios'));
  writeFileSync(join(dir, 'data/pack.yaml'), stringify(attacked.pack));
  for (const kind of LIST_KINDS) {
    writeFileSync(join(dir, `data/${kind}.yaml`), stringify(attacked[kind]));
  }
  for (const scenario of attacked.scenarios) {
    writeFileSync(join(dir, `scenarios/${scenario.id}.yaml`), stringify(scenario));
  }
  return dir;
}

/** The same, loaded. */
export function hostilePack(): PackData {
  const dir = writeHostilePack();
  try {
    return loadPack(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}
