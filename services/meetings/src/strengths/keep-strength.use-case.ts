import { Clock, forbidden, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { requireMayTell } from '../guide/guide-member.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { Strength } from './strength.entity.ts';
import { knownStrength } from './strengths.query.ts';

@InputType()
export class ShareStrengthInput {
  @Field(() => UUID)
  strengthId!: Id<'Strength'>;

  @Field(() => Boolean, { description: 'False takes it back: from then on the other family sees it no more.' })
  shared!: boolean;
}

@InputType()
export class TakeBackStrengthInput {
  @Field(() => UUID)
  strengthId!: Id<'Strength'>;
}

/** A family shows the other one what was named of it, or does not any more. */
@Injectable()
export class ShareStrength {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ strengthId, shared }: ShareStrengthInput): Promise<Id<'Strength'>> {
    return this.db.transact(async (tx) => {
      const { standing, strength: known } = await knownStrength(tx, strengthId, this.clock);
      if (!standing.isFamily || (known.side && known.side !== standing.side)) throw forbidden('This is for the family whose it is.');
      const strength = await tx.lock(Strength, known.id);
      if (shared) {
        await requireMayTell(tx, await tx.get(FamilyConnection, known.connectionId), this.clock.now());
        strength.share(this.clock.now());
      } else strength.keepToThemselves();
      return strength.id;
    });
  }
}

/** Whoever named it, or the family whose it is, wants it there no longer; of a child's, the parent. */
@Injectable()
export class TakeBackStrength {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ strengthId }: TakeBackStrengthInput): Promise<Id<'Strength'>> {
    return this.db.transact(async (tx) => {
      const { standing, strength } = await knownStrength(tx, strengthId, this.clock);
      const isTheirs = standing.isFamily && (strength.side ?? 'PARENT') === standing.side;
      if (!isTheirs && strength.namedBy !== standing.person) throw forbidden('This is for whoever named it, and for the family whose it is.');
      (await tx.lock(Strength, strength.id)).takeBack(this.clock.now());
      return strength.id;
    });
  }
}
