import type { ActionId } from './keymap.ts';
import type { Spot, State } from './state.ts';

/** The keys for the footer at this place, in the order of their importance. */
export function footerActions({ trail, overlay }: State): readonly ActionId[] {
  if (overlay) return overlay.kind === 'palette' ? ['down', 'open', 'back'] : ['down', 'back'];
  const { place } = trail.at(-1) as Spot;
  switch (place.view) {
    case 'ladder':
      return [
        'down',
        'open',
        'search',
        'mark',
        'compare',
        'matrix',
        'timeline',
        'figures',
        'people',
        'language',
        'copy',
        'help',
        'quit',
      ];
    case 'search':
      return place.isTyping
        ? ['open', 'switch-focus', 'back']
        : ['down', 'open', 'back', 'search', 'copy', 'mark', 'help', 'quit'];
    case 'compare':
      return [
        'down',
        'next-column',
        'open',
        'back',
        'swap',
        'remove',
        'copy',
        'language',
        'help',
        'quit',
      ];
    case 'matrix':
      return ['down', 'next-column', 'open', 'back', 'sort', 'rows', 'only', 'help', 'quit'];
    case 'timeline':
      return ['down', 'open', 'back', 'rows', 'search', 'help', 'quit'];
    default:
      return [
        'down',
        'open',
        'back',
        'search',
        'next-hit',
        'copy',
        'language',
        'mark',
        'compare',
        'help',
        'quit',
      ];
  }
}
