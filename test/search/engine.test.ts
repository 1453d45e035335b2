import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearch } from '../../src/search/engine.ts';
import { buildRecords, type SearchRecord } from '../../src/search/records.ts';
import { atOnce } from '../../src/search/steps.ts';
import { buildWordTable } from '../../src/search/words.ts';
import { fixture } from './fixture.ts';

const records = buildRecords(fixture);
const search = createSearch({ data: fixture, records });
const ids = (text: string) => search.find(text).hits.map(({ id }) => id);

describe('words', () => {
  it('must all be in a record, in any order', () => {
    expect(ids('reden waffen')).toEqual(['selenskyj-talks']);
    expect(search.find('reden waffen').how).toBe('exact');
  });

  it('rank whole words before beginnings, titles before text', () => {
    expect(ids('weapons').slice(0, 1)).toEqual(['seoul-weapons']);
    expect(ids('us')).toEqual(['kim-threat']);
    expect(ids('ballbach')).toEqual(['ballbach', 'ballbach-weapons']);
  });

  it.each(['südkorea', 'suedkorea', 'sudkorea', 'SÜDKOREA'])('are found as %s', (word) => {
    expect(ids(word)).toEqual(['seoul-weapons', 'ballbach-weapons', 'selenskyj-talks']);
    expect(search.find(word).how).toBe('exact');
  });

  it.each([
    ['kmsam', 'ballbach-weapons'],
    ['km-sam', 'ballbach-weapons'],
    ['zelensky', 'selenskyj'],
    ['swp', 'ballbach'],
    ['10.000', 'fig-soldiers'],
    ['truppen', 'ground-troops'],
  ])('%s finds %s', (text, id) => {
    expect(ids(text)[0]).toBe(id);
  });

  it('light up in the form that stands in the text', () => {
    expect(search.find('kmsam').terms).toContain('km sam');
    expect(search.find('suedkorea').terms).toContain('sudkorea');
    expect(search.find('balbach').terms).toEqual(['ballbach']);
  });
});

describe('mistyped words', () => {
  it.each([
    ['balbach', 'ballbach', 'ballbach'],
    ['ballbahc', 'ballbach', 'ballbach'],
    ['selnskyj', 'selenskyj', 'selenskyj'],
    ['wapeons', 'weapons', 'seoul-weapons'],
    ['revegne', 'revenge', 'kim-threat'],
    ['balbac', 'ballbach', 'ballbach'],
  ])('%s is searched for as %s', (asked, used, id) => {
    const { how, similar, hits } = search.find(asked);
    expect(how).toBe('similar');
    expect(similar).toEqual([{ asked, used: [used] }]);
    expect(hits[0]?.id).toBe(id);
  });

  it.each(['trump', 'rain', 'kin', 'sword', 'texas', 'erdogan', 'xyzzy'])('%s is none', (text) => {
    expect(search.find(text)).toMatchObject({ how: 'none', hits: [], total: 0 });
  });
});

describe('partial hits', () => {
  it('hold most of what was asked', () => {
    const result = search.find('weapons talks with revenge');
    expect(result.how).toBe('partial');
    expect(result.hits.map(({ id }) => id)).toContain('selenskyj-talks');
  });

  it('need most words to be known', () => {
    expect(search.find('weapons bananas').how).toBe('none');
    expect(search.find('the the banana').how).toBe('none');
    expect(search.find('ground troops xyz').how).toBe('partial');
  });
});

describe('words that say nothing', () => {
  it('find what holds them, or nothing', () => {
    expect(ids('all')).toEqual(['fig-some']);
    expect(search.find('why')).toMatchObject({ how: 'none', total: 0 });
    expect(search.find('"waffen reden" who the')).toMatchObject({ how: 'exact', total: 1 });
  });
});

describe('short beginnings', () => {
  it('are no known words', () => {
    expect(search.find('tal wea xy').how).toBe('none');
    expect(search.find('talks weapons xy').how).toBe('partial');
  });
});

describe('many hits', () => {
  it('leave the best, wherever it stands', () => {
    const [best, other] = ['seoul-weapons', 'ballbach-weapons'].map((id) =>
      records.find((record) => record.id === id),
    ) as [SearchRecord, SearchRecord];
    const many = Array.from({ length: 9000 }, (_, number) => ({ ...other, id: `r-${number}` }));
    const found = createSearch({ data: fixture, records: [best, ...many] }).find('weapons', {
      limit: 5,
    });
    expect(found.hits[0]?.id).toBe('seoul-weapons');
    expect(found.total).toBe(9001);
  });
});

describe('other forms and synonyms', () => {
  const pack = {
    ...fixture.pack,
    synonyms: [
      ['weapon', 'Rüstung'],
      ['talks', 'round table'],
    ],
  };
  const known = createSearch({ data: { ...fixture, pack }, records });
  const first = (text: string) => known.find(text).hits[0]?.id;

  it.each(['weapon', 'weapons', 'Rüstung', 'Rüstungen', 'weaponed'])('%s finds weapons', (text) => {
    expect(known.find(text)).toMatchObject({ how: 'exact' });
    expect(first(text)).toBe('seoul-weapons');
  });

  it('are found for words in a row, too, and lit up', () => {
    expect(first('round table reden')).toBe('selenskyj-talks');
    expect(known.find('Rüstung').terms).toContain('weapon');
  });

  it('are not what a word excludes', () => {
    expect(known.find('!Rüstung reden').hits.map(({ id }) => id)).toEqual(['selenskyj-talks']);
  });
});

describe('half-remembered phrases', () => {
  it.each([
    ['"we will talk of weapons"', 'selenskyj-talks', 'we will talk about weapons'],
    ['"könnte südkorea liefern"', 'ballbach-weapons', 'sudkorea konnte km sam liefern'],
    ['"Rache oder Vergeltung"', 'kim-threat', 'vergeltung und rache'],
  ])('%s leads to the nearest passage', (text, id, passage) => {
    const { how, hits, similar } = search.find(text);
    expect({ how, id: hits[0]?.id }).toEqual({ how: 'near', id });
    expect(similar[0]?.used).toEqual([passage]);
  });

  it.each(['"banana bread and jam"', '"waffen redn"', '"we will be about it"'])(
    '%s leads nowhere',
    (text) => {
      expect(search.find(text)).toMatchObject({ how: 'none', total: 0 });
    },
  );
});

describe('phrases and exclusions', () => {
  it('hold to the letter', () => {
    expect(ids('"waffen reden"')).toEqual(['selenskyj-talks']);
    expect(ids('"reden waffen"')).toEqual([]);
    expect(ids('"affen reden"')).toEqual([]);
    expect(ids('"waffen red')).toEqual(['selenskyj-talks']);
    expect(ids('"waffen red"')).toEqual([]);
  });

  it('leave out what is negated', () => {
    expect(ids('weapons !talks')).toEqual(['seoul-weapons', 'ballbach-weapons']);
    expect(ids('revenge !us')).toEqual(['kim-threat']);
    expect(ids('revenge -"usual reasons"')).toEqual([]);
    expect(search.find('!weapons').how).toBe('all');
    expect(ids('!weapons')).not.toContain('seoul-weapons');
  });

  it.each(['!', "'", '"', '|', '^', '=', 'speaker:', '-'])(
    'half-typed %s hides nothing',
    (part) => {
      expect(ids(`weapons ${part}`)).toEqual(ids('weapons'));
    },
  );
});

describe('filters', () => {
  it.each([
    ['speaker:selen', ['selenskyj', 'selenskyj-talks', 'fig-soldiers']],
    ['scenario:seoul-weapons', ['seoul-weapons', 'ballbach-weapons', 'selenskyj-talks']],
    ['source:site', ['selenskyj-talks', 'fig-some', 'ev-visit', 'site']],
    ['kind:expert', ['ballbach', 'frank', 'ballbach-weapons']],
    ['kind:figure,event', ['fig-soldiers', 'fig-some', 'ev-visit']],
    ['axis:normative', ['ballbach-weapons']],
    ['stance:possible,unlikely', ['ballbach-weapons', 'kim-threat']],
    ['form:mixed', ['selenskyj-talks']],
    ['kind:statement !form:direct', ['selenskyj-talks']],
    ['speaker:frank weapons', []],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  it('on stances must hold for the same stance', () => {
    expect(ids('scenario:seoul-weapons stance:possible')).toEqual(['ballbach-weapons']);
    expect(ids('scenario:seoul-weapons stance:opposes')).toEqual([]);
    expect(ids('scenario:ground-troops !stance:opposes kind:statement')).toEqual(['kim-threat']);
    expect(ids('!scenario:ground-troops kind:statement')).toEqual(['selenskyj-talks']);
  });

  it('that are wrong find nothing and say why', () => {
    expect(search.find('weapons form:x')).toMatchObject({ how: 'none', hits: [] });
    expect(search.find('weapons foo:bar').problems).toHaveLength(1);
    expect(ids('form:mixed,x')).toEqual(['selenskyj-talks']);
  });

  it('alone list all that match; without anything there is no list', () => {
    expect(search.find('form:mixed').how).toBe('all');
    expect(search.find(' ')).toMatchObject({ how: 'all', hits: [], total: 0 });
  });
});

describe('find', () => {
  it('counts beyond its limit, which does not change the order', () => {
    const all = search.find('s');
    expect(search.find('s', { limit: 2 })).toEqual({ ...all, hits: all.hits.slice(0, 2) });
    expect(all.total).toBeGreaterThan(2);
  });

  it('keeps to the kinds asked for', () => {
    const { hits } = search.find('weapons', { kinds: ['statement'] });
    expect(new Set(hits.map(({ type }) => type))).toEqual(new Set(['statement']));
  });

  it('never throws', () => {
    const word = fc.constantFrom(
      'kim',
      'weapns',
      '"',
      '!',
      ' ',
      'speaker:',
      'form:x',
      '-',
      '\u0000',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const { hits, total, how } = search.find(typed);
        expect(hits.length).toBeLessThanOrEqual(total);
        if (how === 'none') expect(total).toBe(0);
      }),
    );
  });

  it('takes a query of 10,000 letters', () => {
    expect(search.find('x'.repeat(10_000)).how).toBe('none');
    expect(search.find('kim '.repeat(2_500)).hits[0]?.id).toBe('kim-yo-jong');
  });
});

describe('a table of words made before', () => {
  it('gives the same results', () => {
    const opened = createSearch({ data: fixture, records, words: atOnce(buildWordTable(records)) });
    for (const text of ['weapons', 'balbach', 'suedkorea', 'ground troops xyz', '"waffen re']) {
      expect(opened.find(text)).toEqual(search.find(text));
    }
  });
});

describe('start', () => {
  it('answers at once in a small pack, later in a large one, always the same', async () => {
    expect(search.start('weapons')).toEqual(search.find('weapons'));
    const many = Array.from({ length: 60_000 }, (_, number) => ({
      ...(records[number % records.length] as SearchRecord),
      id: `record-${number}`,
    }));
    const large = createSearch({ data: fixture, records: many });
    const later = large.start('weapons talks');
    expect(later).toBeInstanceOf(Promise);
    expect(await later).toEqual(large.find('weapons talks'));
    const texts = ['weapons', 'balbach', 'ground troops xyz', 'kind:expert', '"waffen re', 'x'];
    const found = await Promise.all(texts.map((text) => large.start(text)));
    expect(found).toEqual(texts.map((text) => large.find(text)));
  });

  it('lets others run meanwhile, and can be aborted there', async () => {
    const many = Array.from({ length: 60_000 }, (_, number) => ({
      ...(records[number % records.length] as SearchRecord),
      id: `record-${number}`,
    }));
    const controller = new AbortController();
    setImmediate(() => controller.abort());
    const { signal } = controller;
    await expect(
      createSearch({ data: fixture, records: many }).start('weapons', { signal }),
    ).rejects.toThrow();
  });
});
