/** A scenario in words: in one string, as an answer, on a page of its own, as a rung. */
import { reportedOn } from '../findings/voices.ts';
import { authorOf, type Bearing, type Library, type Side, sideOf } from '../pack/library.ts';
import type { Factor, Relation, Scenario, Stance } from '../pack/schema.ts';
import { agoLabel, asOfLabel } from './dates.ts';
import {
  aside,
  type Block,
  type Blocks,
  block,
  blockTo,
  fact,
  heading,
  item,
  keyTo,
  oneLine,
  type Part,
  plural,
  prose,
  run,
  SPACE,
  section,
  strong,
  type Telling,
  type Words,
} from './document.ts';
import {
  AXIS_QUESTIONS,
  RELATION_WORDS,
  rungLabel,
  sideTitle,
  sideWord,
  signOf,
} from './labels.ts';
import {
  AXIS_SIDES,
  type AxisName,
  axisNotes,
  namesText,
  tallyText,
  untaken,
  voicesText,
} from './standing.ts';
import { gistWords, reasonParts, speakerLine, statementBlock } from './statement.ts';

/**
 * Everything about a scenario: first, in short, what it is, how far it has got and who says what
 * about it, for whoever reads no further; then all of it.
 */
export function scenarioPage(scenario: Scenario, telling: Telling): Blocks {
  const { library } = telling;
  const { drivers, brakes, consequences, indicators, silent } = scenario;
  return [
    summaryBlock(scenario, telling),
    ...parentBlocks(scenario, library),
    ...inShort(scenario, telling),
    ...axisInFull(scenario, 'normative', telling),
    ...axisInFull(scenario, 'predictive', telling),
    ...neutralInFull(scenario, telling),
    ...factorBlocks('What pushes', drivers, library),
    ...factorBlocks('What holds back', brakes, library),
    ...factorBlocks('What could follow', consequences, library),
    ...linkBlocks(scenario, library),
    ...factorBlocks('What would change this', indicators, library),
    ...(silent.length > 0
      ? [
          section('What the articles do not say'),
          block('silent', ...silent.map((text) => item(text)), SPACE),
        ]
      : []),
  ];
}

/** Title, proposition, how far it has got and as of when. */
function summaryBlock(scenario: Scenario, { library, now }: Telling): Block {
  const { id, title, titles = {}, proposition, status } = scenario;
  const ago = agoLabel(scenario.asOf, now);
  const asOf = `${asOfLabel(scenario.asOf)}${ago ? `, ${ago}` : ''}`;
  const rung = [rungLabel(scenario, library), ...Object.values(titles)].join(' / ');
  return block(
    'summary',
    heading('page', title, { aside: rung, id }),
    prose(proposition),
    fact('So far', `${status} (${asOf})`),
  );
}

/** What a kind is a kind of. */
function parentBlocks({ variantOf }: Scenario, library: Library): Block[] {
  if (variantOf === undefined) return [];
  const parent = library.scenario(variantOf);
  const text = `${parent.title} (${rungLabel(parent, library)})`;
  return [blockTo({ view: 'scenario', id: variantOf }, [fact('A kind of', text)], 'parent')];
}

/**
 * What one would say who is asked, short enough for a small screen: on each question how many
 * voices stand where and the first of each side, what is said of the kinds of it, and where nobody
 * takes a side what comes nearest to that.
 */
function inShort(scenario: Scenario, telling: Telling): Block[] {
  const { library } = telling;
  const axes = (Object.keys(AXIS_SIDES) as AxisName[]).map((axis) => ({
    head: axisHead(scenario, axis, library),
    voices: voicesInShort(scenario, axis, telling),
    nearest: nearestBlocks(scenario, axis, library),
  }));
  return [
    ...axes.flatMap(({ head, voices, nearest }) => [
      head,
      ...(voices.length > 0 ? voices : nearest),
    ]),
    ...variantBlocks(scenario, library),
    ...factorsInShort(scenario),
    ...axes.flatMap(({ voices, nearest }) => (voices.length > 0 ? nearest : [])),
    actorBlock(scenario, library),
  ];
}

/** A question, and how many voices stand where. */
function axisHead({ id }: Scenario, axis: AxisName, library: Library): Block {
  const notes = axisNotes(id, axis, library);
  return block(`axis:${axis}`, SPACE, heading('question', AXIS_QUESTIONS[axis], { notes }));
}

/** The first voice of each side of a question, and who reports that it has happened. */
function voicesInShort(scenario: Scenario, axis: AxisName, telling: Telling): Block[] {
  const { id } = scenario;
  const { library } = telling;
  const reported = axis === 'predictive' ? reportedInShort(scenario, library) : [];
  const voices = AXIS_SIDES[axis].flatMap((side) => {
    const first = strongest(id, side, library);
    return first ? [voiceInShort(first, side, telling)] : [];
  });
  return [...reported, ...voices];
}

/** What comes nearest to the sides that nobody takes. */
function nearestBlocks({ id, nearest }: Scenario, axis: AxisName, library: Library): Block[] {
  const isHeldPossible = library.onSide(id, 'possible').length > 0;
  const sides: readonly Side[] = untaken(id, AXIS_SIDES[axis], library);
  return (
    nearest
      .filter(({ side }) => sides.includes(side))
      // Whoever holds it possible comes nearest to expecting it.
      .filter(({ side }) => side !== 'expects' || !isHeldPossible)
      .map(({ side, statement, text }) => {
        const label = `nearest to “${sideWord(side, library)}”: `;
        const told = prose([aside(label), text], { lead: BULLET, lines: 2 });
        return blockTo({ view: 'statement', id: statement }, [told], `nearest ${side}`);
      })
  );
}

const BULLET: Words = [{ sign: 'bullet' }, ' '];

/** Each kind with what is said of it: nobody who speaks of one need mean the others, or all. */
function variantBlocks({ id }: Scenario, library: Library): Block[] {
  return library.variantsOf(id).map((variant) => {
    const said = [aside('apart, its kind '), variant.title, aside(': ')];
    const told = prose([...said, namesText(variant.id, library)], { lead: BULLET, lines: 1 });
    return blockTo({ view: 'scenario', id: variant.id }, [told], 'variant');
  });
}

/** Of a side the first statement that is nobody's retelling: words themselves before what is told. */
function strongest(scenario: string, side: Side, library: Library): Bearing | undefined {
  const all = library.onSide(scenario, side);
  return all.find(({ statement }) => statement.retells === undefined) ?? all[0];
}

/** Who it is, on what condition, what they say, and why that is on this side. */
function voiceInShort({ statement, stances }: Bearing, side: Side, telling: Telling): Block {
  const { library } = telling;
  const text = [strong(speakerLine(statement, library)), ': ', gistWords(statement, telling)];
  const lead = { means: side, text: [signOf(side, library), ' '] };
  return blockTo(
    { view: 'statement', id: statement.id },
    [
      prose(text, { lead, lines: 2 }),
      ...reasonParts(onSide(stances, side), { lines: 1, isInset: true }),
    ],
    `in short ${side}`,
  );
}

/** Who reports that it has happened. */
function reportedInShort({ id }: Scenario, library: Library): Block[] {
  const { voices } = reportedOn(id, library);
  if (voices.length === 0) return [];
  const names = voices.map((voice) => library.person(voice).name).join('; ');
  const lead = { means: 'expects' as const, text: [signOf('expects', library), ' '] };
  return [block('reported-by', prose(`reported by ${names}`, { lead, lines: 2 }))];
}

/** What pushes and what holds back, a line each. */
function factorsInShort({ drivers, brakes }: Scenario): Block[] {
  const line = (label: string, factors: readonly Factor[]) =>
    factors.length === 0
      ? []
      : [{ ...fact(label, factors.map(({ text }) => text).join('; ')), lines: 1 }];
  const facts = [...line('What pushes', drivers), ...line('What holds back', brakes)];
  return facts.length === 0 ? [] : [block('factors-in-short', ...facts)];
}

/** Who would do it, and how kinds of it are counted. */
function actorBlock({ id, actor }: Scenario, library: Library): Block {
  const hasKinds = library.variantsOf(id).length > 0;
  return block(
    'actor',
    fact('Who would', actor),
    ...(hasKinds ? [fact('Kinds of it', COUNTED_APART)] : []),
    SPACE,
  );
}

const COUNTED_APART =
  'what is said of them is not added up here: who speaks of one need not mean the others';

/** All statements on the sides of a question. */
function axisInFull(scenario: Scenario, axis: AxisName, telling: Telling): Blocks {
  const { library } = telling;
  const { id } = scenario;
  const reported = axis === 'predictive' ? reportedInFull(scenario, telling) : [];
  const sides = AXIS_SIDES[axis].flatMap((side): Blocks => {
    if (library.onSide(id, side).length === 0) return [];
    const notes = [voicesText(id, side, library)];
    const head = heading('group', sideTitle(side, library), { side, notes });
    return [block(`side:${side}`, head), bearings(id, side, telling)];
  });
  if (reported.length === 0 && sides.length === 0) return [];
  const head = heading('section', `${AXIS_QUESTIONS[axis]} In full`);
  return [block(`in-full:${axis}`, head), ...reported, ...sides];
}

function bearings(id: string, side: Side, telling: Telling) {
  const { reported } = telling.library.scenario(id);
  const list = telling.library.onSide(id, side);
  const shown =
    side === 'none' ? list.filter(({ statement }) => !reported.includes(statement.id)) : list;
  return run(
    shown,
    ({ statement }) => keyTo({ view: 'statement', id: statement.id }, side),
    ({ statement, stances }) => statementBlock(statement, onSide(stances, side), telling),
  );
}

/** The stances that put a statement on a side. */
const onSide = (stances: readonly Stance[], side: Side): Stance[] =>
  stances.filter((stance) => sideOf(stance) === side);

/** The statements that report that it has happened. */
function reportedInFull({ id }: Scenario, telling: Telling): Blocks {
  const { library } = telling;
  const { statements, voices } = reportedOn(id, library);
  if (statements.length === 0) return [];
  const counts = `${plural(statements.length, 'statement')}, ${plural(voices.length, 'voice')}`;
  const head = heading('group', 'Reported: it has happened', { side: 'expects', notes: [counts] });
  return [
    block('side:reported', head),
    run(
      statements,
      (statement) => keyTo({ view: 'statement', id: statement.id }, 'reported'),
      (statement) => statementBlock(statement, [], telling),
    ),
  ];
}

/** What else is said of it. */
function neutralInFull({ id }: Scenario, telling: Telling): Blocks {
  const { library } = telling;
  const found = bearings(id, 'none', telling);
  if (found.count === 0) return [];
  return [section(`${sideTitle('none', library)} (${found.count})`), found];
}
function factorBlocks(title: string, factors: readonly Factor[], library: Library): Block[] {
  if (factors.length === 0) return [];
  const blocks = factors.map((factor, index): Block => {
    const author = authorOf(library, factor);
    const parts = [item(author ? `${factor.text} (${author.name})` : factor.text)];
    const within = `${title} ${index + 1}`;
    return factor.statement
      ? blockTo({ view: 'statement', id: factor.statement }, parts, within)
      : block(within, ...parts);
  });
  return [section(title), ...blocks, block(`${title}/end`, SPACE)];
}

function linkBlocks({ id }: Scenario, library: Library): Block[] {
  const relations = library.relationsOf(id);
  if (relations.length === 0) return [];
  const blocks = relations.map((relation): Block => {
    const other = library.scenario(relation.from === id ? relation.to : relation.from);
    const words = RELATION_WORDS[relation.kind][relation.from === id ? 0 : 1];
    const by = speakerLine(library.statement(relation.statement), library);
    const parts = [item(`${words}: ${other.title} (says ${by})`, { more: relation.why })];
    return blockTo({ view: 'statement', id: relation.statement }, parts, relationKey(relation));
  });
  const title = `How it hangs together (${plural(relations.length, 'link')})`;
  return [section(title), ...blocks, block('links/end', SPACE)];
}

/** What tells a relation from all others. */
export const relationKey = ({ from, kind, to }: Relation): string => `${from} ${kind} ${to}`;

/** A scenario in one string: what it is, how far it has got, and who stands where. */
export function scenarioText(scenario: Scenario, library: Library): string {
  return oneLine(
    [
      `${scenario.title} (${rungLabel(scenario, library)}): ${scenario.proposition}`,
      `So far: ${scenario.status} (${asOfLabel(scenario.asOf)}).`,
      `In these sources: ${tallyText(scenario.id, library)}.`,
    ].join(' '),
  );
}

/** A scenario as the answer to a question. */
export function scenarioAnswer(scenario: Scenario, { library }: Telling): Part[] {
  return [
    heading('entry', scenario.title, { aside: `scenario, rung ${scenario.rung}` }),
    prose(scenario.proposition),
    prose(`So far: ${scenario.status}`),
    prose(tallyText(scenario.id, library)),
  ];
}

/** A scenario in a list of names. */
export function scenarioLine(scenario: Scenario, { library }: Telling): string {
  const rung = String(scenario.rung).padStart(2);
  return `${rung}  ${scenario.title} (${tallyText(scenario.id, library)})`;
}

/** What a scenario says in a few lines, for where its page is not in sight. */
export function scenarioNote({ proposition, status }: Scenario): Part[] {
  return [
    { kind: 'rule' },
    prose(proposition, { lines: 2 }),
    prose(aside(`So far: ${status}`), { lines: 2 }),
  ];
}
