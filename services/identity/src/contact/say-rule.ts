import { ContactPermissionEndedV1, ContactPermittedV1, ContactProhibitedV1, ContactProhibitionEndedV1 } from '@fc/contracts';
import type { Id, Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import type { ContactRule } from './contact-rule.entity.ts';

const asPermission = (id: Id<'ContactRule'>): Id<'ContactPermission'> => id as string as Id<'ContactPermission'>;
const asProhibition = (id: Id<'ContactRule'>): Id<'ContactProhibition'> => id as string as Id<'ContactProhibition'>;

/** Tells every service of a new rule: neither its source nor its document. */
export function sayRecorded(tx: Transaction, { id, kind, first, second, channels, from, to, hours }: ContactRule): void {
  const fact = { people: [first, second], channels, from: from.toString(), to: to?.toString() ?? null, ...(hours && { hours: [...hours] }) };
  if (kind === 'PROHIBITION') tx.emit(ContactProhibitedV1, { prohibitionId: asProhibition(id), ...fact });
  else tx.emit(ContactPermittedV1, { permissionId: asPermission(id), ...fact });
}

export function sayEnded(tx: Transaction, { id, kind, first, second }: ContactRule, at: Temporal.Instant): void {
  const ended = { people: [first, second], endedAt: at.toString() };
  if (kind === 'PROHIBITION') tx.emit(ContactProhibitionEndedV1, { prohibitionId: asProhibition(id), ...ended });
  else tx.emit(ContactPermissionEndedV1, { permissionId: asPermission(id), ...ended });
}
