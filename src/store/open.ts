/** Opens a pack: the shipped one from its compiled files, another from YAML or from the cache. */
import { readFileSync, statSync } from 'node:fs';
import { once } from '../pack/once.ts';
import type { Facets, SearchRecord } from '../search/records.ts';
import type { CompiledPack, Shipped } from './compiled.ts';

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
  const json = <Name extends keyof Shipped>(name: Name): Shipped[Name] =>
    JSON.parse(readFileSync(`${dir}/${name}`, 'latin1'));
  const numbers = (name: string) => {
    const { buffer, byteOffset, length } = readFileSync(`${dir}/${name}`);
    return new Uint32Array(buffer.slice(byteOffset, byteOffset + length));
  };
  const texts = once(() => readFileSync(`${dir}/texts.txt`, 'utf8').split('\f'));
  const facets = once(() => json('facets.json'));
  const search = once(() => {
    const { records, words } = json('search.json');
    return {
      records: records.map((record, number) => new ShippedRecord(record, number, texts, facets)),
      words: { ...words, starts: numbers('starts.bin'), postings: numbers('postings.bin') },
    };
  });
  return {
    data: json('pack.json'),
    get records() {
      return search().records;
    },
    get words() {
      return search().words;
    },
  };
}

class ShippedRecord implements SearchRecord {
  readonly type: SearchRecord['type'];
  readonly id: string;
  readonly title: string;
  constructor(
    { type, id, title }: Shipped['search.json']['records'][number],
    private readonly number: number,
    private readonly texts: () => string[],
    private readonly allFacets: () => Facets[],
  ) {
    this.type = type;
    this.id = id;
    this.title = title;
  }
  get text(): string {
    return this.texts()[this.number] as string;
  }
  get facets(): Facets {
    return this.allFacets()[this.number] as Facets;
  }
}
