/** What can be drawn, as data: a chart is a row of a picture, or what stands above its rows. */

import type { BarSide, MostVoices, RungVoices, Tie } from '../findings/ladder.ts';
import type { Gap } from '../findings/matrix.ts';
import type { Axis } from '../findings/timeline.ts';
import type { Bounds } from '../pack/dates.ts';
import type { Side } from '../pack/library.ts';
import type { Figure, Relation } from '../pack/schema.ts';

/** A scenario as a row of a picture. */
type Rung = { rung: number; title: string; tie?: Tie };

export type Chart =
  /** What the bars of the rungs below it show. */
  | { draws: 'ladder-head'; names: Record<BarSide, string>; most: MostVoices }
  /** Bars of voices on the sides, all to one scale. */
  | ({
      draws: 'rung';
      isMarked: boolean;
      isReported: boolean;
      voices: RungVoices;
      most: MostVoices;
      names: Record<BarSide, string>;
    } & Rung)
  /** Above the matrix: a column for each rung, of so many that there are. */
  | {
      draws: 'matrix-head';
      rungs: readonly { rung: number; gap: Gap }[];
      names: { for: string; against: string };
      focus: number;
      of: number;
    }
  /** The sides that somebody takes, a cell for each column; a cell is absent where they say nothing. */
  | {
      draws: 'matrix-row';
      name: string;
      changes: boolean;
      cells: readonly (readonly Side[] | undefined)[];
      of: number;
      /** The column of the cross-hair. */
      focus?: number;
    }
  /** Somebody, their statements, and what they say on the rungs. */
  | {
      draws: 'positions';
      name: string;
      count: number;
      changes: boolean;
      /** A cell for each rung; absent where they say nothing. */
      cells: readonly (readonly Side[] | undefined)[];
    }
  /** The numbers of the rungs above the cells of people. */
  | { draws: 'positions-head'; rungs: readonly number[] }
  /** The months and days of an axis, and what is listed below it. */
  | { draws: 'months'; axis: Axis | undefined; text: string }
  /** The days that a date leaves open. */
  | {
      draws: 'span';
      date: string;
      title: string;
      isEvent: boolean;
      bounds: Bounds;
      axis: Axis | undefined;
    }
  /** The numbers from nothing to the largest. */
  | { draws: 'scale'; most: number }
  /** A number, where it lies between them, who gives it and as of when. */
  | {
      draws: 'amount';
      number: string;
      by: string;
      most: number;
      figure: Pick<Figure, 'value' | 'comparator'>;
    }
  /** The letters of relations. */
  | { draws: 'lane-letters'; letters: readonly { letter: string; isLit: boolean }[] }
  /** A rung with the arrows that begin, end or pass there; `from` and `to` are rows. */
  | ({
      draws: 'lanes';
      row: number;
      relations: readonly { kind: Relation['kind']; from: number; to: number; isLit: boolean }[];
    } & Rung)
  /** The scenarios of a comparison; with `sides`, each has a column for and one against it. */
  | {
      draws: 'column-heads';
      heads: readonly { title: string; rung: number }[];
      focus: number;
      sides?: readonly [string, string];
    };
