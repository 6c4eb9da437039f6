import { Role } from '@fc/auth';
import { ParticipationRequestedV1 } from '@fc/contracts';
import { Clock, DomainError, forbidden, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb, type Actor } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { lockSurvivorOf } from '../people/survivor.ts';
import { ParticipationRequest, ParticipationSide } from './participation-request.entity.ts';

@InputType()
export class RequestParticipationInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => ParticipationSide)
  as!: ParticipationSide;

  @Field(() => String, { description: 'A BCP 47 tag: what they would like to be called back in.' })
  preferredLanguage!: string;

  @Field(() => String, { nullable: true, description: 'Up to 2,000 characters.' })
  message?: string | null;

  @Field(() => UUID, { nullable: true, description: 'For a worker who asks for somebody else. Leave it out to ask for yourself.' })
  forPersonId?: Id<'Person'> | null;
}

const workers: readonly string[] = [Role.CASEWORKER, Role.COORDINATOR];

/** A family would like to take part, or to know more first. */
@Injectable()
export class RequestParticipation {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RequestParticipationInput): Promise<Id<'ParticipationRequest'>> {
    return this.db.once(input, async (tx) => {
      const person = await lockSurvivorOf(tx, whoWishes(input, tx.context.actor));
      const requestedBy = tx.context.actor.person as Id<'Person'>;
      const request = ParticipationRequest.make({ ...input, personId: person.id, requestedBy, requestedAt: this.clock.now() });
      tx.add(request);
      tx.emit(ParticipationRequestedV1, { requestId: request.id, as: request.as, requestedAt: request.requestedAt.toString() });
      return request.id;
    });
  }
}

function whoWishes({ forPersonId }: RequestParticipationInput, { person, roles }: Actor): Id<'Person'> {
  const isWorker = roles.some((role) => workers.includes(role));
  if (forPersonId && forPersonId !== person && !isWorker) throw forbidden('Only a caseworker or a coordinator asks for somebody else.');
  if (!forPersonId && isWorker) throw new DomainError('IDENTITY.FOR_WHOM', 'Say for whom you ask.');
  return (forPersonId ?? person) as Id<'Person'>;
}
