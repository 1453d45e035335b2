/** What becomes of a statement that waits, as the explorer asks for it: written to the pack. */
import { ChangeRefused, changePack, type PackChange } from '../author/change.ts';
import { accept, remove } from '../author/restructure.ts';

/** What a file of a pack was before a statement was taken out of it, and after. */
type Rejection = { file: string; before: string; after: string };

/** By the folder of the pack and the id of the statement, for as long as the program runs. */
const rejections = new Map<string, Rejection>();

/**
 * Accepts a statement of a pack, takes it out, or puts it again where it was taken out.
 *
 * @throws where the pack cannot be changed
 */
export function settle(
  dir: string,
  { verdict, id }: { verdict: 'accept' | 'reject' | 'restore'; id: string },
): void {
  const key = JSON.stringify([dir, id]);
  if (verdict === 'accept') changePack(dir, (files) => accept(files, [id]));
  else if (verdict === 'restore') restore(dir, rejections.get(key));
  else {
    const rejection = changePack(dir, (files) => {
      const { change, result } = remove(files, id);
      const [file = ''] = result.files;
      const before = files.find(({ path }) => path === file)?.text ?? '';
      return { change, result: { file, before, after: change.get(file) ?? '' } };
    });
    rejections.set(key, rejection);
  }
}

function restore(dir: string, rejection: Rejection | undefined): void {
  changePack(dir, (files) => {
    const now = files.find(({ path }) => path === rejection?.file)?.text;
    if (!rejection || now !== rejection.after) {
      throw new ChangeRefused('its file was changed since it was taken out');
    }
    const change: PackChange = new Map([[rejection.file, rejection.before]]);
    return { change, result: undefined };
  });
}
