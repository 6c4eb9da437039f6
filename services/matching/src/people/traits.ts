import { DomainError, requireText } from '@fc/domain-kernel';
import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { traitKinds, type Trait, type Wish } from '../engine/matching-problem.ts';
import { requireExperience } from './experiences.ts';

const MentorTraitKind = Object.fromEntries(traitKinds.map((kind) => [kind, kind]));
registerEnumType(MentorTraitKind, {
  name: 'MentorTraitKind',
  description: "LIVED_EXPERIENCE: the key of one of mentorExperiences. GENDER, CULTURE, FAITH: in people's own words. A trait counts only where a family asked for it.",
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

/** Sound traits, each once; `known` are the experiences that may be named. Throws `MATCHING.UNKNOWN_EXPERIENCE`. */
export function requireTraits<Stated extends Trait>(traits: readonly Stated[], known: readonly string[]): Stated[] {
  const sound = traits.map((trait) => ({ ...trait, value: trait.kind === 'LIVED_EXPERIENCE' ? requireExperience(trait.value, known) : requireText(trait.value, { field: 'What is said of a mentor', max: 60 }) }));
  return sound.filter((trait, index) => sound.findIndex((other) => isSame(other, trait)) === index);
}

const isSame = (one: Trait, other: Trait): boolean => one.kind === other.kind && one.value.toLowerCase() === other.value.toLowerCase();

/** Of these a person has one. */
const oneOfAKind: readonly Trait['kind'][] = ['GENDER', 'FAITH'];

/** Throws `MATCHING.WISHES_CONTRADICT`, which names the two, for wishes that nobody could meet at once. */
export function requireWishes(wishes: readonly Wish[], known: readonly string[]): Wish[] {
  const sound = requireTraits([...wishes].sort((one, other) => Number(other.must) - Number(one.must)), known); // of what is said twice, what must be
  for (const kind of oneOfAKind) {
    const [one, other] = sound.filter((wish) => wish.kind === kind && wish.must);
    if (one && other) throw new DomainError('MATCHING.WISHES_CONTRADICT', `No mentor can be both: ${one.value}, and ${other.value}. Let at least one of them be a wish that need not be met.`);
  }
  return sound;
}

/** Throws `MATCHING.LIMITS_CONTRADICT`, which names it, for a mentor who speaks of an experience, or would like to work with it, and would rather not work with it: nobody who asks for it could come to them. */
export function requireNoContradiction(traits: readonly Trait[], limits: readonly string[], preferences: readonly string[] = []): void {
  const spoken = [...traits.flatMap(({ kind, value }) => (kind === 'LIVED_EXPERIENCE' ? [value] : [])), ...preferences];
  const both = [...new Set(spoken)].filter((value) => limits.includes(value));
  if (both.length > 0) throw new DomainError('MATCHING.LIMITS_CONTRADICT', `Whoever asks for it cannot come to a mentor who would rather not work with it: ${both.join(', ')}. Leave it out on one side.`);
}
