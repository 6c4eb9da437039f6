import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildASTSchema, getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, parse, type GraphQLInputType, type GraphQLNamedType } from 'graphql';
import { commandsOf } from './draft-form.ts';

const sdl = (path: string): string => readFileSync(join(import.meta.dirname, '../../../..', path), 'utf8');
const api = buildASTSchema(parse(sdl('gateway/api.graphql')));
const ownMutations = new Set(parse(sdl('services/meetings/schema.graphql')).definitions.flatMap((type) => (type.kind === 'ObjectTypeDefinition' && type.name.value === 'Mutation' ? (type.fields ?? []).map(({ name }) => name.value) : [])));

/** Fields of text that take a line at most: they are typed again as fast as they are found again. */
const shortFields: Readonly<Record<string, string>> = {
  place: 'up to 200 characters, or a link',
  forWhom: 'up to 200 characters: a name',
  promptId: 'the id of a line of the guide',
  key: 'the id of a task',
  type: 'which of the county’s hearings',
  language: 'a language, by its tag',
  wording: 'what tells one wording from the next',
  from: 'an hour of the day',
  to: 'an hour of the day',
  time: 'an hour of the day',
  about: 'which draft it is',
  document: 'up to 200 characters: where a ruling stands',
};

/** Commands with long text that need no draft. */
const without: Readonly<Record<string, string>> = {
  saveDraft: 'it is the draft',
  saveReflection: 'it keeps what was written so far, as a draft does',
  askToTakePart: 'whoever writes it has not signed in, and could not come back to it',
  placeChildren: 'its long text is a finding of the court, copied from its paper',
  importCaseData: 'it is a file of the county’s own system',
  sendCaseData: 'it is a file of the county’s own system',
};

/** From so many characters on, text beside connections is a long form too. */
const longBeside = 2_000;

/** The fields of an input, and of inputs within it, that hold long text. */
function longTexts(type: GraphQLInputType, path = ''): string[] {
  if (isNonNullType(type) || isListType(type)) return longTexts(type.ofType as GraphQLInputType, path);
  if (isInputObjectType(type)) return Object.values(type.getFields()).flatMap((field) => longTexts(field.type, field.name));
  return getNamedType(type).name === 'String' && !(path in shortFields) ? [path] : [];
}

const namesConnection = (type: GraphQLNamedType): boolean => isInputObjectType(type) && 'connectionId' in type.getFields();

const most = (description: string | null | undefined): number => Number(/([\d,]+) characters/.exec(description ?? '')?.[1]?.replaceAll(',', '') ?? 0);
const holdsLongText = (type: GraphQLNamedType): boolean => isInputObjectType(type) && Object.values(type.getFields()).some((field) => most(field.description) >= longBeside || holdsLongText(getNamedType(field.type)));

/** Every command of meetings, those of other services on a family connection, and those with long text beside connections. */
const written = Object.values(api.getMutationType()!.getFields())
  .filter(({ name, args }) => ownMutations.has(name) || args.some(({ type }) => namesConnection(getNamedType(type)) || holdsLongText(getNamedType(type))))
  .map(({ name, args }) => ({ name, fields: args.flatMap((arg) => longTexts(arg.type, arg.name)) }))
  .filter(({ fields }) => fields.length > 0);
const drafted = Object.values(commandsOf).flat();

describe('the forms of drafts', () => {
  it('hold every command on a family connection that takes long text, and every long form beside connections, but for those that say why not', () => {
    expect(written.map(({ name }) => name).filter((name) => !drafted.includes(name) && !(name in without))).toEqual([]);
  });

  it('are of commands that there are and that take long text, each of one form', () => {
    const names = written.map(({ name }) => name);
    expect([...drafted, ...Object.keys(without)].filter((name) => !names.includes(name))).toEqual([]);
    expect(new Set(drafted).size).toBe(drafted.length);
  });

  it('say in the graph which command a finished form is sent with', () => {
    const form = api.getType('DraftForm');
    const described = isEnumType(form) ? form.getValues().map(({ name, description }) => [name, description] as const) : [];
    expect(Object.fromEntries(described)).toEqual(Object.fromEntries(Object.entries(commandsOf).map(([name, commands]) => [name, `Is sent with ${commands.join(' or ')}.`])));
  });
});
