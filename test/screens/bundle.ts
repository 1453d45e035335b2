/** What the player of the whole screens is made of. */
export { runPlay } from '../../src/commands/play.ts';
export { openPack } from '../../src/store/open.ts';
export { makeTheme } from '../../src/terminal/theme.ts';
