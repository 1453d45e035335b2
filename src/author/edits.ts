/** Changes of single values in the files of a pack: all else stays as it is. */
import { ChangeRefused, type PackText } from './change.ts';
import { editYaml, type YamlEdit } from './yaml-edit.ts';

/** Edits of the files of a pack, collected one by one. */
export class Edits {
  readonly #files: readonly PackText[];
  readonly #byFile = new Map<string, YamlEdit[]>();

  constructor(files: readonly PackText[]) {
    this.#files = files;
  }

  add(file: string, edit: YamlEdit): void {
    this.#byFile.set(file, [...(this.#byFile.get(file) ?? []), edit]);
  }

  /** The new texts. @throws ChangeRefused naming the file that cannot be changed */
  change(): Map<string, string | null> {
    const change = new Map<string, string | null>();
    for (const [path, edits] of this.#byFile) {
      const text = this.#files.find((file) => file.path === path)?.text ?? '';
      try {
        change.set(path, editYaml(text, edits));
      } catch (error) {
        throw new ChangeRefused(`${path} ${(error as Error).message}; nothing was changed`);
      }
    }
    return change;
  }
}
