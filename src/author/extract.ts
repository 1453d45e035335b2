/** Makes a clean text of a web page or a document, and takes from it what it says of itself. */
import { extname } from 'node:path';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { parse as parseYaml } from 'yaml';
import { guessLanguage } from './guess-language.ts';
import { reflow } from './reflow.ts';

/** What an article says of itself, in the terms of a source. */
export type About = {
  title?: string;
  author?: string[];
  'container-title'?: string;
  issued?: string;
  URL?: string;
  language?: string;
};

type Extracted = {
  /** Paragraphs with an empty line between them, and a line feed at the end. */
  text: string;
  about: About;
  /** What made the text, with its version; undefined for a text that was one already. */
  extractor?: string;
  /** Its language is not told, but guessed. */
  isGuessed?: true;
};

/** A file of which no text can be made; the message goes after its name. */
export class Unextractable extends Error {
  override name = 'Unextractable';
}

/** The libraries by which texts are made; a test holds the versions to those installed. */
export const EXTRACTORS = {
  html: '@mozilla/readability 0.6.0',
  markdown: 'micromark 4.0.3',
  docx: 'mammoth 1.13.0',
  pdf: 'unpdf 1.7.0',
} as const;

/**
 * The text of a file, whatever it is: told by its first bytes, or else by its name.
 *
 * @param name of the file; `-` for one without
 * @throws Unextractable
 */
export async function extract(bytes: Uint8Array, name: string): Promise<Extracted> {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const extension = extname(name).toLowerCase();
  const found = await extractAs(bytes, head, extension);
  if (found.text.trim() === '') throw new Unextractable('holds no text');
  if (found.about.language) return found;
  const language = guessLanguage(found.text);
  return language ? { ...found, about: { ...found.about, language }, isGuessed: true } : found;
}

async function extractAs(bytes: Uint8Array, head: string, extension: string): Promise<Extracted> {
  if (head.startsWith('%PDF-')) return fromPdf(bytes);
  if (head.startsWith('PK')) return fromDocx(bytes);
  const text = decoded(bytes, head);
  if (/\.(?:html?|xhtml)$/.test(extension) || /<!doctype html|<html[\s>]/i.test(head)) {
    return fromHtml(text);
  }
  if (/\.(?:md|markdown)$/.test(extension)) return fromMarkdown(text);
  return { text: finished(reflow(text)), about: {} };
}

/** Text in the encoding that a page declares, or in UTF-8. */
function decoded(bytes: Uint8Array, head: string): string {
  const [, charset = 'utf-8'] = /<meta[^>]+charset=["']?([\w-]+)/i.exec(head) ?? [];
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    throw new Unextractable(`is no ${charset.toUpperCase()} text; convert it first`);
  }
}

/** Soft hyphens are of the layout: nobody sees them, and no quote is given with them. */
const finished = (text: string): string =>
  `${text
    .replaceAll('\u00AD', '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;

const given = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value)) as T;

/** A page whose head and body are not told apart, as HTML allows, with both. */
function withBody(html: string): string {
  if (/<head[\s>]/i.test(html) && /<body[\s>]/i.test(html)) return html;
  const [title = ''] = /<title[\s>][\s\S]*?<\/title>/i.exec(html) ?? [];
  const [open = '<html>'] = /<html[^>]*>/i.exec(html) ?? [];
  const rest = html
    .replace(title, '')
    .replace(/<!doctype[^>]*>|<\/?(?:html|head|body)(?:\s[^>]*)?>/gi, '');
  return `<!doctype html>${open}<head>${title}</head><body>${rest}</body></html>`;
}

function fromHtml(html: string): Extracted {
  const { document } = parseHTML(withBody(html));
  const meta = (...names: string[]) =>
    names
      .map((name) =>
        document
          .querySelector(`meta[property="${name}"], meta[name="${name}"]`)
          ?.getAttribute('content')
          ?.trim(),
      )
      .find((value) => value);
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const lang = document.documentElement?.getAttribute('lang');
  const published = meta(
    'article:published_time',
    'datePublished',
    'date',
    'dc.date',
    'DC.date.issued',
  );
  const whole = String(document.body ?? '');
  const read = new Readability(document as unknown as Document, { charThreshold: 0 }).parse();
  const date = read?.publishedTime ?? published;
  const content = read?.content ?? whole;
  const url = canonical ?? meta('og:url');
  const site = read?.siteName ?? meta('og:site_name');
  const title = read?.title ?? meta('og:title');
  return {
    text: finished(blocksOf(content)),
    about: given({
      title: site && title ? withoutSite(title, site) : title,
      author: namesIn(
        read?.byline ?? meta('author', 'citation_author', 'dc.creator', 'DC.creator'),
      ),
      'container-title': site,
      issued: dayOf(date),
      URL: /^https?:/.test(url ?? '') ? url : undefined,
      language: languageTag(lang ?? undefined),
    }) as About,
    extractor: EXTRACTORS.html,
  };
}

/** A title without the name of its site behind a dash or a bar. */
function withoutSite(title: string, site: string): string {
  const bare = title.endsWith(site) ? title.slice(0, -site.length).trimEnd() : '';
  return /[|–—·-]$/.test(bare) ? bare.slice(0, -1).trimEnd() : title;
}

const languageTag = (tag: string | undefined): string | undefined => {
  const [, primary, region] = /^([a-z]{2})(?:[-_]([a-z]{2}))?\b/i.exec(tag ?? '') ?? [];
  if (!primary) return undefined;
  // A region says something where the languages differ by it.
  const isTelling = primary.toLowerCase() === 'de' && /^(?:ch|li)$/i.test(region ?? '');
  return primary.toLowerCase() + (isTelling ? `-${region?.toUpperCase()}` : '');
};

const dayOf = (date: string | null | undefined): string | undefined =>
  /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(date ?? '')?.[0];

/** Names as a byline strings them together. */
function namesIn(byline: string | null | undefined): string[] | undefined {
  const names = (byline ?? '')
    .replace(/^\s*(?:by|von|par|de|di|por)\s+/i, '')
    .split(/\s*(?:,|;|\band\b|\bund\b|\bet\b|&)\s*/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.length > 0 ? names : undefined;
}

/** What of a document's tree is read here. */
type DomNode = {
  nodeType: number;
  nodeName: string;
  nodeValue: string | null;
  childNodes: Iterable<DomNode>;
};

/** Elements that stand apart from what is before and after them. */
const BLOCKS =
  /^(?:address|article|aside|blockquote|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|th|thead|tr|ul)$/;
const UNREAD = /^(?:script|style|template|noscript|svg|iframe|button|form|select)$/;

/** What stands before the blocks of some elements in Markdown, and between them. */
const IN_MARKDOWN: Readonly<Record<string, string>> = { blockquote: '> ', li: '- ', tr: '| ' };
const BETWEEN: Readonly<Record<string, string>> = { blockquote: '\n>\n> ', tr: ' | ' };

/**
 * The text of some HTML: a paragraph for each block, entities decoded, spaces as one.
 *
 * @param isMarked keeps what is a block quote, an item of a list, a row of a table, as Markdown does
 */
function blocksOf(html: string, isMarked = false): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const blocks: string[] = [];
  let current = '';
  const flush = () => {
    // Spaces of the layout become one; no-break spaces are the article's.
    const text = current.replace(/[ \t\r\n\f]+/g, ' ').trim();
    if (text !== '') blocks.push(text);
    current = '';
  };
  const visit = (node: DomNode) => {
    if (node.nodeType === 3) current += node.nodeValue ?? '';
    if (node.nodeType !== 1) return;
    const name = node.nodeName.toLowerCase();
    if (UNREAD.test(name)) return;
    const isBlock = BLOCKS.test(name) || name === 'br';
    if (isBlock) flush();
    const first = blocks.length;
    for (const child of node.childNodes) visit(child);
    if (isBlock) flush();
    const sign = isMarked ? IN_MARKDOWN[name] : undefined;
    const own = sign === undefined ? [] : blocks.splice(first);
    if (own.length > 0) blocks.push(sign + own.join(BETWEEN[name] ?? '\n\n'));
  };
  for (const child of document.body.childNodes) visit(child as unknown as DomNode);
  flush();
  return blocks.join('\n\n');
}

function fromMarkdown(text: string): Extracted {
  const [front = '', yaml = ''] = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text) ?? [];
  const html = micromark(text.slice(front.length), {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  return { text: finished(blocksOf(html)), about: fromFront(yaml), extractor: EXTRACTORS.markdown };
}

/** What the front matter of a Markdown file tells. */
function fromFront(yaml: string): About {
  let fields: Record<string, unknown>;
  try {
    fields = (parseYaml(yaml) as Record<string, unknown> | null) ?? {};
  } catch {
    return {};
  }
  const text = (...names: string[]) =>
    names
      .map((name) => fields[name])
      .map((value) =>
        typeof value === 'string' || typeof value === 'number' ? `${value}` : undefined,
      )
      .find((value) => value);
  const { author, authors = author } = fields;
  const url = text('url', 'link', 'canonical_url', 'source');
  return given({
    title: text('title'),
    author: Array.isArray(authors) ? authors.map(String) : namesIn(text('author', 'authors')),
    'container-title': text('site', 'publication', 'outlet'),
    issued: dayOf(text('date', 'published', 'issued')),
    URL: /^https?:/.test(url ?? '') ? url : undefined,
    language: languageTag(text('lang', 'language')),
  }) as About;
}

async function fromDocx(bytes: Uint8Array): Promise<Extracted> {
  return {
    text: finished(blocksOf(await docxAsHtml(bytes))),
    about: {},
    extractor: EXTRACTORS.docx,
  };
}

/** Word's own styles for what is quoted as a block. */
const QUOTE_STYLES = ['Quote', 'Intense Quote'].map(
  (name) => `p[style-name='${name}'] => blockquote > p:fresh`,
);

async function docxAsHtml(bytes: Uint8Array): Promise<string> {
  try {
    const options = { styleMap: QUOTE_STYLES };
    return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options)).value;
  } catch {
    throw new Unextractable('is no DOCX that can be read');
  }
}

/** The text of a DOCX, in Markdown where it tells what belongs together. @throws Unextractable */
export async function docxAsMarkdown(bytes: Uint8Array): Promise<string> {
  return finished(blocksOf(await docxAsHtml(bytes), true));
}

async function fromPdf(bytes: Uint8Array): Promise<Extracted> {
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    const { text } = await extractText(pdf, { mergePages: false });
    const { info } = await getMeta(pdf);
    const { Title, Author } = info as { Title?: string; Author?: string };
    return {
      text: finished(reflow(text.join('\n'))),
      about: given({ title: Title, author: namesIn(Author) }) as About,
      extractor: EXTRACTORS.pdf,
    };
  } catch {
    throw new Unextractable('is no PDF that can be read');
  }
}
