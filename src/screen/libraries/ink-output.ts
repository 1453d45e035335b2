/**
 * Ink's way from texts to rows, with a short cut for frames in which nothing overlaps. The build puts
 * it in the place of Ink's own module (tools/build-libraries.mjs, which holds it to one release).
 */
import InkOutput from '../../../node_modules/ink/build/output.js';
import { joinWrites } from './join-writes.ts';

export default class Output extends InkOutput {
  override get(): { output: string; height: number } {
    const { width: columns, height: rows } = this;
    // biome-ignore lint/complexity/useLiteralKeys: the brackets are the way to what is private in types
    const joined = joinWrites(this['operations'], { columns, rows });
    return joined === undefined ? super.get() : { output: joined, height: rows };
  }
}
