/** A scenario in words: in one string, as an answer, on a page of its own, as a rung. */
import { authorOf, type Library, type Side } from '../pack/library.ts';
import type { Factor, Relation, Scenario } from '../pack/schema.ts';
import { agoLabel, asOfLabel } from './dates.ts';
import {
  aside,
  type Block,
  type Blocks,
  block,
  blockTo,
  fact,
  factIf,
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
  type Telling,
  type Words,
} from './document.ts';
import {
  AXIS_QUESTIONS,
  RELATION_WORDS,
  rungLabel,
  SIDE_ORDER,
  SIDES,
  sideTitle,
} from './labels.ts';
import { statementBlock } from './statement.ts';

/** Everything about a scenario: what, who, how far, then who says what about it. */
export function scenarioPage(scenario: Scenario, telling: Telling): Blocks {
  const { library } = telling;
  const { id, drivers, brakes, consequences, indicators, silent } = scenario;
  const bearings = (side: Side) =>
    run(
      library.onSide(id, side),
      ({ statement }) => keyTo({ view: 'statement', id: statement.id }, side),
      ({ statement, stances }) => statementBlock(statement, stances, telling),
    );
  const neutral = library.onSide(id, 'none').length;
  const axis = (name: 'normative' | 'predictive', sides: readonly Side[]): Blocks => [
    axisHead(id, name, sides, library),
    ...sides.flatMap((side): Blocks => {
      const { nobody } = SIDES[side];
      const count = library.onSide(id, side).length;
      if (count === 0) return [block(`side:${side}`, prose(aside(nobody)), SPACE)];
      const head = heading('group', sideTitle(side, library), { side, notes: [String(count)] });
      return [block(`side:${side}`, head), bearings(side)];
    }),
  ];
  return [
    summaryBlock(scenario, telling),
    ...axis('normative', ['favours', 'opposes']),
    ...axis('predictive', ['expects', 'possible', 'doubts']),
    ...(neutral > 0
      ? [section(`${sideTitle('none', library)} (${neutral})`), bearings('none')]
      : []),
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

/** Title, proposition, who would act, how far it has got and as of when. */
function summaryBlock(scenario: Scenario, { library, now }: Telling): Block {
  const { id, title, titles = {}, proposition, actor, status, variantOf } = scenario;
  const ago = agoLabel(scenario.asOf, now);
  const asOf = `${asOfLabel(scenario.asOf)}${ago ? `, ${ago}` : ''}`;
  const variants = library.variantsOf(id).map((variant) => variant.title);
  return block(
    'summary',
    heading('page', title, { aside: rungLabel(scenario, library), id }),
    ...Object.values(titles).map((other) => prose(aside(other))),
    SPACE,
    prose(proposition),
    SPACE,
    fact('Who would', actor),
    fact('So far', `${status} (${asOf})`),
    ...factIf('A kind of', variantOf && library.scenario(variantOf).title),
    ...factIf('Kinds of it', variants.join('; ')),
    SPACE,
  );
}

/** A question, and how many statements stand on each of its sides. */
function axisHead(
  scenario: string,
  axis: 'normative' | 'predictive',
  sides: readonly Side[],
  library: Library,
): Block {
  const tally = library.tally(scenario);
  const notes = sides.map((side): Words => {
    return { means: side, text: `${sideTitle(side, library).toLowerCase()} ${tally[side]}` };
  });
  return block(`axis:${axis}`, heading('section', AXIS_QUESTIONS[axis], { notes }));
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
    const by = library.person(library.statement(relation.statement).speaker).name;
    const parts = [item(`${words}: ${other.title} (says ${by})`)];
    return blockTo({ view: 'statement', id: relation.statement }, parts, relationKey(relation));
  });
  const title = `How it hangs together (${plural(relations.length, 'link')})`;
  return [section(title), ...blocks, block('links/end', SPACE)];
}

/** What tells a relation from all others. */
export const relationKey = ({ from, kind, to }: Relation): string => `${from} ${kind} ${to}`;

/** A scenario in one string: what it is, how far it has got, and who stands where. */
export function scenarioText(scenario: Scenario, library: Library): string {
  const tally = library.tally(scenario.id);
  const counts = SIDE_ORDER.map(
    (side) => `${sideTitle(side, library).toLowerCase()} ${tally[side]}`,
  );
  return oneLine(
    [
      `${scenario.title} (${rungLabel(scenario, library)}): ${scenario.proposition}`,
      `So far: ${scenario.status} (${asOfLabel(scenario.asOf)}).`,
      `Statements: ${counts.join(', ')}.`,
    ].join(' '),
  );
}

/** A scenario as the answer to a question. */
export function scenarioAnswer(scenario: Scenario, { library }: Telling): Part[] {
  return [
    heading('entry', scenario.title, { aside: `scenario, rung ${scenario.rung}` }),
    prose(scenario.proposition),
    prose(`So far: ${scenario.status}`),
    prose(`Statements: ${tallyText(scenario, library)}`),
  ];
}

/** How many statements stand on which side: both sides of a question, also where nobody is. */
export function tallyText({ id }: Scenario, library: Library): string {
  const { favours, opposes, expects, possible, doubts, none } = library.tally(id);
  return `for ${favours}, against ${opposes}; expected ${expects}, possible ${possible}, doubted ${doubts}; no stance ${none}`;
}

/** A scenario in a list of names. */
export function scenarioLine(scenario: Scenario, { library }: Telling): string {
  const rung = String(scenario.rung).padStart(2);
  return `${rung}  ${scenario.title} (${tallyText(scenario, library)})`;
}

/** What a scenario says in a few lines, for where its page is not in sight. */
export function scenarioNote({ proposition, status }: Scenario): Part[] {
  return [
    { kind: 'rule' },
    prose(proposition, { lines: 2 }),
    prose(aside(`So far: ${status}`), { lines: 2 }),
  ];
}
