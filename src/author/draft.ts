/**
 * The form of a statement before it is in a pack: what somebody writes who has the words and not
 * the offsets, in a spreadsheet, in JSON, or as the answer of a language model.
 */
import { z } from 'zod';
import { stanceSchema, statementSchema } from '../pack/schema.ts';
import { AXES, FORMS, KINDS, NORMATIVE, PREDICTIVE } from '../pack/values.ts';

const words = z.string().trim().min(1, { error: 'must not be empty' });
const { shape } = statementSchema;

/** One of these, or several in a list. */
const oneOrMore = z.union([words, z.array(words).min(1)]);

export const draftSchema = z
  .strictObject({
    article: words.describe('The source: its id, the name of its file, or its title'),
    quote: oneOrMore
      .optional()
      .describe(
        'The words of the speaker, as they stand inside quotation marks; several in a list',
      ),
    passage: words
      .optional()
      .describe(
        'The passage: its first words … its last words. Left out, it is the paragraph with the quote',
      ),
    speaker: words.describe(
      'Whose words: the name or the id of a person of the pack, or a new name',
    ),
    speakerKind: words
      .optional()
      .describe(`For somebody new: ${KINDS.join(', ')}, or another kind that the pack has`),
    speakerRole: words.optional().describe('For somebody new: the role, as the article gives it'),
    speakerIsNew: z
      .literal(true)
      .optional()
      .describe('For somebody new whose name is near to one that the pack has'),
    scenario: words.optional().describe('The scenario it bears on: its id or its title'),
    axis: z.enum(AXES).optional().describe('normative: should it? predictive: will it?'),
    value: z
      .enum([...new Set([...NORMATIVE, ...PREDICTIVE])] as [string, ...string[]])
      .optional()
      .describe(
        `On the axis normative ${NORMATIVE.join(', ')}; on predictive ${PREDICTIVE.join(', ')}; on none none`,
      ),
    condition: words.optional().describe('The condition of the stance, beginning with "if"'),
    cue: words.optional().describe('The hedge words of the article that the value is read off'),
    why: words.optional().describe('Why this value, in one line that a sceptic could check'),
    stances: z
      .array(z.union([stanceSchema, z.never()]))
      .optional()
      .describe('Several stances, instead of scenario, axis, value, condition, cue and why'),
    summary: words.describe('What was said, in your own words'),
    translation: shape.translation,
    context: shape.context,
    form: z.enum(FORMS).optional().describe('Left out: mixed with a quote, indirect without one'),
    date: shape.date.optional(),
    dateNote: shape.dateNote,
    holder: words.optional().describe('Whose view it is, where that is not the speaker'),
    holderKind: words.optional().describe('For a holder who is new: the kind of person'),
    relayedBy: oneOrMore.optional().describe('Who passed it on'),
    relayedByKind: oneOrMore
      .optional()
      .describe('For new people in relayedBy: their kinds, in the same order, or one for all'),
    medium: shape.medium,
    to: shape.to,
    id: shape.id.optional(),
    language: words.optional().describe('For a new article: its language, such as en or de-CH'),
    outlet: words.optional().describe('For a new article: the outlet'),
    title: words.optional().describe('For a new article: its title'),
    issued: shape.date.optional().describe('For a new article: when it was published (EDTF)'),
    marks: words
      .optional()
      .describe(
        'For a new article: its quotation marks, in pairs; none for a transcript or a post',
      ),
    URL: words.optional().describe('For a new article: its address'),
  })
  .describe('A statement to be brought into a pack with rungs import');

export type StatementDraft = z.output<typeof draftSchema>;

/** The JSON Schema of a file of drafts. */
export function draftJsonSchema(): object {
  return z.toJSONSchema(z.array(draftSchema), { io: 'input' });
}
