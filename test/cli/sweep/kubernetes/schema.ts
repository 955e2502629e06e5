/** The keywords of the schemas that are checked here; one that is not known is an error of the schema. */
interface Schema {
  readonly type?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly $ref?: string;
  readonly format?: string;
}
export type Schemas = Readonly<Record<string, Schema>>;

const known: ReadonlySet<string> = new Set(
  'type nullable enum properties required additionalProperties items oneOf $ref format'.split(' '),
);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
};

/** What the API's server refuses, place by place: keys that no schema knows too, as its strict validation does. */
export function problemsOf(value: unknown, id: string, schemas: Schemas): string[] {
  return problems(value, { $ref: id }, schemas, '$');
}

function problems(value: unknown, schema: Schema, schemas: Schemas, place: string): string[] {
  for (const keyword of Object.keys(schema)) {
    if (!known.has(keyword)) throw new Error(`a keyword that is not checked: ${keyword}`);
  }
  if (schema.$ref !== undefined) {
    const target = schemas[schema.$ref.replace(/#$/, '')];
    if (target === undefined) throw new Error(`no schema ${schema.$ref}`);
    return problems(value, target, schemas, place);
  }
  if (value === null && schema.nullable === true) return [];
  if (schema.oneOf !== undefined) {
    const tried = schema.oneOf.map((choice) => problems(value, choice, schemas, place));
    if (tried.some(({ length }) => length === 0)) return [];
    // What went furthest says most: its first place is the deepest.
    return tried.reduce((most, list) => (list[0].length > most[0].length ? list : most));
  }
  if (schema.enum !== undefined && !schema.enum.includes(value))
    return [`${place}: not one of ${schema.enum.join(', ')}`];
  if (schema.type !== undefined && !types[schema.type](value))
    return [`${place}: not of type ${schema.type}`];
  const { items } = schema;
  if (Array.isArray(value) && items !== undefined) {
    return value.flatMap((item, index) => problems(item, items, schemas, `${place}[${index}]`));
  }
  if (!isObject(value)) return [];
  const missing = (schema.required ?? []).filter((key) => value[key] === undefined);
  const found = missing.map((key) => `${place}.${key}: missing`);
  for (const [key, member] of Object.entries(value)) {
    const { additionalProperties: more } = schema;
    const inner = schema.properties?.[key] ?? (typeof more === 'object' ? more : undefined);
    if (inner !== undefined) found.push(...problems(member, inner, schemas, `${place}.${key}`));
    else if (schema.properties !== undefined && more !== true) found.push(`${place}.${key}: not known`);
  }
  return found;
}
