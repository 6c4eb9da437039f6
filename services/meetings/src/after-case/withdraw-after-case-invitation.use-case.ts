import { Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { getOnConnection } from '../projections/on-connection.ts';
import { AfterCaseInvitation } from './after-case-invitation.entity.ts';

@InputType()
export class WithdrawAfterCaseInvitationInput {
  @Field(() => UUID)
  invitationId!: Id<'AfterCaseInvitation'>;
}

/** The birth family takes its invitation back, at any time. */
@Injectable()
export class WithdrawAfterCaseInvitation {
  constructor(private readonly db: CountyDb) {}

  run({ invitationId }: WithdrawAfterCaseInvitationInput): Promise<Id<'AfterCaseInvitation'>> {
    return this.db.transact(async (tx) => {
      await getOnConnection(tx, AfterCaseInvitation, invitationId, Role.PARENT);
      (await tx.lock(AfterCaseInvitation, invitationId)).withdraw();
      return invitationId;
    });
  }
}
