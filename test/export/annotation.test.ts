import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { expect, test } from 'vitest';
import { type Annotation, annotationPage } from '../../src/export/annotation.ts';
import { createLibrary } from '../../src/pack/library.ts';
import { loadPack } from '../../src/pack/load.ts';

const data = loadPack('test/fixtures/pack');
const page = annotationPage(createLibrary(data));

/** The terms of http://www.w3.org/ns/anno.jsonld that are used, so that no test needs the net. */
const OA = 'http://www.w3.org/ns/oa#';
const AS = 'http://www.w3.org/ns/activitystreams#';
const link = (id: string) => ({ '@id': id, '@type': '@id' });
const word = (id: string) => ({ '@id': id, '@type': '@vocab' });
const count = (id: string) => ({
  '@id': id,
  '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger',
});
const PURPOSES = ['assessing', 'commenting', 'describing', 'identifying', 'tagging'];
const CLASSES = [
  'Annotation',
  'SpecificResource',
  'TextPositionSelector',
  'TextQuoteSelector',
  'TextualBody',
];
const CONTEXT = {
  id: '@id',
  type: '@type',
  ...Object.fromEntries([...PURPOSES, ...CLASSES].map((name) => [name, OA + name])),
  AnnotationCollection: `${AS}OrderedCollection`,
  AnnotationPage: `${AS}OrderedCollectionPage`,
  Text: 'http://purl.org/dc/dcmitype/Text',
  body: link(`${OA}hasBody`),
  target: link(`${OA}hasTarget`),
  source: link(`${OA}hasSource`),
  selector: link(`${OA}hasSelector`),
  refinedBy: link(`${OA}refinedBy`),
  partOf: link(`${AS}partOf`),
  items: { ...link(`${AS}items`), '@container': '@list' },
  motivation: word(`${OA}motivatedBy`),
  purpose: word(`${OA}hasPurpose`),
  start: count(`${OA}start`),
  end: count(`${OA}end`),
  total: count(`${AS}totalItems`),
  startIndex: count(`${AS}startIndex`),
  exact: `${OA}exact`,
  format: 'http://purl.org/dc/elements/1.1/format',
  language: 'http://purl.org/dc/elements/1.1/language',
  value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
  label: 'http://www.w3.org/2000/01/rdf-schema#label',
};

const options = {
  // Fails on every term that means nothing.
  safe: true,
  documentLoader: async (documentUrl: string) => {
    expect(documentUrl).toBe('http://www.w3.org/ns/anno.jsonld');
    return { documentUrl, document: { '@context': CONTEXT } };
  },
};

test('a JSON-LD processor understands every term', async () => {
  const quads = await jsonld.toRDF(page, { ...options, format: 'application/n-quads' });
  const annotations = quads.match(/#type> <http:\/\/www\.w3\.org\/ns\/oa#Annotation>/g);
  expect(annotations).toHaveLength(data.statements.length);
  expect(quads).toContain('<http://www.w3.org/ns/oa#exact> "kaum zu bezahlen"');
});

/** What a selector of a text selects, as the standard has it: each refines the one around it. */
function select(text: string, selector: Annotation['target'][number]['selector']): string {
  if (selector.type === 'TextQuoteSelector') {
    expect(text).toContain(selector.exact);
    return selector.exact;
  }
  const selected = [...text].slice(selector.start, selector.end).join('');
  return selector.refinedBy ? select(selected, selector.refinedBy) : selected;
}

test('the selectors lead to the quotes and passages, in a file known by its hash', () => {
  const files = new Map(
    data.sources.map(({ file }) => {
      const bytes = readFileSync(`test/fixtures/sources/${file}`);
      const digest = createHash('sha256').update(bytes).digest('base64url');
      return [`ni:///sha-256;${digest}`, bytes.toString('utf8')];
    }),
  );
  for (const [index, { quotes, span }] of data.statements.entries()) {
    const targets = page.items[index]?.target ?? [];
    const found = targets.map(({ source, selector }) =>
      select(files.get(source.id) ?? '', selector),
    );
    if (quotes.length > 0) expect(found).toEqual(quotes.map(({ exact }) => exact));
    else {
      const sha256 = found.map((text) => createHash('sha256').update(text).digest('hex'));
      expect(sha256).toEqual([span.sha256]);
    }
  }
});

test('a stance is a tag for programs and a sentence for readers', () => {
  const annotation = page.items.find(({ id }) => id.endsWith(':mueller-cost'));
  const bodies = annotation?.body.filter(({ purpose }) => /tagging|assessing/.test(purpose));
  expect(annotation?.motivation).toBe('assessing');
  expect(bodies?.map(({ purpose, value }) => [purpose, value])).toEqual([
    ['tagging', 'winter-ferry/normative/opposes'],
    ['assessing', expect.stringMatching(/: should it\? opposes it\. Why: speaks against it/)],
    ['tagging', 'winter-ferry/predictive/unlikely'],
    ['assessing', expect.stringMatching(/: will it\? thinks it unlikely\. Why: /)],
  ]);
});
