import { readFileSync, statSync } from 'node:fs';
import type { CompiledPack } from './compile.ts';
import type { WordTable } from './words.ts';

/** A compiled pack in JSON: words joined by spaces, numbers as base64 of little-endian Uint32. */
export type Shipped = Omit<CompiledPack, 'words'> & {
  words: Omit<WordTable, 'words' | 'starts' | 'postings'> &
    Record<'words' | 'starts' | 'postings', string>;
};

/**
 * The pack that is shipped, compiled by the build; or the one in a folder, read from its YAML or,
 * where it is large and its files are those of the last time, from the cache.
 *
 * @param tell told what is being done, as it may take minutes
 * @throws PackError when the folder holds no valid pack
 */
export async function openPack(
  dir: string | undefined,
  tell: (doing: string, isLong?: boolean) => void = () => {},
): Promise<CompiledPack> {
  if (dir === undefined) {
    return readShipped(readFileSync(new URL('./pack.json', import.meta.url), 'latin1'));
  }
  const { packCache } = await import('./cache.ts');
  const cache = packCache(dir, programStamp(), process.env);
  const kept = cache.read(() => tell('Opening the pack as kept from the last time.', true));
  if (kept) return kept;
  const [{ loadPack }, { compilePack }] = await Promise.all([
    import('../pack/load.ts'),
    import('./compile.ts'),
  ]);
  const data = loadPack(dir, {
    onFile: (done, of) => tell(`Reading the pack: ${done} of ${of} files. Ctrl-C stops.`),
  });
  tell('Preparing the search. Ctrl-C stops.');
  const pack = compilePack(data);
  cache.write(pack);
  return pack;
}

/** Differs for every build: what one has kept, another may not know how to read. */
const programStamp = (): string => String(statSync(new URL(import.meta.url)).mtimeMs);

/** @param json as `shippedPack` writes it */
export function readShipped(json: string): CompiledPack {
  const { words: table, ...rest }: Shipped = JSON.parse(json);
  const words = {
    ...table,
    words: table.words.split(' '),
    starts: numbersOf(table.starts),
    postings: numbersOf(table.postings),
  };
  return { ...rest, words };
}

function numbersOf(base64: string): Uint32Array {
  const bytes = Buffer.from(base64, 'base64');
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}
