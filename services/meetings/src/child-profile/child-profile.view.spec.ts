import { Principal, Role } from '@fc/auth';
import { newId, type Id } from '@fc/domain-kernel';
import type { Row } from '@fc/tenancy';
import { countySchema } from '@fc/tenancy/registry';
import { describe, expect, it } from '@jest/globals';
import type { ChildProfileEntry } from './child-profile-entry.entity.ts';
import { ChildProfileEntryView } from './child-profile.view.ts';
import type { Standing } from './profile-readers.ts';

const county = countySchema.parse({
  ...{ slug: 'king', name: 'King', kind: 'COUNTY', fips: '53033', timeZone: 'America/Los_Angeles', status: 'ACTIVE', issuer: 'https://id.example.org/realms/king' },
  ...{ database: { host: 'localhost', port: 5432, name: 'county_king' }, settings: {} },
});
const as = (person: Id<'Person'>): Principal => new Principal({ county, person, subject: 's', class: 'family', roles: [] });
const here = newId<'FamilyConnection'>();
const [parent, mentor] = [newId<'Person'>(), newId<'Person'>()];
const standing = (person: Id<'Person'>, role: 'PARENT' | 'CAREGIVER_MENTOR'): Standing => ({ person, isCaseworker: false, roles: new Map([[here, [Role[role]]]]), renewed: new Map(), withdrawn: new Map(), wasForbidden: () => false });
const entry = { id: newId<'ChildProfileEntry'>(), childId: newId<'Child'>(), connectionId: here, sourceId: newId<'Person'>(), field: 'MEDICAL', text: 'Asthma.', sensitivity: 'SENSITIVE' } as Row<ChildProfileEntry>;

describe('what is medical in a child’s profile', () => {
  it('S83 is unreadable for anybody but the one for whom it was read, and for them too where they may not', () => {
    const view = ChildProfileEntryView.from(entry, standing(parent, 'PARENT'));
    expect(view.text.reveal(as(parent))).toBe('Asthma.');
    expect(view.text.reveal(as(mentor))).toBeNull();
    expect(ChildProfileEntryView.from(entry, standing(mentor, 'CAREGIVER_MENTOR')).text.reveal(as(mentor))).toBeNull();
    expect(ChildProfileEntryView.from(entry, standing(mentor, 'CAREGIVER_MENTOR'), true).text.reveal(as(mentor))).toBe('Asthma.');
  });

  it('S83 stands in nothing that is written out', () => {
    expect(JSON.stringify(ChildProfileEntryView.from(entry, standing(parent, 'PARENT')))).not.toContain('Asthma');
  });
});
