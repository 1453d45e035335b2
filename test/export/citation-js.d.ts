declare module '@citation-js/core' {
  export class Cite {
    constructor(items: unknown);
    readonly data: readonly Record<string, unknown>[];
    format(output: 'bibliography', options: { format: 'text'; template: 'apa' }): string;
  }
}
declare module '@citation-js/plugin-csl' {}
declare module '@citation-js/plugin-bibtex' {}
