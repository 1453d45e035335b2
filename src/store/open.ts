/** Opens a pack: the shipped one from its compiled files, another from YAML or from the cache. */
import { readFileSync, statSync } from 'node:fs';
import { version } from '../../package.json';
import { once } from '../pack/once.ts';
import type { Facets, SearchRecord } from '../search/records.ts';
import { type CompiledPack, type Form, JSON_FORM, type Shipped } from './compiled.ts';
import { PACKED_FORM } from './packed.ts';

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
    return openParts((name) => readFileSync(`${import.meta.dirname}/${name}.part`), JSON_FORM);
  const { packCache } = await import('./cache.ts');
  const cache = packCache(dir, programStamp(), process.env);
  const kept = cache.read(() => tell('Opening the pack as kept from the last time.', true));
  if (kept) {
    try {
      return openParts(kept, PACKED_FORM);
    } catch {
      // Not what was written: it is made again.
    }
  }
  const [{ loadPack }, { compilePack, shippedPack }] = await Promise.all([
    import('../pack/load.ts'),
    import('./compile.ts'),
  ]);
  const data = loadPack(dir, {
    onFile: (done, of) => tell(`Reading the pack: ${done} of ${of} files. Ctrl-C stops.`),
  });
  tell('Preparing the search. Ctrl-C stops.');
  const pack = compilePack(data);
  cache.write(pack.records.length, () => shippedPack(pack, PACKED_FORM));
  return pack;
}

/** Differs for every build: what one has kept, another may not know how to read. */
function programStamp(): string {
  const { size, mtimeMs } = statSync(import.meta.filename);
  return [version, size, mtimeMs].join(' ');
}

/**
 * @param part reads a part that `shippedPack` made
 * @param form in which it was written
 * @throws what `form` throws where a part that is read now is none of it
 */
function openParts(part: (name: keyof Shipped) => Buffer, { read }: Form): CompiledPack {
  const packed = <Name extends keyof Shipped>(name: Name) => read(part(name)) as Shipped[Name];
  const numbers = (name: keyof Shipped) => {
    const { buffer, byteOffset, length } = part(name);
    return new Uint32Array(buffer.slice(byteOffset, byteOffset + length));
  };
  const texts = once(() => part('texts').toString('utf8').split('\f'));
  const facets = once(() => packed('facets'));
  const search = once(() => {
    const { types, ids, titles, words, names } = packed('search');
    return {
      records: ids.map(
        (id, number) =>
          new ShippedRecord(
            types[number] as SearchRecord['type'],
            id,
            titles[number] as string,
            number,
            texts,
            facets,
          ),
      ),
      words: { ...words, starts: numbers('starts'), postings: numbers('postings') },
      names,
    };
  });
  return {
    data: packed('pack'),
    get records() {
      return search().records;
    },
    get words() {
      return search().words;
    },
    get names() {
      return search().names;
    },
  };
}

class ShippedRecord implements SearchRecord {
  constructor(
    readonly type: SearchRecord['type'],
    readonly id: string,
    readonly title: string,
    private readonly number: number,
    private readonly texts: () => string[],
    private readonly allFacets: () => Facets[],
  ) {}
  get text(): string {
    return this.texts()[this.number] as string;
  }
  get facets(): Facets {
    return this.allFacets()[this.number] as Facets;
  }
}
