/**
 * The configuration file: what a user wants without saying it each time. It is checked like a pack,
 * with file, line and column; options and the environment win over it, and tapes do not read it.
 */
import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { LANGUAGES } from '../document/document.ts';
import { languageAsked } from '../document/labels.ts';
import { COPY_FIELDS } from '../document/statement.ts';
import { KEYMAP } from '../explorer/keymap.ts';
import { withKeys } from '../explorer/user-keys.ts';
import type { Library } from '../pack/library.ts';
import { nearestHint } from '../pack/nearest.ts';
import { PackError, type Problem } from '../pack/problem.ts';
import { readYaml } from '../pack/yaml.ts';

const text = z.string({ error: 'must be text' }).trim().min(1, { error: 'must not be empty' });
const atLeastOne = z.array(text).min(1, { error: 'is empty' });
const paths = z.union([text, atLeastOne], { error: 'is a folder, or a list of folders' });
const keys = z.union([text, z.array(text)], { error: 'is a key, or a list of keys' });

const configSchema = z
  .strictObject({
    language: text.optional().describe('As --lang: both, original, translation, or a language'),
    packs: paths.optional().describe('Folders of packs to read instead of the shipped one'),
    sources: text.optional().describe('The folder with your own copies of the articles'),
    keys: z
      .record(text, keys, { error: 'is a list of actions with their keys' })
      .optional()
      .describe('Keys by action (rungs config lists the actions), instead of the usual ones'),
    copy: text
      .refine((template) => unknownFields(template).length === 0, {
        error: ({ input }) =>
          `has no field {${unknownFields(String(input))[0]}}; there are ${COPY_FIELDS.map((field) => `{${field}}`).join(', ')}`,
      })
      .optional()
      .describe('What is copied of a statement, with {quote}, {speaker}, {outlet} and so on'),
    clipboard: z
      .union([text, atLeastOne], { error: 'is auto, osc52, or a command' })
      .optional()
      .describe(
        'How text is copied: auto, osc52 (the terminal alone), or a command that reads it, as words or a list',
      ),
  })
  .describe('The configuration of rungs');

/** What the file says, its paths from the root. */
export type Config = {
  language?: string;
  /** Where it stands: whether a pack has it is seen when that is read. */
  languageAt?: Omit<Problem, 'message'>;
  /** As --data takes them. */
  data?: string;
  sources?: string;
  keys?: Record<string, string[]>;
  copy?: string;
  /** As `clipboardIn` takes it. */
  clipboard?: string[];
};

const unknownFields = (template: string): string[] =>
  [...template.matchAll(/\{(\w+)\}/g)]
    .map(([, field = '']) => field)
    .filter((field) => !(COPY_FIELDS as readonly string[]).includes(field));

/**
 * @param needed settings whose folders must be there, as nothing wins over them
 * @throws PackError with all that is wrong with the file
 */
export function readConfig(file: string, needed: readonly ('packs' | 'sources')[] = []): Config {
  const yaml = readYaml(readText(file));
  if (Array.isArray(yaml)) throw new PackError(yaml.map((fault) => ({ file, ...fault })));
  const { value = null, place } = yaml;
  if (value === null) return {};
  const at = (path: readonly PropertyKey[], message: string, what: 'key' | 'value' = 'value') => ({
    file,
    ...place(path, what),
    message,
  });
  const parsed = configSchema.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap((issue): Problem[] => {
      if (issue.code !== 'unrecognized_keys') {
        const field = issue.path.join('.');
        return [at(issue.path, field === '' ? 'holds no settings' : `"${field}" ${issue.message}`)];
      }
      return issue.keys.map((key) => {
        const hint = nearestHint(key, Object.keys(configSchema.shape));
        return at([...issue.path, key], `unknown setting "${key}"; ${hint}`, 'key');
      });
    });
    throw new PackError(problems);
  }
  const { language, packs, sources, keys: asked, copy, clipboard } = parsed.data;
  const userKeys =
    asked &&
    Object.fromEntries(Object.entries(asked).map(([action, key]) => [action, [key].flat()]));
  const merged = userKeys && withKeys(KEYMAP, userKeys);
  if (merged && 'problems' in merged) {
    throw new PackError(merged.problems.map((problem) => at(['keys'], problem)));
  }
  const folder = (path: string) => resolve(dirname(file), path.replace(/^~(?=\/|$)/, homedir()));
  const missing = needed.flatMap((name) => {
    const named = parsed.data[name] ?? [];
    return [named].flat().flatMap((path, index) => {
      if (statSync(folder(path), { throwIfNoEntry: false })?.isDirectory()) return [];
      const where = Array.isArray(named) ? [name, index] : [name];
      return [at(where, `"${name}" names no folder: there is no ${folder(path)}`)];
    });
  });
  if (missing.length > 0) throw new PackError(missing);
  return {
    ...(language && { language, languageAt: { file, ...place(['language'], 'value') } }),
    ...(packs && { data: [packs].flat().map(folder).join(delimiter) }),
    ...(sources && { sources: folder(sources) }),
    ...(userKeys && { keys: userKeys }),
    ...(copy && { copy }),
    ...(clipboard && {
      clipboard: typeof clipboard === 'string' ? clipboard.split(/\s+/) : clipboard,
    }),
  };
}

/** @throws PackError where a pack has no words in the language of the configuration */
export function checkLanguage(
  { language, languageAt }: Config,
  { data }: Pick<Library, 'data'>,
): void {
  if (!language || !languageAt || languageAsked(language, { data })) return;
  const tags = new Set([...data.sources, data.pack].map((one) => one.language));
  const choice = [...LANGUAGES, ...tags].join(', ');
  throw new PackError([
    { ...languageAt, message: `"${language}" is no language of this pack; there are ${choice}` },
  ]);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new PackError([{ file, message: `cannot be read (${code})` }]);
  }
}

/** The JSON Schema by which editors complete and check the file. */
export function configJsonSchema(): object {
  return { $id: 'urn:rungs:config', ...z.toJSONSchema(configSchema, { io: 'input' }) };
}

/** Where the file is. @param folder of the user's configuration of rungs */
export const configFile = (folder: string): string => join(folder, 'config.yaml');

/** A file that says what can be set, everything in comments. */
export const CONFIG_EXAMPLE = `# yaml-language-server: $schema=config.schema.json
# What rungs does without being told each time. Options and the environment win over it.
# rungs config tells what is in force.

# As --lang: both, original, translation, or a language of your pack.
# language: both

# Packs to read instead of the shipped one: a folder, or several that become one.
# packs: ~/packs/strait

# Your own copies of the articles.
# sources: ~/packs/strait/articles

# What y copies of a statement. Fields: ${COPY_FIELDS.join(', ')}.
# copy: "{quote} ({speaker}, {outlet}, {date})"

# How text is copied: auto (wl-copy, xclip, xsel, pbcopy, clip.exe or tmux where one works here,
# the terminal else), osc52 (the terminal alone), or a command that reads it.
# clipboard: auto

# Keys by action, instead of the usual ones.
# keys:
#   open: [enter, o]
#   back: [h, escape]
`;
