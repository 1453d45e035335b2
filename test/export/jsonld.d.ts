declare module 'jsonld' {
  type Loader = (
    url: string,
  ) => Promise<{ contextUrl?: string; documentUrl: string; document: object }>;
  type Options = { documentLoader: Loader; safe?: boolean; format?: 'application/n-quads' };
  const jsonld: {
    expand(document: object, options: Options): Promise<object[]>;
    toRDF(document: object, options: Options): Promise<string>;
  };
  export default jsonld;
}
