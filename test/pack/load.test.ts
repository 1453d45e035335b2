import { describe, expect, it } from 'vitest';
import { loadPack } from '../../src/pack/load.ts';
import { PackError } from '../../src/pack/problem.ts';
import { packFolder } from './folder.ts';

const failure = (dir: string): PackError => {
  try {
    loadPack(dir);
  } catch (error) {
    if (error instanceof PackError) return error;
    throw error;
  }
  throw new Error('the pack was loaded');
};

describe('a valid pack', () => {
  it('is all there, scenarios in the order of their rungs', () => {
    const { pack, scenarios, statements, relations } = loadPack('test/fixtures/pack');
    expect(pack.id).toBe('lake-crossing');
    expect(scenarios.map(({ id }) => id)).toEqual(['winter-ferry', 'bridge', 'footbridge']);
    expect(statements).toHaveLength(6);
    expect(statements[1]).toMatchObject({ relayedBy: ['nordfunk'], form: 'mixed' });
    expect(relations[0]?.kind).toBe('excludes');
  });

  it('tells each file before it is read', () => {
    const told: [number, number][] = [];
    loadPack('test/fixtures/pack', { onFile: (done, of) => told.push([done, of]) });
    expect(told).toEqual(Array.from({ length: 10 }, (_, index) => [index, 10]));
  });

  it('is made safe to show, in every field', () => {
    const dir = packFolder({
      'data/people.yaml': '- id: evil\n  name: "\\e]0;owned\\a\\u202e"\n  kind: expert\n',
    });
    expect(loadPack(dir).people[0]?.name).toBe('␛]0;owned^G‹U+202E›');
  });
});

describe('a broken pack', () => {
  it('says everything that is wrong in one run, and what would be right', async () => {
    const { message } = failure('test/pack/broken');
    await expect(`${message}\n`).toMatchFileSnapshot('broken.txt');
  });

  it('is told in text that is safe to show', () => {
    const dir = packFolder({
      'data/people.yaml':
        '- id: "\\e[2J\\u202e\\n\\x9b1m"\n  name: x\n  kind: "\\e]52;c;eA==\\a"\n',
      'scenarios/\u001B[31m\n.yaml': 'id: x\n',
    });
    const { message } = failure(dir);
    expect(message).toContain('␛');
    expect(message.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202E]/);
    expect(message.split('\n')).toHaveLength(failure(dir).problems.length);
  });
});
