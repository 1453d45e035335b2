/** Statements as comma-separated values (RFC 4180), a row for each stance. */

import { outletLabel, roleLabel } from '../document/labels.ts';
import type { Library } from '../pack/library.ts';
import type { Stance, Statement } from '../pack/schema.ts';

type Row = Record<string, string | number | undefined>;

/** A table in CSV, and how many of its cells a spreadsheet would have run as formulas. */
type Csv = { text: string; defused: number };

/** What joins several values in one cell. */
const AND = '; ';

/**
 * All statements: one row for each stance, one without for a statement that takes none. Columns
 * are named as the fields of the YAML.
 */
export function statementsCsv(library: Library): Csv {
  const rows = library.data.statements.flatMap((statement) => {
    const stances = statement.stances.length > 0 ? statement.stances : [undefined];
    return stances.map((stance) => row(statement, stance, library));
  });
  return toCsv(rows, COLUMNS);
}

/** The columns, in their order. */
export const COLUMNS = [
  'statement',
  'source',
  'outlet',
  'issued',
  'language',
  'marks',
  'speaker',
  'speakerName',
  'speakerKind',
  'role',
  'holder',
  'holderName',
  'holderKind',
  'relayedBy',
  'relayedByName',
  'relayedByKind',
  'medium',
  'to',
  'date',
  'dateNote',
  'form',
  'retells',
  'quotes',
  'translation',
  'mayBeTranslated',
  'summary',
  'context',
  'scenario',
  'scenarioTitle',
  'rung',
  'axis',
  'value',
  'condition',
  'cue',
  'why',
  'start',
  'end',
  'sha256',
] as const;

function row(statement: Statement, stance: Stance | undefined, library: Library): Row {
  const source = library.source(statement.source);
  const speaker = library.person(statement.speaker);
  const scenario = stance && library.scenario(stance.scenario);
  const { id, span, quotes, relayedBy, stances: _, keywords: __, ...fields } = statement;
  return {
    ...fields,
    ...stance,
    ...span,
    statement: id,
    outlet: outletLabel(source),
    issued: source.issued,
    language: source.language,
    marks: source.marks,
    speakerName: speaker.name,
    speakerKind: speaker.kind,
    role: roleLabel(speaker, statement.date),
    holderName: statement.holder && library.person(statement.holder).name,
    holderKind: statement.holder && library.person(statement.holder).kind,
    relayedBy: relayedBy.join(AND),
    relayedByName: relayedBy.map((one) => library.person(one).name).join(AND),
    relayedByKind: relayedBy.map((one) => library.person(one).kind).join(AND),
    mayBeTranslated: statement.mayBeTranslated && 'true',
    unreviewed: statement.unreviewed && 'true',
    quotes: quotes.map(({ exact }) => exact).join(' … '),
    scenarioTitle: scenario?.title,
    rung: scenario?.rung,
  };
}

/** Rows under a header; CRLF ends each line, as RFC 4180 has it. */
export function toCsv(rows: readonly Row[], columns: readonly string[]): Csv {
  let defused = 0;
  const cell = (value: string | number | undefined): string => {
    if (typeof value === 'number') return String(value);
    const text = (value ?? '').replace(RUNS, "$1'$2");
    if (text !== (value ?? '')) defused += 1;
    return quoted(text);
  };
  const lines = rows.map((one) => columns.map((column) => cell(one[column])).join(','));
  return { text: [columns.join(','), ...lines, ''].join('\r\n'), defused };
}

/**
 * What a spreadsheet takes for a formula (OWASP, CSV Injection), full-width signs too: at the
 * beginning of a cell, and behind what begins one for a program that parts cells by semicolons or
 * tabs and finds no quotation mark where it looks for one.
 */
const RUNS = /(^|[;\t\r\n])(\s*[=+\-@＝＋－＠])/g;

function quoted(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
