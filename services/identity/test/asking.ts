import { Refused, type Actor, type TestCounty } from '@fc/testing';
import { expect } from '@jest/globals';

/** The mutation of that name with its one input: `change('exitFosterCare', '{ id }')`. */
export const change = (name: string, selection = '{ id }'): string => `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) ${selection} }`;

/** Runs a mutation that makes nothing, and so takes no idempotency key. */
export async function tell<Result>(actor: Actor, name: string, input: object, selection = '{ id }'): Promise<Result> {
  const data = await actor.get<Record<string, Result>>(change(name, selection), { input });
  return data[name] as Result;
}

/** The code with which that is refused. */
export const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'NOT_REFUSED',
    (error: unknown) => {
      if (error instanceof Refused) return error.code;
      throw error;
    },
  );

interface AuditRow {
  readonly outcome: string;
  readonly action: string;
  readonly code: string | null;
  readonly roles: readonly string[];
}

/** What identity wrote down of that person and that action, oldest first. */
export const auditOf = (county: TestCounty, actor: Actor, action: string): Promise<AuditRow[]> =>
  county.rows<AuditRow>(`select outcome, action, code, roles, records from identity.audit_entry where person = $1 and action = $2 order by sequence`, [actor.personId, action]);

/** The refusal is in the county's trail. */
export async function expectAudited(county: TestCounty, actor: Actor, action: string, code: string): Promise<void> {
  expect(await auditOf(county, actor, action)).toContainEqual(expect.objectContaining({ outcome: 'REFUSED', code }));
}

/** The data of the events of that type that identity has said, oldest first, whether or not they have left yet. */
export async function said<Data extends object>(county: TestCounty, type: string): Promise<Data[]> {
  const rows = await county.rows<{ data: Data }>(
    `select envelope -> 'data' as data from (select * from identity.outbox_event union all select sequence, event_id, subject, envelope, emitted_at from identity.event_log) event
      where envelope ->> 'type' = $1 order by emitted_at`,
    [type],
  );
  return rows.map(({ data }) => data);
}

export { hoursAgo } from '@fc/testing';
