/** `rungs prove`: the quotations of a text of one's own held against the sources. */
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { openArticle } from '../article/article.ts';
import { readArticleFile } from '../article/files.ts';
import { readMemo } from '../article/memo.ts';
import { type Copy, type Proof, prove, type Verdict } from '../article/prove.ts';
import { CommandError } from '../cli/error.ts';
import { plural } from '../document/document.ts';
import type { PackData, Source } from '../pack/schema.ts';
import { sha256 } from '../pack/sha256.ts';
import { clean } from '../terminal/text.ts';
import { type Answer, jsonText, type Request } from './command.ts';
import { readInput, textOf } from './input.ts';
import { nearestLines } from './nearest-text.ts';

/** Says of every quotation of a memo what it is, and who said it. */
export async function runProve(request: Request): Promise<Answer> {
  const [file = '-'] = request.args;
  const { options } = request;
  const { data } = await request.pack();
  const { copies, unread } = copiesOf(data, folder(request));
  const proofs = prove(readMemo(await memoText(file), isMarkdown(file)), data, copies);
  const code = proofs.every(({ isProven }) => isProven) ? 0 : 1;
  if (options.json) return { text: jsonText({ file, quotations: proofs, unread }), code };
  const lines = [
    ...unread.map(({ id, problem }) => `${id} is not looked into: ${problem}`),
    ...proofs.flatMap((proof) => proofLines(file, proof, data)),
    summary(proofs),
  ];
  return { text: clean(lines.join('\n')), code };
}

function folder({ options }: Request): string {
  const beside = join(options.data ?? '.', 'articles');
  const told = options.articles ?? options.sources ?? (existsSync(beside) ? beside : undefined);
  if (told !== undefined) return told;
  throw new CommandError('prove needs your copies of the articles: --sources DIR', 2);
}

type Unread = { id: string; problem: string };

function copiesOf(data: PackData, dir: string): { copies: Copy[]; unread: Unread[] } {
  const copies: Copy[] = [];
  const unread: Unread[] = [];
  for (const source of data.sources) {
    const read = readArticleFile(dir, source.file);
    const problem = 'problem' in read ? read.problem : changed(source, read.bytes);
    if ('problem' in read || problem !== undefined) {
      unread.push({ id: source.id, problem: `${source.file}: ${problem}` });
    } else copies.push({ source, article: openArticle(read.bytes.toString('utf8'), source) });
  }
  if (copies.length > 0) return { copies, unread };
  throw new CommandError(`none of the sources can be read in ${dir}`, 2);
}

const changed = (source: Source, bytes: Buffer): string | undefined =>
  sha256(bytes) === source.sha256 ? undefined : 'has changed; rungs verify tells more';

const isMarkdown = (file: string): boolean =>
  file === '-' || ['.md', '.markdown', '.docx'].includes(extname(file).toLowerCase());

async function memoText(file: string): Promise<string> {
  const bytes = readInput(file);
  if (extname(file).toLowerCase() !== '.docx') return textOf(bytes, file);
  const { docxAsMarkdown, Unextractable } = await import('../author/extract.ts');
  try {
    return await docxAsMarkdown(bytes);
  } catch (error) {
    if (error instanceof Unextractable) throw new CommandError(`${file} ${error.message}`, 2);
    throw error;
  }
}

const VERDICTS: Record<Verdict, string> = {
  verbatim: 'verbatim',
  typography: 'verbatim but for typography',
  translation: 'our translation',
  altered: 'ALTERED',
  joined: 'JOINED, with words left out',
  told: 'NOT QUOTED THERE: it stands outside quotation marks',
  short: 'TOO SHORT, or in several mouths: nothing can be told',
  absent: 'NOT IN THESE SOURCES',
  unclear: 'UNCLEAR: its quotation marks cannot be told apart',
};

/** A quotation in one line is enough to recognize it. */
const SHOWN = 120;

function proofLines(file: string, proof: Proof, data: PackData): string[] {
  const { words, line, column, verdict, source, statements, isMisattributed } = proof;
  const shown = words.replace(/\s+/g, ' ');
  const short = shown.length > SHOWN ? `${shown.slice(0, SHOWN)}…` : shown;
  const name = (id: string) => data.people.find((one) => one.id === id)?.name ?? id;
  const where = [source, ...statements].filter((one) => one !== undefined).join(', ');
  const said =
    proof.speakers.length > 0 ? proof.speakers.map(name).join(' or ') : 'nobody in the pack';
  const sure = verdict !== 'absent' && verdict !== 'unclear' && verdict !== 'short';
  const lines = [`${file}:${line}:${column}: ${VERDICTS[verdict]}: “${short}”`];
  if (sure && where !== '') lines.push(`  ${where}; said by ${said}`);
  if (isMisattributed) {
    lines.push(`  SAID BY SOMEBODY ELSE: given to ${proof.attributedTo.map(name).join(', ')}`);
  }
  if (proof.stranger !== undefined) {
    lines.push(`  UNCLEAR WHO: given to “${proof.stranger}”, whom the pack does not have`);
  } else if (proof.isUnclearWho) lines.push(`  UNCLEAR WHO: ${whyUnclear(proof, name)}`);
  for (const word of proof.cutOff ?? []) lines.push(`  LEFT OUT right beside it: ${word}`);
  if (verdict === 'altered') lines.push(...alteredLines(proof));
  for (const { skipped, distance, negations, isReversed } of proof.joins ?? []) {
    if (isReversed) lines.push('  the parts stand there in another order');
    else lines.push(`  ${plural(distance, 'character')} left out: “${skipped.slice(0, SHOWN)}”`);
    if (negations.length > 0) lines.push(`  LEFT OUT: ${negations.join(', ')}`);
  }
  return lines;
}

const whyUnclear = ({ attributedTo }: Proof, name: (id: string) => string): string =>
  attributedTo.length === 0
    ? 'nobody can tell to whom it is given'
    : `given to ${attributedTo.map(name).join(', ')}`;

function alteredLines({ place, differences = [] }: Proof): string[] {
  if (place) return nearestLines({ ...place, differences }).map((line) => `  ${line}`);
  return differences.map(({ given, found }) => `  given “${given}”, in our translation “${found}”`);
}

function summary(proofs: readonly Proof[]): string {
  const proven = proofs.filter(({ isProven }) => isProven).length;
  const counts = (Object.keys(VERDICTS) as Verdict[]).flatMap((verdict) => {
    const count = proofs.filter((one) => one.verdict === verdict).length;
    return count > 0 ? [`${count} ${verdict}`] : [];
  });
  const elsewhere = proofs.filter(({ isMisattributed }) => isMisattributed).length;
  const unclear = proofs.filter(({ isUnclearWho }) => isUnclearWho).length;
  const cut = proofs.filter(({ cutOff }) => cutOff !== undefined).length;
  const given = [
    ...(cut > 0 ? [`${cut} with a “not” left out beside it`] : []),
    ...(elsewhere > 0 ? [`${elsewhere} said by somebody else`] : []),
    ...(unclear > 0 ? [`${unclear} unclear by whom`] : []),
  ];
  const rest = [...counts, ...given].join(', ');
  return `${plural(proofs.length, 'quotation')}, ${proven} proven${rest === '' ? '' : `: ${rest}`}`;
}
