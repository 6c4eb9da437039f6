import { ContactLedgerModule } from '@fc/subgraph';
import { Module } from '@nestjs/common';
import { WhenContactProhibited } from './when-contact-prohibited.consumer.ts';

@Module({ imports: [ContactLedgerModule], controllers: [WhenContactProhibited] })
export class ContactModule {}
