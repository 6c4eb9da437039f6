import type { Id } from '@fc/domain-kernel';
import { Field, InputType } from '@nestjs/graphql';
import { ProfileConsent, ProfileField, Sensitivity } from '../child-profile/profile-field.ts';
import type { ProfileEntryInput } from '../child-profile/write-profile.ts';
import type { CallOutcome } from './comfort-call-attempt.entity.ts';
import { nothingLearned } from './comfort-call.errors.ts';

@InputType({ description: 'What the parent told of the child in the call.' })
export class LearnedInCallInput {
  @Field(() => ProfileField)
  field!: ProfileField;

  @Field(() => String)
  text!: string;

  @Field(() => Sensitivity, { defaultValue: Sensitivity.ORDINARY })
  sensitivity!: Sensitivity;

  @Field(() => ProfileConsent, { nullable: true, description: 'Which homes the parent agreed to tell. Nothing is kept without it.' })
  consent?: ProfileConsent | null;
}

/** What belongs in the child's profile. Throws `MEETINGS.NOTHING_LEARNED`. */
export function learnedEntries(learned: readonly LearnedInCallInput[], childId: Id<'Child'>, outcome: `${CallOutcome}`): ProfileEntryInput[] {
  if (learned.length > 0 && outcome !== 'SPOKE') throw nothingLearned();
  return learned.map((each) => ({ ...each, childId }));
}
