/** A scenario on a page of its own. */
import { authorOf, type Bearing, type Side } from '../pack/library.ts';
import type { Factor, Scenario } from '../pack/schema.ts';
import { agoLabel, asOfLabel } from './dates.ts';
import { AXIS_QUESTIONS, rungLabel, SIDES, sideGlyph, sidePaint } from './labels.ts';
import {
  type Block,
  type Blocks,
  flow,
  type Look,
  plural,
  prose,
  rule,
  run,
  spread,
  still,
} from './look.ts';
import { RELATION_WORDS } from './relations.ts';
import { fact, heading, statementBlock } from './statement.ts';

/** Everything about a scenario: what, who, how far, then who says what about it. */
export function scenarioBlocks(scenario: Scenario, look: Look): Blocks {
  const { library } = look;
  const blocks: Blocks = [summaryBlock(scenario, look)];
  blocks.push(...axisBlocks(scenario.id, 'normative', ['favours', 'opposes'], look));
  blocks.push(...axisBlocks(scenario.id, 'predictive', ['expects', 'possible', 'doubts'], look));
  const neutral = library.onSide(scenario.id, 'none');
  if (neutral.length > 0) {
    blocks.push(heading(`${SIDES.none.title} (${neutral.length})`, look));
    blocks.push(bearings(neutral, look));
  }
  blocks.push(...factorBlocks('What pushes', scenario.drivers, look));
  blocks.push(...factorBlocks('What holds back', scenario.brakes, look));
  blocks.push(...factorBlocks('What could follow', scenario.consequences, look));
  blocks.push(...linkBlocks(scenario, look));
  blocks.push(...factorBlocks('What would change this', scenario.indicators, look));
  if (scenario.silent.length > 0) {
    blocks.push(heading('What the articles do not say', look));
    for (const text of scenario.silent) {
      blocks.push(still((columns) => prose(text, columns, look, { lead: bullet(look) })));
    }
    blocks.push(still(() => ['']));
  }
  return blocks;
}

const bullet = ({ theme }: Look) => `${theme.glyph.bullet} `;

/** Title, proposition, who would act, how far it has got and as of when. */
function summaryBlock(scenario: Scenario, look: Look): Block {
  const { library, theme } = look;
  return still((columns) => {
    const ago = agoLabel(scenario.asOf, look.now);
    const asOf = `${asOfLabel(scenario.asOf)}${ago ? `, ${ago}` : ''}`;
    const lines = [
      spread(scenario.title, rungLabel(scenario, library), columns, look, theme.accent, theme.dim),
      ...prose(scenario.titleDe, columns, look, { paint: theme.dim }),
      '',
      ...prose(scenario.proposition, columns, look),
      '',
      ...fact('Who would', scenario.actor, columns, look),
      ...fact('So far', `${scenario.status} (${asOf})`, columns, look),
    ];
    if (scenario.variantOf) {
      lines.push(...fact('A kind of', library.scenario(scenario.variantOf).title, columns, look));
    }
    const variants = library.variantsOf(scenario.id).map(({ title }) => title);
    if (variants.length > 0) lines.push(...fact('Kinds of it', variants.join('; '), columns, look));
    return [...lines, ''];
  });
}

function axisBlocks(
  scenario: string,
  axis: 'normative' | 'predictive',
  sides: readonly Side[],
  look: Look,
): Blocks {
  const { library, theme } = look;
  const tally = library.tally(scenario);
  const blocks: Blocks = [
    {
      lines: (columns) => {
        const counts = sides.map((side) => {
          return sidePaint(side, theme)(`${SIDES[side].title.toLowerCase()} ${tally[side]}`);
        });
        return [
          ...flow([theme.strong(AXIS_QUESTIONS[axis].toUpperCase()), ...counts], columns, '   '),
          rule(columns, look),
        ];
      },
    },
  ];
  for (const side of sides) {
    const { title, nobody } = SIDES[side];
    const found = library.onSide(scenario, side);
    if (found.length === 0) {
      blocks.push(still((columns) => [...prose(nobody, columns, look, { paint: theme.dim }), '']));
      continue;
    }
    blocks.push(
      still(() => [sidePaint(side, theme)(`${sideGlyph(side, theme)} ${title} (${found.length})`)]),
    );
    blocks.push(bearings(found, look));
  }
  return blocks;
}

const bearings = (list: readonly Bearing[], look: Look) =>
  run(list, ({ statement, stances }) => statementBlock(statement, stances, look));

function factorBlocks(title: string, factors: readonly Factor[], look: Look): Block[] {
  if (factors.length === 0) return [];
  const blocks = [heading(title, look)];
  for (const factor of factors) blocks.push(factorBlock(factor, look));
  blocks.push(still(() => ['']));
  return blocks;
}

function factorBlock(factor: Factor, look: Look): Block {
  const author = authorOf(look.library, factor);
  const text = author ? `${factor.text} (${author.name})` : factor.text;
  const lines = (columns: number) => prose(text, columns, look, { lead: bullet(look) });
  if (!factor.statement) return still(lines);
  return { lines, target: { view: 'statement', id: factor.statement } };
}

function linkBlocks({ id }: Scenario, look: Look): Block[] {
  const { library } = look;
  const relations = library.relationsOf(id);
  if (relations.length === 0) return [];
  return [
    heading(`How it hangs together (${plural(relations.length, 'link')})`, look),
    ...relations.map((relation): Block => {
      const other = library.scenario(relation.from === id ? relation.to : relation.from);
      const words = RELATION_WORDS[relation.kind][relation.from === id ? 0 : 1];
      const by = library.person(library.statement(relation.statement).speaker).name;
      return {
        target: { view: 'statement', id: relation.statement },
        lines: (columns) =>
          prose(`${words}: ${other.title} (says ${by})`, columns, look, { lead: bullet(look) }),
      };
    }),
    still(() => ['']),
  ];
}
