/** `rungs config`: what is in force, and a file to change it. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CONFIG_EXAMPLE, configFile, configJsonSchema } from '../cli/configuration.ts';
import { CommandError } from '../cli/error.ts';
import { KEYMAP } from '../explorer/keymap.ts';
import { withKeys } from '../explorer/user-keys.ts';
import { userFolder } from '../system/folders.ts';
import { writeWhole } from '../system/write.ts';
import { clean } from '../terminal/text.ts';
import { type Answer, jsonText, type Request } from './command.ts';

/** Prints what is in force and where it comes from, or writes the example. */
export function runConfig(request: Request): Answer {
  const { options } = request;
  if (options.schema) return { text: jsonText(configJsonSchema()) };
  const file = configFile(userFolder('config', process.env));
  if (options.example) return writeExample(file);
  const settings = inForce(request);
  const merged = withKeys(KEYMAP, request.config?.keys ?? {});
  const keymap = 'problems' in merged ? KEYMAP : merged;
  const keys = Object.fromEntries(keymap.map(({ id, keys }) => [id, keys]));
  if (options.json) return { text: jsonText({ file, isThere: existsSync(file), settings, keys }) };
  const isThere = existsSync(file) ? '' : ' is not there; rungs config --example writes one';
  const lines = [
    `# ${file}${isThere}`,
    ...Object.entries(settings).map(([name, { value, from }]) => {
      return value === undefined
        ? `# ${name}: ${from}`
        : `${name}: ${JSON.stringify(value)} # ${from}`;
    }),
    'keys:',
    ...Object.entries(keys).map(([action, list]) => {
      const isSaid = request.config?.keys?.[action] !== undefined;
      const without = list.length === 0 ? ' # no key: from the palette' : '';
      const changed = isSaid ? ' # config.yaml' : without;
      return `  ${action}: [${list.map((key) => JSON.stringify(key)).join(', ')}]${changed}`;
    }),
  ];
  return { text: clean(lines.join('\n')) };
}

type Setting = { value?: string; from: string };

/** Each setting with where it comes from: an option, the environment, the file or nowhere. */
function inForce({ options, config = {} }: Request): Record<string, Setting> {
  const { env } = process;
  const folder = (value: string | undefined, name: 'data' | 'sources', unset: string): Setting => {
    if (value === undefined) return { from: unset };
    const variable = `RUNGS_${name.toUpperCase()}`;
    if (value === config[name]) return { value, from: 'config.yaml' };
    return { value, from: value === env[variable] ? variable : `--${name}` };
  };
  const isTold = options.askedLang !== undefined;
  const language = options.lang === config.language ? 'config.yaml' : '--lang';
  return {
    language: { value: options.lang, from: isTold ? language : 'default' },
    packs: folder(options.data, 'data', 'the shipped pack'),
    sources: folder(options.sources, 'sources', 'not told: articles cannot be read'),
    copy: config.copy
      ? { value: config.copy, from: 'config.yaml' }
      : { from: 'the quote with its citation' },
    clipboard: config.clipboard
      ? { value: config.clipboard.join(' '), from: 'config.yaml' }
      : { value: 'auto', from: 'default' },
  };
}

function writeExample(file: string): Answer {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeWhole(file, CONFIG_EXAMPLE, { isNew: true });
    const schema = join(dirname(file), 'config.schema.json');
    writeWhole(schema, `${jsonText(configJsonSchema())}\n`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    if (code === 'EEXIST')
      throw new CommandError(`there is ${file} already; nothing was written`, 2);
    throw new CommandError(`cannot write ${file} (${code})`, 1);
  }
  return {
    text: clean(`Wrote ${file}. All in it is in comments: take away the # of what you want.`),
  };
}
