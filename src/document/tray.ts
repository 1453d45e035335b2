/** What a reader has put aside, with remarks of their own: as a page, and as a briefing to leave with. */
import type { Named } from '../pack/naming.ts';
import { HOW_TO_READ, sourceBlocks } from './briefing.ts';
import { dateLabel } from './dates.ts';
import {
  aside,
  type Block,
  type Blocks,
  block,
  heading,
  type Part,
  plural,
  prose,
  SPACE,
  type Telling,
  type Words,
} from './document.ts';
import { KINDS_OF_RECORD, recordItem } from './kinds.ts';

/** A record that was put aside. */
export type TrayItem = Named & { remark?: string };

/** Names a record among those put aside. */
const trayKey = ({ kind, id }: Named): string => `${kind}:${id}`;

const YOUR_REMARK = 'your remark: ';

/** @param hint how something is put aside, for a tray that is empty */
export function trayPage(items: readonly TrayItem[], hint: string, telling: Telling): Blocks {
  if (items.length === 0) {
    return [block('nothing', prose('Nothing is put aside.'), prose(aside(hint)))];
  }
  return items.map((item) => trayBlock(item, telling));
}

function trayBlock(item: TrayItem, telling: Telling): Block {
  const { kind, id, remark } = item;
  const { answer, target } = KINDS_OF_RECORD[kind];
  return {
    key: trayKey(item),
    target: target(id, telling.library),
    record: { kind, id },
    parts: [
      ...answer(id, telling),
      ...(remark === undefined ? [] : [remarkPart(remark, YOUR_REMARK)]),
      SPACE,
    ],
  };
}

const remarkPart = (remark: string, lead: Words): Part => prose(remark, { lead });

/** What was put aside in its order, each with its remark, and the sources it is from. */
export function trayBriefing(items: readonly TrayItem[], telling: Telling): Blocks {
  const { library, language } = telling;
  const { pack } = library.data;
  const of = `${plural(items.length, 'record')} chosen from “${pack.title}”, as of ${dateLabel(pack.asOf)}`;
  return [
    block('title', heading('title', pack.title), prose(`${of}. ${HOW_TO_READ}`)),
    ...items.map((item) =>
      block(
        trayKey(item),
        recordItem(item, library, language),
        ...(item.remark === undefined ? [] : [remarkPart(item.remark, 'Remark: ')]),
      ),
    ),
    ...sourceBlocks(new Set(items.flatMap((item) => sourcesOf(item, telling))), library),
  ];
}

/** The sources that speak in what is told of a record in one string. */
function sourcesOf({ kind, id }: Named, { library }: Telling): string[] {
  switch (kind) {
    case 'statement':
      return [library.statement(id).source];
    case 'figure':
      return [library.figure(id).source];
    case 'event':
      return [library.event(id).source];
    case 'source':
      return [id];
    default:
      return [];
  }
}
