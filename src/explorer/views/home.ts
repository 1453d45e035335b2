/** The ladder as a place: where every way begins. */

export type LadderPlace = { view: 'ladder' };

export const HOME: LadderPlace = { view: 'ladder' };

export const isHome = ({ view }: { view: string }): boolean => view === HOME.view;
