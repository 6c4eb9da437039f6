import { Clock, type Id } from '@fc/domain-kernel';
import { CountyDb, RowNotFound, type FilterQuery } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { isOnConnection } from '../projections/on-connection.ts';
import { CallBuyIn } from './call-buy-in.entity.ts';
import { ComfortCallAttempt } from './comfort-call-attempt.entity.ts';
import { ComfortCall } from './comfort-call.entity.ts';
import { ComfortCallView } from './comfort-call.view.ts';

/** Reads comfort calls, each only for whoever is on its connection. */
@Injectable()
export class ComfortCalls {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  async byId(id: Id<'ComfortCall'>): Promise<ComfortCallView> {
    const [view] = await this.#where({ id });
    if (!view) throw new RowNotFound('ComfortCall', id);
    return view;
  }

  ofConnection(connectionId: Id<'FamilyConnection'>): Promise<ComfortCallView[]> {
    return this.#where({ connectionId });
  }

  #where(where: FilterQuery<ComfortCall>): Promise<ComfortCallView[]> {
    return this.db.read(async (reader) => {
      const calls = await reader.rows(ComfortCall, where, { orderBy: { id: 'asc' } });
      const [first] = calls; // all of one connection
      if (!first || !(await isOnConnection(reader, first.connectionId))) return [];
      const ofCalls = { comfortCallId: { $in: calls.map((call) => call.id) } };
      const buyIns = await reader.rows(CallBuyIn, ofCalls);
      const attempts = await reader.rows(ComfortCallAttempt, ofCalls, { orderBy: { at: 'asc' } });
      const its = <Part extends { comfortCallId: string }>(parts: readonly Part[], { id }: { id: string }): Part[] => parts.filter((part) => part.comfortCallId === id);
      return calls.map((call) => ComfortCallView.from(call, its(buyIns, call), its(attempts, call), this.clock.now()));
    });
  }
}
