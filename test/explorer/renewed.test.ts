/** A pack that is read again while somebody is in it: what it still holds stays. */
import { describe, expect, it } from 'vitest';
import { renewed } from '../../src/explorer/renewed.ts';
import { here } from '../../src/explorer/trail.ts';
import { createLibrary } from '../../src/pack/library.ts';
import { HARBOUR } from '../support/harbour-pack.ts';
import { drive, typed } from '../support/world.ts';

/** The pack without one scenario, and what points at it. */
const without = (id: string) =>
  createLibrary({
    ...HARBOUR,
    scenarios: HARBOUR.scenarios.filter((one) => one.id !== id),
    statements: HARBOUR.statements
      .map((one) => ({ ...one, stances: one.stances.filter(({ scenario }) => scenario !== id) }))
      .filter(({ stances }) => stances.length > 0),
  });
const same = createLibrary(structuredClone(HARBOUR));

describe('the state', () => {
  const used = () => drive('80x24', ['9', 'space', '7', 'space', 'enter', 'j', 'b', 'x']);

  it('stays as it is where the pack holds all of it, but for what was found', () => {
    const { state } = used();
    const { notice: _, ...rest } = state;
    const { notice, ...after } = renewed(state, same);
    expect(after).toEqual(rest);
    expect(notice).toEqual(state.notice);
    expect(renewed(drive('80x24', ['/', '9']).state, same)).not.toHaveProperty('found');
  });

  it('keeps a remark that is being typed, as long as what it is about is there', () => {
    const { state } = drive('80x24', ['9', 'enter', 'j', 'i', typed('mine')]);
    expect(renewed(state, same).overlay?.field.text).toBe('mine');
    const { id = '' } = state.overlay?.about ?? {};
    const gone = { ...HARBOUR, statements: HARBOUR.statements.filter((one) => one.id !== id) };
    expect(renewed(state, createLibrary(gone)).overlay).toBeUndefined();
  });

  it('loses what is gone, and says so where that was in sight', () => {
    const d = used();
    expect(d.place).toEqual({ view: 'scenario', id: '7'.length ? d.state.marks[1] : '' });
    const gone = d.state.marks[1] as string;
    const state = renewed(d.state, without(gone));
    expect(state.marks).toEqual([d.state.marks[0]]);
    expect(here(state).place).toEqual({ view: 'ladder' });
    expect(state.notice?.title).toContain('no longer in it');
  });

  it('takes no record for another one whose id begins with that of one that is gone', () => {
    const { state } = drive('80x24', ['9', 'enter']);
    const place = here(state).place as { id: string };
    const library = createLibrary({
      ...HARBOUR,
      scenarios: HARBOUR.scenarios.map((one) =>
        one.id === place.id ? { ...one, id: `${one.id}-by-night` } : one,
      ),
      statements: [],
    });
    expect(here(renewed(state, library)).place).toEqual({ view: 'ladder' });
  });

  it('tells that the pack is whole again, over what was told of it when it was not', () => {
    const { state } = drive('80x24');
    const notice = { title: 'broken', text: 'x.yaml:1:1', tone: 'warn' } as const;
    const after = renewed({ ...state, notice, isOutdated: true }, same);
    expect(after.notice?.title).toContain('read again');
    expect(after).not.toHaveProperty('isOutdated');
  });

  it('keeps what was just done in sight', () => {
    const { state } = drive('80x24', ['9', 'b']);
    expect(renewed(state, same).notice).toEqual(state.notice);
    expect(renewed(drive('80x24').state, same).notice?.title).toContain('changed on disk');
  });
});
