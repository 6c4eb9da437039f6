import { Clock, Temporal, type Id } from '@fc/domain-kernel';
import { countyContext, CountyDb, CountyJobs, type CountyJob } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { MatchArrivals } from '../runs/match-arrivals.ts';
import { leaveRole } from './leave-role.ts';

/** A mentor who goes on in no assignment of the role: at the last one's end they leave it. */
interface Leaving {
  readonly profile_id: Id<'MentorProfile'>;
  readonly leaves_at: string;
}

/** Lets mentors go when the day comes on which their role ends. Of several processes one does it, and the others find nothing left to do. */
@Injectable()
export class EndMentorRoles {
  readonly #job: CountyJob;

  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly arrivals: MatchArrivals,
    jobs: CountyJobs,
  ) {
    this.#job = jobs.add('end-mentor-roles', () => this.#round());
  }

  /** Somebody's role has got an end in the county of this piece of work. */
  wake(): void {
    this.#job.wake(countyContext().county.slug);
  }

  /** Answers in how many milliseconds the next role ends. */
  async #round(): Promise<number | void> {
    const now = this.clock.now();
    const leaving = await this.db.read((reader) =>
      reader.sql<Leaving>(
        `select profile.id as profile_id, to_json(max(held.ends_at)) #>> '{}' as leaves_at
           from mentor_profile profile join access_role held on held.person_id = profile.person_id and held.role = profile.mentor_role
          where profile.active group by profile.id having bool_and(held.ends_at is not null) order by max(held.ends_at)`,
        [],
      ),
    );
    for (const { profile_id: id, leaves_at: leavesAt } of leaving) {
      const at = Temporal.Instant.from(leavesAt);
      if (Temporal.Instant.compare(at, now) > 0) return Math.ceil(at.since(now).total('milliseconds'));
      await this.db.transact((tx) => leaveRole(tx, id, at));
      this.arrivals.wake();
    }
  }
}
