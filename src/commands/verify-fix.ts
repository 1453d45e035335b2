/** `rungs verify --fix`: a pack made to point to the same words in articles that were corrected. */
import { type Left, reanchor, type SourceAnchors } from '../article/reanchor.ts';
import { verify } from '../article/verify.ts';
import { fixChange } from '../author/fix.ts';
import { plural } from '../document/document.ts';
import { loadPack } from '../pack/load.ts';
import { clean } from '../terminal/text.ts';
import { type Answer, jsonText, type Request } from './command.ts';
import { nearestLines } from './nearest-text.ts';
import { articlesFolder, packFolder, planned } from './pack-folder.ts';
import { counts, tryVerify } from './verify.ts';

/** Finds all again that has a sure place, writes it, and lists the rest. */
export function runFix({ options }: Request): Answer {
  const dir = packFolder(options);
  const articles = articlesFolder(options, dir);
  const isDry = options.dryRun === true;
  const { anchors, files } = planned(dir, isDry, (texts) => {
    const data = loadPack(dir);
    // What cannot be read is told as verify tells it.
    tryVerify(articles, () => verify({ ...data, sources: [] }, articles));
    const anchors = reanchor(data, articles);
    const change = fixChange(texts, anchors);
    return { change, result: { anchors, files: isDry ? [] : [...change.keys()] } };
  });
  const left = anchors.flatMap((one) => one.left);
  const moved = anchors.flatMap((one) => one.moved);
  const result = verify(loadPack(dir), articles);
  const { failed } = counts(result);
  const code = left.length > 0 || failed > 0 ? 1 : 0;
  if (options.json) {
    const sources = anchors.map(({ source, sha256 }) => ({ id: source.id, sha256 }));
    return { text: jsonText({ sources, moved, left, files, ...counts(result) }), code };
  }
  const lines = [
    ...anchors.map(sourceLine),
    ...left.flatMap(leftLines),
    ...(isDry ? ['Nothing was written.'] : []),
    ...(files.length > 0 ? [`Written: ${files.join(', ')} in ${dir}.`] : []),
    ...(anchors.length === 0 ? ['Every source is the file that was read: nothing to mend.'] : []),
    `${plural(moved.length, 'passage')} found again, ${left.length} left; verify: ${failed} failed`,
  ];
  return { text: clean(lines.join('\n')), code };
}

function sourceLine({ source, sha256, moved, left }: SourceAnchors): string {
  const { id, file } = source;
  if (sha256 === undefined) {
    return `${id} (${file}): nothing of it was found there; is it the right file?`;
  }
  const shifts = [...new Set(moved.map(({ shift }) => (shift > 0 ? `+${shift}` : `${shift}`)))];
  const by = shifts.length > 0 ? ` by ${shifts.join(', ')}` : '';
  return `${id} (${file}): ${plural(moved.length, 'passage')} moved${by}, ${left.length} left`;
}

function leftLines({ source, record, reason, nearest }: Left): string[] {
  const near = nearest ? nearestLines(nearest).map((line) => `  ${line}`) : [];
  return [`LEFT ${record} in ${source}: ${reason}`, ...near];
}
