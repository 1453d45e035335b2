/** The tray: put aside, remark, order, take out, undo, leave with. */
import { describe, expect, it } from 'vitest';
import { fromSaved, toSaved } from '../../src/explorer/saved.ts';
import { drive, makeWorld, typed } from '../support/world.ts';

const LANDING = '9';

describe('the tray', () => {
  it('takes a statement, a figure, an event, a scenario and a person, each with one key', () => {
    const d = drive('120x40', [LANDING, 'b', 'enter', 'b']);
    d.press('f', 'b', 't', 'b', 'p', 'b');
    expect(d.state.tray.map(({ kind }) => kind)).toEqual([
      'scenario',
      'statement',
      'figure',
      'event',
      'person',
    ]);
    expect(d.screen).toContain('In the tray, 5 now:');
  });

  it('takes on a statement’s page the statement, and out again with the same key', () => {
    const d = drive('80x24', [LANDING, 'enter', 'j', 'enter', 'b']);
    expect(d.state.tray).toEqual([{ kind: 'statement', id: 'weiss-landing' }]);
    expect(d.press('b').state.tray).toEqual([]);
    expect(d.press('u').state.tray).toHaveLength(1);
  });

  it('keeps a remark of one’s own, and shows it as that', () => {
    const d = drive('80x24', [LANDING, 'enter', 'i', typed('for the opening'), 'enter', 'B']);
    expect(d.state.tray[0]).toMatchObject({ kind: 'statement', remark: 'for the opening' });
    expect(d.screen).toContain('your remark: for the opening');
    d.press('i', 'ctrl-u', 'enter');
    expect(d.state.tray[0]).not.toHaveProperty('remark');
  });

  it('leaves a remark as it was on Esc', () => {
    const d = drive('80x24', [LANDING, 'i', typed('no'), 'escape']);
    expect(d.state.tray).toEqual([]);
  });

  it('orders, takes out and brings back', () => {
    const d = drive('80x40', ['p', 'b', 'j', 'b', 'j', 'b', 'B']);
    const ids = () => d.state.tray.map(({ id }) => id);
    const [a, b, c] = ids();
    expect(d.press('J') && ids()).toEqual([b, a, c]);
    expect(d.press('J') && ids()).toEqual([b, c, a]);
    expect(d.press('K') && ids()).toEqual([b, a, c]);
    expect(d.press('x') && ids()).toEqual([b, c]);
    expect(d.press('u') && ids()).toEqual([b, a, c]);
  });

  it('is copied as a briefing that tells every word, remark and source', () => {
    const d = drive('80x24', [LANDING, 'enter', 'i', typed('mine'), 'enter', 'B', 'W']);
    const [effect] = d.effects;
    const text = effect?.kind === 'copy' ? effect.text : '';
    expect(text).toMatch(/^# /);
    expect(text).toContain('1 record chosen from');
    expect(text).toContain('«Landen wir, besser spät als nie.»');
    expect(text).toContain('Remark: mine');
    expect(text).toContain('## Sources');
  });

  it('is written to a file that is asked for, where files may be written', () => {
    const d = drive('80x24', ['f', 'b', 'B', 'w'], makeWorld(undefined, { canWrite: true }));
    d.press('ctrl-u', typed('page.md'), 'enter');
    expect(d.effects).toMatchObject([{ kind: 'write', path: 'page.md' }]);
    const played = drive('80x24', ['f', 'b', 'B', 'w']);
    expect(played.screen).toContain('No files are written here.');
  });

  it('says that it is empty, and how something gets into it', () => {
    const d = drive('80x24', ['B']);
    expect(d.screen).toContain('Nothing is put aside.');
    expect(d.press('x').screen).toContain('The tray is empty.');
  });

  it('is kept between sessions, without what the pack no longer holds', () => {
    const d = drive('80x24', [LANDING, 'i', typed('mine'), 'enter']);
    const saved = JSON.parse(JSON.stringify(toSaved(d.state)));
    saved.tray.push({ kind: 'statement', id: 'gone' }, { kind: 'nothing' }, null);
    saved.tray[0].remark = 'mine\u001B[2J';
    const { tray } = fromSaved(saved, d.world.library);
    expect(tray).toHaveLength(1);
    expect(tray?.[0]?.remark).not.toContain('\u001B');
    const { tray: _, ...older } = saved;
    expect(fromSaved(older, d.world.library).tray).toEqual([]);
  });
});

it('undo brings back marks and what was taken out of a comparison', () => {
  const d = drive('120x40', [LANDING, 'space', '7', 'space', 'X']);
  expect(d.state.marks).toEqual([]);
  expect(d.press('u').state.marks).toEqual(['landing', 'blockade']);
  d.press('5', 'space', 'c', 'x');
  const place = d.place;
  expect(d.press('u').place).not.toEqual(place);
  expect(d.place).toMatchObject({
    view: 'compare',
    ids: ['landing', 'blockade', expect.any(String)],
  });
  d.press('u');
  expect(d.screen).toContain('Nothing was taken away.');
});

it('undo leaves what was done since', () => {
  const d = drive('120x40', ['m', 'escape', LANDING, 'space', 'X']);
  d.press('7', 'enter', 'j', 'b', 'escape');
  expect(d.state.tray).toHaveLength(1);
  expect(d.press('u').state).toMatchObject({ marks: ['landing'], tray: [expect.anything()] });
});

it('gives back a remark that was taken away', () => {
  const tray = drive('80x24', ['b', 'i', typed('mine'), 'enter', 'B']);
  const emptied = tray.press('i', 'ctrl-u', 'enter');
  expect(emptied.screen).toContain('without a remark');
  expect(emptied.press('u').state.tray).toMatchObject([{ remark: 'mine' }]);
});
