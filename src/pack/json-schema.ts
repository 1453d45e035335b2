/** The form of a pack's files as JSON Schema, for the completion and the checks of editors. */
import { z } from 'zod';
import { LIST_KINDS } from './files.ts';
import { FORMAT, packSchema, RECORD_SCHEMAS, scenarioSchema } from './schema.ts';

/** JSON Schemas (draft 2020-12) by the name of their file: a scenario and the pack, lists else. */
export function jsonSchemas(): Record<string, object> {
  const files: Record<string, z.ZodType> = {
    'pack.schema.json': packSchema,
    'scenario.schema.json': scenarioSchema,
  };
  for (const kind of LIST_KINDS) files[`${kind}.schema.json`] = z.array(RECORD_SCHEMAS[kind]);
  return Object.fromEntries(
    Object.entries(files).map(([name, schema]) => [
      name,
      // A name that stays the same as long as the form does, wherever the file is.
      { $id: `urn:rungs:format-${FORMAT}:${name}`, ...toJsonSchema(schema) },
    ]),
  );
}

function toJsonSchema(schema: z.ZodType): object {
  return z.toJSONSchema(schema, {
    io: 'input',
    override({ jsonSchema }) {
      // What JavaScript can count to says nothing about a pack.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
}
