import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { jsonSchemas } from '../../src/pack/json-schema.ts';

it('the JSON Schemas in schema/ are those of the code; node tools/schema.mjs writes them', () => {
  const schemas = jsonSchemas();
  expect(readdirSync('schema').sort()).toEqual(Object.keys(schemas).sort());
  for (const [name, schema] of Object.entries(schemas)) {
    expect(JSON.parse(readFileSync(`schema/${name}`, 'utf8')), name).toEqual(schema);
  }
});

it('they say what each field means, what is needed, and that nothing else is known', () => {
  expect(jsonSchemas()['scenario.schema.json']).toMatchObject({
    additionalProperties: false,
    required: expect.arrayContaining(['id', 'rung', 'title', 'proposition', 'asOf']),
    properties: { status: { type: 'string', description: 'How far it has got' } },
  });
  expect(jsonSchemas()['statements.schema.json']).toMatchObject({
    type: 'array',
    items: { properties: { form: { enum: expect.arrayContaining(['direct', 'indirect']) } } },
  });
});
