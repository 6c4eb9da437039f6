import type { Id } from '@fc/domain-kernel';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { DeliveryMethod } from '../delivery/delivery-channel.ts';
import { NotificationPreferences } from './notification-preferences.entity.ts';

@InputType()
export class SetNotificationPreferencesInput {
  @Field(() => [DeliveryMethod], { description: 'How to write to me, the first to be tried first. Empty: not at all.' })
  methods!: DeliveryMethod[];

  @Field(() => String, { defaultValue: '21:00', description: 'Local time of day from which nothing is sent.' })
  quietFrom!: string;

  @Field(() => String, { defaultValue: '08:00', description: 'Equal to `quietFrom`: at any hour.' })
  quietTo!: string;

  @Field(() => Int, { defaultValue: 4 })
  mostPerDay!: number;
}

/** Somebody says how, when and how often they like to be written to; it holds for what waits already. */
@Injectable()
export class SetNotificationPreferences {
  constructor(private readonly db: CountyDb) {}

  run(input: SetNotificationPreferencesInput): Promise<void> {
    return this.db.transact(async (tx) => {
      const personId = tx.context.actor.person as Id<'Person'>; // whoever is signed in is a person
      const preferences = await tx.firstOr(NotificationPreferences, { personId }, () => NotificationPreferences.begin(personId));
      preferences.change(input);
    });
  }
}
