declare module '@citation-js/core' {
  export class Cite {
    constructor(items: unknown);
    format(output: 'bibliography', options: { format: 'text'; template: 'apa' }): string;
  }
}
declare module '@citation-js/plugin-csl' {}
