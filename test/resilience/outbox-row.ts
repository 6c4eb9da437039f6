import { AccessChangedV1, type EventEnvelope } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { subjectOf } from '@fc/messaging';
import type { TestCounty } from '@fc/testing';

/** An event as it waits in identity's outbox, for a test that puts it there itself. It changes nothing for anybody. */
export function outboxRow({ county }: TestCounty, personId: Id<'Person'>): { event_id: string; subject: string; envelope: EventEnvelope } {
  const id = newId();
  const envelope: EventEnvelope = {
    specversion: '1.0',
    id,
    source: '/services/identity',
    type: AccessChangedV1.type,
    subject: personId,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    county: county.slug,
    actor: 'system:test',
    correlationid: id,
    data: { personId, disabled: false },
  };
  return { event_id: id, subject: subjectOf(county.slug, AccessChangedV1.type), envelope };
}
