/** The types of edtf, which has none. */
declare module 'edtf' {
  /** Parses EDTF level 2 text. @throws where the text is no EDTF */
  export default function edtf(text: string): { min: number; max: number };
}
