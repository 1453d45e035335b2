import { readFileSync, statSync } from 'node:fs';
import { once } from '../pack/once.ts';
import type { PackData } from '../pack/schema.ts';
import type { CompiledPack } from './compile.ts';
import type { Facets, SearchRecord } from './records.ts';
import type { WordTable } from './words.ts';

/** The files of a shipped pack, read from the first to the last as they are needed. */
export type Shipped = {
  'pack.json': PackData;
  'search.json': {
    records: Pick<SearchRecord, 'type' | 'id' | 'title'>[];
    /** Numbers as base64 of little-endian Uint32. */
    words: Omit<WordTable, 'starts' | 'postings'> & Record<'starts' | 'postings', string>;
  };
  /** In the order of the records; needed where words were asked that may stand together … */
  'texts.json': string[];
  /** … and for filters. */
  'facets.json': Facets[];
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
  if (dir === undefined) return openShipped(import.meta.dirname);
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
const programStamp = (): string => String(statSync(import.meta.filename).mtimeMs);

/** @param dir a folder with the files that `shippedPack` makes */
function openShipped(dir: string): CompiledPack {
  const read = <Name extends keyof Shipped>(name: Name): Shipped[Name] =>
    JSON.parse(readFileSync(`${dir}/${name}`, 'latin1'));
  const texts = once(() => read('texts.json'));
  const facets = once(() => read('facets.json'));
  const search = once(() => {
    const { records, words } = read('search.json');
    return {
      records: records.map((record, number) => ({
        ...record,
        get text() {
          return texts()[number] as string;
        },
        get facets() {
          return facets()[number] as Facets;
        },
      })),
      words: {
        ...words,
        starts: numbersOf(words.starts),
        postings: numbersOf(words.postings),
      },
    };
  });
  return {
    data: read('pack.json'),
    get records() {
      return search().records;
    },
    get words() {
      return search().words;
    },
  };
}

function numbersOf(base64: string): Uint32Array {
  const bytes = Buffer.from(base64, 'base64');
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}
