import { ParticipationRequestedV1 } from '@fc/contracts';
import { Clock, DomainError, type Id } from '@fc/domain-kernel';
import { IdempotencyKey } from '@fc/subgraph';
import { CountyDb, Protection } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { writeContactDetails } from '../contact-details/write-contact-details.ts';
import { enter } from '../people/enrol.ts';
import { Person } from '../people/person.entity.ts';
import { ParticipationRequest, ParticipationSide } from './participation-request.entity.ts';

@InputType()
export class AskToTakePartInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => ParticipationSide)
  as!: ParticipationSide;

  @Field(() => String)
  givenName!: string;

  @Field(() => String)
  familyName!: string;

  @Field(() => String, { nullable: true, description: 'E.164, such as +12065550100. A phone number or an email address is needed.' })
  phone?: string | null;

  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether a message may be left at that number.' })
  safeToLeaveMessage!: boolean;

  @Field(() => String, { description: 'A BCP 47 tag: what they would like to be called back in.' })
  preferredLanguage!: string;

  @Field(() => String, { nullable: true, description: 'Up to 2,000 characters.' })
  message?: string | null;
}

/** A family without an account asks on the county's public site, or through a partner organisation. They become somebody whom a coordinator can call, and nothing more. */
@Injectable()
export class AskToTakePart {
  constructor(
    private readonly db: CountyDb,
    private readonly protection: Protection,
    private readonly clock: Clock,
  ) {}

  run(input: AskToTakePartInput): Promise<Id<'ParticipationRequest'>> {
    return this.db.once(input, async (tx) => {
      const { phone, email, safeToLeaveMessage, preferredLanguage } = input;
      if (!phone && !email) throw new DomainError('IDENTITY.HOW_TO_REACH', 'Say how you can be reached: a phone number or an email address.');
      const now = this.clock.now();
      const person = Person.register({ ...input, languages: [preferredLanguage] });
      enter(tx, person, [], now);
      await writeContactDetails(tx, this.protection, person.id, { email: email ?? null, phones: phone ? [{ number: phone, kind: 'MOBILE', safeToLeaveMessage }] : [] });
      const requestedBy = tx.context.actor.kind === 'partner' ? (tx.context.actor.person as Id<'Partner'>) : person.id; // a public site is nobody
      const request = ParticipationRequest.make({ ...input, personId: person.id, requestedBy, requestedAt: now });
      tx.add(request);
      tx.emit(ParticipationRequestedV1, { requestId: request.id, as: request.as, requestedAt: now.toString() });
      return request.id;
    });
  }
}
