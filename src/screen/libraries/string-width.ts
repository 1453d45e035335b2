/** How Ink measures text: as rungs does. The build puts it in the place of `string-width`. */
export { styledWidth as default } from '../../terminal/text.ts';
