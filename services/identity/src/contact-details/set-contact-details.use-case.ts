import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb, Protection } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { revokeLinksOf } from '../capability-links/message-links.ts';
import { requireSpeaksFor } from '../consents/speaks-for.ts';
import { deliveryMethods } from '../delivery/delivery-channel.ts';
import { lockSurvivorOf } from '../people/survivor.ts';
import { writeContactDetails } from './write-contact-details.ts';
import { ContactPhone, PostalAddressFields } from './contact-details.view.ts';
import { PreferredContact } from './contact-values.ts';

@InputType({ description: 'A field that is left out stays as it is; null clears it.' })
export class SetContactDetailsInput {
  @Field(() => UUID)
  personId!: Id<'Person'>;

  @Field(() => [ContactPhone], { nullable: true, description: 'All of them, at most five; the first is the one to try first.' })
  phones?: ContactPhone[] | null;

  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => PostalAddressFields, { nullable: true })
  address?: PostalAddressFields | null;

  @Field(() => PostalAddressFields, { nullable: true, description: 'Of an address program: as long as there is one, it is told in place of the address, to everybody.' })
  substituteAddress?: PostalAddressFields | null;

  @Field(() => String, { nullable: true, description: 'When it is safe to call, up to 300 characters.' })
  safeTimes?: string | null;

  @Field(() => PreferredContact, { nullable: true })
  preferred?: PreferredContact | null;

  @Field(() => String, { nullable: true, description: 'BCP 47; null when no interpreter is needed.' })
  interpreterLanguage?: string | null;
}

/** Says how a person can be reached. It is one command for all of it, so that no trail tells by its name what was changed. */
@Injectable()
export class SetContactDetails {
  constructor(
    private readonly db: CountyDb,
    private readonly protection: Protection,
    private readonly clock: Clock,
  ) {}

  run({ personId: named, ...change }: SetContactDetailsInput): Promise<Id<'Person'>> {
    return this.db.transact(async (tx) => {
      await requireSpeaksFor(tx, named);
      const { id: personId } = await lockSurvivorOf(tx, named); // so that two do not begin the details at the same time, and nobody while the person is erased
      await writeContactDetails(tx, this.protection, personId, change);
      // A mailbox or phone that was theirs may be somebody else's now: what was sent there ends.
      const methods = deliveryMethods.filter((method) => (method === 'MAIL' ? change.email : change.phones) !== undefined);
      await revokeLinksOf(tx, personId, this.clock.now(), methods);
      return personId;
    });
  }
}
