/** What was brought in and nobody has accepted yet: each statement with its passage. */
import type { Statement } from '../pack/schema.ts';
import {
  aside,
  type Blocks,
  block,
  heading,
  plural,
  prose,
  run,
  SPACE,
  type Telling,
} from './document.ts';
import { passageParts } from './passage.ts';
import { statementBlock, statementKey } from './statement.ts';

/** The statements that wait, in the order of the pack. @param settled ids of those dealt with since */
export function waitingPage(settled: readonly string[], telling: Telling): Blocks {
  const waiting = telling.library.data.statements.filter(
    ({ id, unreviewed }) => unreviewed && !settled.includes(id),
  );
  const count = plural(waiting.length, 'statement waits', 'statements wait');
  return [
    block(
      'summary',
      heading('page', 'Waiting', { aside: `${count} to be accepted` }),
      prose(aside('Brought in by "rungs import". Read each against its passage.')),
      SPACE,
    ),
    run(waiting, statementKey, (statement) => waitingBlock(statement, telling)),
  ];
}

function waitingBlock(statement: Statement, telling: Telling) {
  const told = statementBlock(statement, statement.stances, telling);
  return { ...told, parts: [...told.parts, ...passageParts(statement, telling), SPACE] };
}
