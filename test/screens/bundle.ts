/** What the player of the whole screens, and sessions in the emulator, are made of. */
export { runPlay } from '../../src/commands/play.ts';
export { explorerProgram } from '../../src/play/explorer-program.ts';
export { openPack } from '../../src/store/open.ts';
export { makeTheme } from '../../src/terminal/theme.ts';
