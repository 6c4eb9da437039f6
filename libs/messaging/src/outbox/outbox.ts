import type { EventEnvelope } from '@fc/contracts';
import { newId, Temporal } from '@fc/domain-kernel';
import type { County, CountyContext, EmittedEvent, Transaction, TransactionPart } from '@fc/tenancy';
import { subjectOf } from '../transport/subjects.ts';

const envelopeOf = ({ contract, data }: EmittedEvent, { county, actor, correlationId, delivery }: CountyContext): EventEnvelope => ({
  specversion: '1.0',
  id: newId(),
  source: `/services/${contract.service}`,
  type: contract.type,
  subject: String(data[contract.aggregate]),
  time: Temporal.Now.instant().toString({ smallestUnit: 'millisecond' }),
  datacontenttype: 'application/json',
  county: county.slug,
  actor: actor.person ?? actor.kind,
  correlationid: correlationId,
  ...(delivery ? { causationid: delivery.eventId } : {}),
  data,
});

/** Keeps what a transaction says has happened beside its rows; once they are committed, wakes the relay that publishes it. */
export class Outbox implements TransactionPart {
  /** Set by the relay of this process. */
  onCommit: (county: County) => void = () => undefined;

  async beforeCommit(tx: Transaction): Promise<void> {
    if (tx.emitted.length === 0) return;
    const rows = tx.emitted.map((event) => envelopeOf(event, tx.context));
    await tx.sql(
      `insert into outbox_event (event_id, subject, envelope) values ${rows.map(() => '(?, ?, ?)').join(', ')}`,
      rows.flatMap((envelope) => [envelope.id, subjectOf(envelope.county, envelope.type), JSON.stringify(envelope)]),
    );
  }

  afterCommit({ county }: CountyContext): void {
    this.onCommit(county);
  }
}
