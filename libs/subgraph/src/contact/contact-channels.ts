import { registerEnumType } from '@nestjs/graphql';
import { contactChannels, type ContactChannel } from './contact.entities.ts';

/** The channels of the ledger as GraphQL knows them, alike in every service. */
export const ContactChannels = Object.fromEntries(contactChannels.map((channel) => [channel, channel])) as { readonly [Channel in ContactChannel]: Channel };
registerEnumType(ContactChannels, { name: 'ContactChannel', description: 'How two people may be in contact.' });
