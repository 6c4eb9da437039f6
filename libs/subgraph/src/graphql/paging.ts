import { DomainError, isId } from '@fc/domain-kernel';
import type { EntityType, FilterQuery, Reader, Row } from '@fc/tenancy';
import { ArgsType, Directive, Field, Int, ObjectType } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';

/** How many things a page may hold at most. */
const longestPage = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 50, description: 'How many at most, up to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: "Begin behind this cursor: an earlier page's endCursor." })
  after?: string | null;
}

@ObjectType()
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Null for an empty page.' })
  endCursor!: string | null;
}

export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
}

/** The GraphQL type of a page of that view: `class PersonPage extends pageOf(PersonView)`. */
export function pageOf<View extends object>(view: Type<View>): Type<Page<View>> {
  @ObjectType({ isAbstract: true })
  class PageType implements Page<View> {
    @Field(() => [view])
    nodes!: readonly View[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;
  }
  return PageType;
}

/** Throws `INVALID_PAGE_SIZE`. */
export function requirePageSize(first: number, longest = longestPage): void {
  if (first < 1 || first > longest) throw new DomainError('INVALID_PAGE_SIZE', `A page holds 1 to ${longest}.`);
}

/** A cursor holds where its page ended, and nothing that a client may rely on. */
export const cursorOf = (text: string): string => Buffer.from(text).toString('base64url');
export const textOfCursor = (cursor: string): string => Buffer.from(cursor, 'base64url').toString();

/** A cursor that no page ended with. */
export const invalidCursor = (): DomainError => new DomainError('INVALID_CURSOR', 'This page cannot be found again. Begin with the first page.');

function idOfCursor(cursor: string): string {
  const id = textOfCursor(cursor);
  if (!isId(id)) throw invalidCursor();
  return id;
}

/** One page of rows, oldest first (ids grow with time). Throws `INVALID_PAGE_SIZE`, `INVALID_CURSOR`. */
export async function readPage<Entity extends { id: string }, View>(
  reader: Reader,
  type: EntityType<Entity>,
  where: FilterQuery<Entity>,
  { first, after }: PageArgs,
  view: (row: Row<Entity>) => View,
): Promise<Page<View>> {
  requirePageSize(first);
  const behind = after ? { id: { $gt: idOfCursor(after) } } : {};
  const rows = await reader.rows(type, { $and: [where, behind] } as FilterQuery<Entity>, { orderBy: { id: 'asc' } as never, limit: first + 1 }); // every entity here has an id
  const shown = rows.slice(0, first);
  const last = shown.at(-1) as { id: string } | undefined;
  return { nodes: shown.map(view), pageInfo: { hasNextPage: rows.length > first, endCursor: last ? cursorOf(last.id) : null } };
}
