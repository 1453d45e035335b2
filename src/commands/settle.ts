/** What becomes of a statement that waits, as the explorer asks for it: written to the pack. */
import { changePack } from '../author/change.ts';
import { accept, remove } from '../author/restructure.ts';

/** Accepts a statement of a pack, or takes it out. @throws where the pack cannot be changed */
export function settle(
  dir: string,
  { verdict, id }: { verdict: 'accept' | 'reject'; id: string },
): void {
  changePack(dir, (files) => (verdict === 'accept' ? accept(files, [id]) : remove(files, id)));
}
