import type { Id } from '@fc/domain-kernel';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Person } from '../people/person.entity.ts';
import { viewPeople } from '../people/view-people.ts';
import { likelySame, plainName, worthALook, type Likeness, type PersonTraits } from './likely-same.ts';
import { PossibleDuplicateView } from './duplicates.views.ts';

interface Known extends PersonTraits {
  readonly id: Id<'Person'>;
}
type LikelyPair = Likeness & { readonly people: readonly [Known, Known] };

/** The most pairs that one answer shows; more than these, somebody has to look at first anyway. */
const mostShown = 50;
/** A name that so many share tells nobody apart. */
const mostAlike = 200;

/** Finds records that may be of one person, the likeliest first. */
@Injectable()
export class PossibleDuplicates {
  constructor(private readonly db: CountyDb) {}

  all(): Promise<PossibleDuplicateView[]> {
    return this.db.read(async (reader) => {
      const known = await reader.sql<Known>(
        `select person.id, given_name as "givenName", family_name as "familyName", child.birth_date::text as "birthDate",
            coalesce(array_agg(record.external_id) filter (where record.external_id is not null), '{}') as "externalIds"
           from person left join child on child.id = person.id left join external_record record on record.record_id = person.id and record.kind in ('PERSON', 'CHILD')
          where person.merged_into_id is null
          group by person.id, given_name, family_name, child.birth_date order by person.id`,
      );
      const pairs = likelyPairs(known).slice(0, mostShown);
      const rows = await reader.rows(Person, { id: { $in: pairs.flatMap(({ people }) => people.map(({ id }) => id)) } });
      const views = new Map((await viewPeople(reader, rows)).map((view) => [view.id, view]));
      return pairs.map(({ people, score, reasons }) => Object.assign(new PossibleDuplicateView(), { people: people.map(({ id }) => views.get(id)), score, reasons }));
    });
  }
}

/** Compares whoever shares a birthday, or one of their names up to its third letter: all others cannot be alike. */
export function likelyPairs(known: readonly Known[]): LikelyPair[] {
  const found = new Map<string, LikelyPair>();
  const groups = Map.groupBy(known.flatMap((each) => keysOf(each).map((key) => ({ key, each }))), ({ key }) => key);
  for (const group of groups.values()) {
    if (group.length > mostAlike) continue;
    for (const [index, { each: one }] of group.entries())
      for (const { each: other } of group.slice(index + 1)) {
        const likeness = likelySame(one, other);
        if (one.id !== other.id && likeness.score >= worthALook) found.set(`${one.id} ${other.id}`, { people: [one, other], ...likeness });
      }
  }
  return [...found.values()].sort((one, other) => other.score - one.score);
}

const keysOf = ({ givenName, familyName, birthDate }: PersonTraits): string[] => [`${[plainName(givenName), plainName(familyName)].map((name) => name.slice(0, 3)).sort().join(' ')}`, ...(birthDate ? [birthDate] : [])];
