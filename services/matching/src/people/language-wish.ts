import { DomainError } from '@fc/domain-kernel';
import { Field, InputType, ObjectType } from '@nestjs/graphql';
import type { Need } from '../engine/matching-problem.ts';

/** In which languages a family would like to talk with a mentor. */
export interface LanguageWish {
  /** BCP 47 tags; any of them. */
  readonly tags: readonly string[];
  /** Rather nobody than a mentor who speaks none of them. */
  readonly must: boolean;
}

@InputType()
export class LanguageWishInput implements LanguageWish {
  @Field(() => [String], { description: '1 to 5 BCP 47 tags; any of them.' })
  tags!: string[];

  @Field(() => Boolean, { defaultValue: false, description: 'Rather nobody than a mentor who speaks none of them.' })
  must!: boolean;
}

@ObjectType('LanguageWish')
export class LanguageWishView implements LanguageWish {
  @Field(() => [String], { description: 'BCP 47 tags; any of them.' })
  tags!: readonly string[];

  @Field(() => Boolean, { description: 'Rather nobody than a mentor who speaks none of them.' })
  must!: boolean;
}

/** So many languages at most, and so many characters of a tag. */
const [most, longestTag] = [5, 35];

/** Throws `MATCHING.UNKNOWN_LANGUAGE` for none, for more than five, and for what is no BCP 47 tag of a usual length. */
export function requireLanguageWish({ tags, must }: LanguageWish): LanguageWish {
  const known = [...new Set(tags.flatMap(canonical))];
  if (known.length === 0 || known.length > most || tags.some((tag) => canonical(tag).length === 0)) throw new DomainError('MATCHING.UNKNOWN_LANGUAGE', `Name 1 to ${most} languages by their BCP 47 tags, such as so or es-MX.`);
  return { tags: known, must };
}

function canonical(tag: string): string[] {
  if (tag.length > longestTag) return [];
  try {
    return Intl.getCanonicalLocales(tag);
  } catch {
    return [];
  }
}

type Spoken = Pick<Need, 'languages' | 'firstLanguages'>;

/** What counts as a family's languages: what they asked for weighs as their first ones do, and what must be leaves no other. Their own still do where it is a wish. */
export function languagesToTalkIn(spoken: Spoken, wish: LanguageWish | null): Spoken {
  if (!wish) return spoken;
  if (wish.must) return { languages: wish.tags, firstLanguages: wish.tags };
  return { languages: spoken.languages.length > 0 ? [...new Set([...wish.tags, ...spoken.languages])] : [], firstLanguages: wish.tags };
}
