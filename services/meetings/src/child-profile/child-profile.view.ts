import { Guarded, GuardedField } from '@fc/auth';
import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ChildProfileEntry } from './child-profile-entry.entity.ts';
import { ProfileConsent, ProfileField, Sensitivity } from './profile-field.ts';
import { mayRead, type Standing } from './profile-readers.ts';

registerEnumType(ProfileField, { name: 'ProfileField' });
registerEnumType(Sensitivity, { name: 'Sensitivity', description: 'SENSITIVE: for the two families and the caseworkers alone.' });
registerEnumType(ProfileConsent, { name: 'ProfileConsent', description: 'Which homes the source agreed to tell: this one alone, or also those where the child lives later, each of them once a parent has renewed the consent for it.' });

/** The part of a child that meetings knows. */
@ObjectType('Child')
@Directive('@key(fields: "id")')
export class ProfiledChild {
  @Field(() => UUID)
  id!: Id<'Child'>;
}

@ObjectType('ChildProfileEntry', { description: 'One thing that a caregiver should know of a child.' })
export class ChildProfileEntryView {
  @Field(() => UUID)
  id!: Id<'ChildProfileEntry'>;

  @Field(() => UUID)
  childId!: Id<'Child'>;

  @Field(() => ProfileField)
  field!: `${ProfileField}`;

  @Field(() => Int, { description: 'Counts from 1.' })
  revision!: number;

  @GuardedField(() => String)
  text!: Guarded<string>;

  @Field(() => Sensitivity)
  sensitivity!: `${Sensitivity}`;

  @Field(() => ProfileConsent)
  consent!: `${ProfileConsent}`;

  @Field(() => UUID, { description: 'Who told it.' })
  sourceId!: Id<'Person'>;

  @Field(() => Instant)
  recordedAt!: Temporal.Instant;

  /** Its text is for that person alone, and only as far as it was told to them, or they have broken the glass around the child. */
  static from(entry: Row<ChildProfileEntry>, standing: Standing, glassBroken = false): ChildProfileEntryView {
    const { id, childId, field, revision, sensitivity, consent, sourceId, recordedAt } = entry;
    const text = Guarded.of(entry.text, (reader) => reader.person === standing.person && (glassBroken || mayRead(standing, entry)));
    return Object.assign(new ChildProfileEntryView(), { id, childId, field, revision, text, sensitivity, consent, sourceId, recordedAt });
  }
}
