import { expect } from '@jest/globals';
import { CaseAssignedV1, CaseUnassignedV1, MatchAcceptedV1, MatchEndedV1, type ContactPermittedV1, type EventData } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { eventually, hoursAgo, type Actor, type TestCounty } from '@fc/testing';

export { hoursAgo, inHours } from '@fc/testing';
export const now = (): string => hoursAgo(0);

type MentorRole = EventData<typeof MatchAcceptedV1>['mentorRole'];
type Channel = EventData<typeof ContactPermittedV1>['channels'][number];
export const allChannels: Channel[] = ['IN_PERSON', 'CALL', 'VIDEO', 'MESSAGE', 'MEDIA'];

interface Home {
  readonly id: string;
  readonly caregiver: Actor;
}

const registerHousehold = 'mutation ($input: RegisterCaregiverHouseholdInput!) { registerCaregiverHousehold(input: $input) { id } }';
const registerChildren = 'mutation ($input: RegisterChildrenInput!) { registerChildren(input: $input) { id } }';
const beginFosterCare = 'mutation ($input: BeginFosterCareInput!) { beginFosterCare(input: $input) { id } }';
const placeChildren = 'mutation ($input: PlaceChildrenInput!) { placeChildren(input: $input) { id } }';
const addParent = 'mutation ($input: AddParentInput!) { addParent(input: $input) { id } }';
const openConnection = 'mutation ($input: OpenFamilyConnectionInput!) { openFamilyConnection(input: $input) { id } }';

/** Two families of a county with a connection that identity opened; what other services say of them is said by the test. */
export class Family {
  private constructor(
    readonly county: TestCounty,
    readonly name: string,
    readonly coordinator: Actor,
    readonly caseworker: Actor,
    readonly parent: Actor,
    readonly home: Home,
    readonly childIds: readonly string[],
    readonly connectionId: Id<'FamilyConnection'>,
  ) {}

  /** Placed so many hours ago, and removed from home before that. */
  static async open(county: TestCounty, name: string, { placed = 2, children = 1, ...about }: { placed?: number; removed?: number; children?: number } = {}): Promise<Family> {
    const removed = about.removed ?? placed + 3;
    const coordinator = await county.person('COORDINATOR');
    const caseworker = await county.person('CASEWORKER', `${name}-worker`);
    const parent = await county.person('PARENT', `${name}-parent`);
    const home = await Family.#home(county, coordinator, `${name}-home`);
    const entered = Array.from({ length: children }, (_, index) => ({ givenName: `Child${index}`, familyName: 'Example', birthDate: '2020-02-29' }));
    const childIds = (await coordinator.do<{ id: string }[]>(registerChildren, { children: entered, parentIds: [parent.personId] })).map((child) => child.id);
    await coordinator.do(beginFosterCare, { childIds, removedAt: { at: hoursAgo(removed) } });
    await coordinator.do(placeChildren, { childIds, type: 'FOSTER_FAMILY_HOME', householdId: home.id, startedAt: { at: hoursAgo(placed) } });
    for (const childId of childIds)
      await county.say(CaseAssignedV1, { assignmentId: newId<'CaseAssignment'>(), childId: childId as Id<'Child'>, personId: caseworker.personId as Id<'Person'>, role: 'CASEWORKER', from: hoursAgo(48) });
    const { id } = await coordinator.do<{ id: Id<'FamilyConnection'> }>(openConnection, { parentId: parent.personId, householdId: home.id });
    const family = new Family(county, name, coordinator, caseworker, parent, home, childIds, id);
    await eventually(async () => expect(await family.read<object[]>(coordinator, 'comfortCalls { id }')).toHaveLength(children));
    await eventually(async () => expect(await family.read<object[]>(caseworker, 'comfortCalls { id }')).toHaveLength(children));
    return family;
  }

  static async #home(county: TestCounty, coordinator: Actor, name: string): Promise<Home> {
    const caregiver = await county.person('CAREGIVER', name);
    const { id } = await coordinator.do<{ id: string }>(registerHousehold, { kind: 'FOSTER_PARENT', licensed: true, caregiverIds: [caregiver.personId] });
    return { id, caregiver };
  }

  get caregiver(): Actor {
    return this.home.caregiver;
  }

  /** Another parent of the children has a connection of their own with the same home. */
  async alsoConnect(parent: Actor): Promise<Id<'FamilyConnection'>> {
    await change(this.coordinator, addParent, { childIds: this.childIds, parentId: parent.personId });
    const { id } = await this.coordinator.do<{ id: Id<'FamilyConnection'> }>(openConnection, { parentId: parent.personId, householdId: this.home.id });
    await eventually(async () => expect(await this.read<object[]>(parent, 'comfortCalls { id }', id)).toHaveLength(this.childIds.length));
    return id;
  }

  /** One field of the connection, as that person sees it through the gateway: `comfortCalls { id }`. */
  async read<Field>(as: Actor, field: string, connectionId: string = this.connectionId): Promise<Field> {
    const { familyConnection } = await as.get<{ familyConnection: Record<string, Field> }>(`query ($id: UUID!) { familyConnection(id: $id) { ${field} } }`, { id: connectionId });
    return Object.values(familyConnection)[0] as Field;
  }

  /** The parent and the first caregiver may have contact from now back. */
  permit(channels: Channel[] = allChannels, other: Actor = this.caregiver): Promise<string> {
    return this.#rule('permitContact', channels, this.#pair(other), hoursAgo(200));
  }

  prohibit(channels: Channel[] = allChannels, people = this.#pair(this.caregiver), from = hoursAgo(1)): Promise<string> {
    return this.#rule('prohibitContact', channels, people, from);
  }

  /** It ends now, and meetings knows. */
  async endRule(id: string): Promise<void> {
    await this.coordinator.get('mutation ($id: UUID!) { endContactRule(input: { ruleId: $id }) { id } }', { id });
    await eventually(async () => expect(await this.county.rows('select 1 from meetings.contact_rule where id = $1 and ends_at is not null', [id])).toHaveLength(1));
  }

  /** A mentor for one side, with whom both said yes. */
  async match(mentorRole: MentorRole, acceptedAt = hoursAgo(1)): Promise<{ mentor: Actor; end: () => Promise<void> }> {
    const mentor = await this.county.person(mentorRole, `${this.name}-${mentorRole === 'PARENT_ALLY' ? 'ally' : 'mentor'}`);
    const who = {
      matchId: newId<'MentorMatch'>(),
      mentorRole,
      mentorId: mentor.personId as Id<'Person'>,
      participantId: (mentorRole === 'PARENT_ALLY' ? this.parent.personId : this.home.id) as Id<'Participant'>,
    };
    await this.county.say(MatchAcceptedV1, { ...who, acceptedAt });
    await eventually(async () => expect(await this.read(mentor, 'step')).toBeTruthy());
    await eventually(async () => expect(await this.county.rows('select 1 from meetings.active_match where id = $1', [who.matchId])).toHaveLength(1));
    return { mentor, end: async () => void (await this.county.say(MatchEndedV1, { ...who, endedAt: now() })) };
  }

  /** Somebody else of the county works on the case of every child too. */
  async assign(actor: Actor, role: 'CASEWORKER' | 'CASEWORKER_SUPERVISOR' = 'CASEWORKER'): Promise<void> {
    for (const childId of this.childIds as Id<'Child'>[])
      await this.county.say(CaseAssignedV1, { assignmentId: newId<'CaseAssignment'>(), childId, personId: actor.personId as Id<'Person'>, role, from: hoursAgo(24) });
    await eventually(async () => expect(await this.county.rows('select 1 from meetings.access_case_member where person_id = $1', [actor.personId])).toHaveLength(this.childIds.length));
  }

  /** They work on the case no more. */
  async unassign(actor: Actor): Promise<void> {
    const theirs = await this.county.rows<{ assignmentId: Id<'CaseAssignment'>; childId: Id<'Child'> }>('select id as "assignmentId", child_id as "childId" from meetings.access_case_member where person_id = $1', [actor.personId]);
    for (const assignment of theirs) await this.county.say(CaseUnassignedV1, { ...assignment, personId: actor.personId as Id<'Person'>, role: 'CASEWORKER', to: now() });
    await eventually(async () => expect(await this.county.rows('select 1 from meetings.access_case_member where person_id = $1 and ends_at is null', [actor.personId])).toEqual([]));
  }

  /** A child of theirs moves to another home; identity closes or opens connections by itself. */
  async move(childId: string, to: { type: string; home?: string }, startedHoursAgo = 1): Promise<Home | undefined> {
    const home = to.home ? await Family.#home(this.county, this.coordinator, to.home) : undefined;
    await this.coordinator.do(placeChildren, { childIds: [childId], type: to.type, householdId: home?.id ?? null, startedAt: { at: hoursAgo(startedHoursAgo) } });
    return home;
  }

  /** As `prohibit`, of the parent and the caregiver in person from that time on. */
  prohibitFrom(from: string): Promise<string> {
    return this.prohibit(['IN_PERSON'], this.#pair(this.caregiver), from);
  }

  #pair(other: Actor): Id<'Person'>[] {
    return [this.parent.personId as Id<'Person'>, other.personId as Id<'Person'>];
  }

  async #rule(name: 'permitContact' | 'prohibitContact', channels: Channel[], personIds: Id<'Person'>[], from: string): Promise<string> {
    const rule = `mutation ($input: ${name === 'permitContact' ? 'PermitContactInput' : 'ProhibitContactInput'}!) { ${name}(input: $input) { id } }`;
    const { id } = await this.coordinator.do<{ id: string }>(rule, { personIds, channels, from, source: 'CASE_PLAN' });
    await eventually(async () => expect(await this.county.rows('select 1 from meetings.contact_rule where id = $1', [id])).toHaveLength(1));
    return id;
  }
}

/** What a refusal of this code looks like. */
export const refusal = (code: string): object => expect.objectContaining({ code }) as object;

/** The mutation of that name with its one input, asking for these fields of what it answers. */
export const command = (name: string, fields: string): string => `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} } }`;

/** A mutation without an idempotency key; answers its one field. */
export const change = async <Field>(actor: Actor, mutation: string, input: object): Promise<Field> => Object.values(await actor.get<Record<string, Field>>(mutation, { input }))[0] as Field;
