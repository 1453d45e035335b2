/** Opens a pack: the shipped one from its compiled files, another from YAML or from the cache. */
import { readFileSync, statSync } from 'node:fs';
import { version } from '../../package.json';
import { once } from '../pack/once.ts';
import type { Facets, SearchRecord } from '../search/records.ts';
import { isShowable } from '../terminal/text.ts';
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
  if (dir === undefined)
    return openShipped((name) => readFileSync(`${import.meta.dirname}/${name}`));
  const { packCache } = await import('./cache.ts');
  const cache = packCache(dir, programStamp(), process.env);
  const kept = cache.read(() => tell('Opening the pack as kept from the last time.', true));
  const isClean = (name: keyof Shipped) => isCleanJson(kept?.(name).toString('latin1') ?? '');
  if (kept && isClean('pack.json') && isClean('search.json')) return openShipped(kept);
  const [{ loadPack }, { compilePack, shippedPack }] = await Promise.all([
    import('../pack/load.ts'),
    import('./compile.ts'),
  ]);
  const data = loadPack(dir, {
    onFile: (done, of) => tell(`Reading the pack: ${done} of ${of} files. Ctrl-C stops.`),
  });
  tell('Preparing the search. Ctrl-C stops.');
  const pack = compilePack(data);
  cache.write(pack.records.length, () => shippedPack(pack));
  return pack;
}

/** Differs for every build: what one has kept, another may not know how to read. */
function programStamp(): string {
  const { size, mtimeMs } = statSync(import.meta.filename);
  return [version, size, mtimeMs].join(' ');
}

/** @param part reads a part that `shippedPack` made */
function openShipped(part: (name: keyof Shipped) => Buffer): CompiledPack {
  const json = <Name extends keyof Shipped>(name: Name): Shipped[Name] =>
    JSON.parse(part(name).toString('latin1'));
  const numbers = (name: keyof Shipped) => {
    const { buffer, byteOffset, length } = part(name);
    return new Uint32Array(buffer.slice(byteOffset, byteOffset + length));
  };
  const texts = once(() => part('texts.txt').toString('utf8').split('\f'));
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

/**
 * Whether JSON in ASCII holds nothing but what `clean` lets through. All that it does not is
 * escaped in JSON, but DEL.
 */
export function isCleanJson(json: string): boolean {
  const escapes = new Set<string>();
  for (let at = json.indexOf('\\'); at >= 0; ) {
    const [found = ''] = ESCAPE.exec(json.slice(at, at + 12)) ?? [];
    if (found === '') return false;
    escapes.add(found);
    at = json.indexOf('\\', at + found.length);
  }
  return !json.includes('\u007F') && isShowable(JSON.parse(`"${[...escapes].join(' ')}"`));
}

/** What JSON has for one character: two units of UTF-16 for those beyond the first plane. */
const ESCAPE = /^\\(?:ud[89ab]..\\ud[c-f]..|u[0-9a-f]{4}|[n"\\])/;

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
