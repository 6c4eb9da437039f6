import { DomainError, requireText } from '@fc/domain-kernel';
import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { traitKinds, type Trait, type Wish } from '../engine/matching-problem.ts';

/** What a mentor may have lived through, and a family may ask for, in the words of the program. */
export const livedExperiences = ['RECOVERY', 'KIN_CARE', 'INFANTS', 'TEENS', 'SIBLINGS', 'TRIBAL_MEMBERSHIP'] as const;

const MentorTraitKind = Object.fromEntries(traitKinds.map((kind) => [kind, kind]));
registerEnumType(MentorTraitKind, {
  name: 'MentorTraitKind',
  description: `LIVED_EXPERIENCE: one of ${livedExperiences.join(', ')}. GENDER, CULTURE, FAITH: in people's own words. A trait counts only where a family asked for it.`,
});

@InputType()
export class MentorTraitInput implements Trait {
  @Field(() => MentorTraitKind)
  kind!: Trait['kind'];

  @Field(() => String)
  value!: string;
}

@InputType()
export class MentorWishInput extends MentorTraitInput implements Wish {
  @Field(() => Boolean, { defaultValue: false, description: 'Rather nobody than a mentor without it.' })
  must!: boolean;
}

@ObjectType('MentorTrait')
export class MentorTraitView implements Trait {
  @Field(() => MentorTraitKind)
  kind!: Trait['kind'];

  @Field(() => String)
  value!: string;
}

@ObjectType('MentorWish')
export class MentorWishView extends MentorTraitView implements Wish {
  @Field(() => Boolean, { description: 'Rather nobody than a mentor without it.' })
  must!: boolean;
}

/** Throws `MATCHING.UNKNOWN_EXPERIENCE` for a lived experience that the program has no word for. */
export function requireExperience(value: string): string {
  if (!livedExperiences.some((known) => known === value)) throw new DomainError('MATCHING.UNKNOWN_EXPERIENCE', `A lived experience is one of ${livedExperiences.join(', ')}.`);
  return value;
}

/** Sound traits, each once. Throws `MATCHING.UNKNOWN_EXPERIENCE`. */
export function requireTraits<Stated extends Trait>(traits: readonly Stated[]): Stated[] {
  const sound = traits.map((trait) => ({ ...trait, value: trait.kind === 'LIVED_EXPERIENCE' ? requireExperience(trait.value) : requireText(trait.value, { field: 'What is said of a mentor', max: 60 }) }));
  return sound.filter((trait, index) => sound.findIndex((other) => isSame(other, trait)) === index);
}

const isSame = (one: Trait, other: Trait): boolean => one.kind === other.kind && one.value.toLowerCase() === other.value.toLowerCase();

/** Of these a person has one. */
const oneOfAKind: readonly Trait['kind'][] = ['GENDER', 'FAITH'];

/** Throws `MATCHING.WISHES_CONTRADICT`, which names the two, for wishes that nobody could meet at once. */
export function requireWishes(wishes: readonly Wish[]): Wish[] {
  const sound = requireTraits(wishes);
  for (const kind of oneOfAKind) {
    const [one, other] = sound.filter((wish) => wish.kind === kind && wish.must);
    if (one && other) throw new DomainError('MATCHING.WISHES_CONTRADICT', `No mentor can be both: ${one.value}, and ${other.value}. Let at least one of them be a wish that need not be met.`);
  }
  return sound;
}

/** Throws `MATCHING.LIMITS_CONTRADICT`, which names it, for a mentor who speaks of an experience and would rather not work with it: nobody who asks for it could come to them. */
export function requireNoContradiction(traits: readonly Trait[], limits: readonly string[]): void {
  const both = traits.filter(({ kind, value }) => kind === 'LIVED_EXPERIENCE' && limits.includes(value)).map(({ value }) => value);
  if (both.length > 0) throw new DomainError('MATCHING.LIMITS_CONTRADICT', `Whoever asks for it cannot come to a mentor who would rather not work with it: ${both.join(', ')}. Leave it out on one side.`);
}
