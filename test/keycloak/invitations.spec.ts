import { readFile, mkdir, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { addCounty, checkRealms, readCountyFile, type CountyFile } from '@fc/countyctl';
import { identity } from '@fc/identity';
import { requestToken } from '@fc/local';
import { ask, eventually, infrastructure, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { Browser } from './browser.ts';

const { kind } = infrastructure().identityProvider;
const slow = 120_000;
const passwordForMail = 'the password for mail';
const received: { readonly to: string; readonly raw: string }[] = [];
let server: SMTPServer;
let world: World;
let king: TestCounty;
let file: CountyFile;
let before: string;

beforeAll(async () => {
  server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) => (username === 'king' && password === passwordForMail ? done(null, { user: username }) : done(new Error('no'))),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), raw: Buffer.concat(parts).toString() });
        done();
      });
    },
    logger: false,
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  world = await World.start({ counties: ['king'], subgraphs: [identity] });
  king = world.county('king');
  const text = await readFile(join(import.meta.dirname, '../../deploy/counties/king.yaml'), 'utf8');
  const mail = { host: '127.0.0.1', port: (server.server.address() as AddressInfo).port, encryption: 'NONE', from: 'hello@king.example', fromName: 'Family Connections', user: 'king' } as const;
  file = { ...readCountyFile(text, 'king'), slug: king.county.slug, signIn: { redirectUris: [], mail } };
}, 240_000);
afterAll(async () => {
  await world?.stop();
  await new Promise<void>((resolve) => void server.close(() => resolve()));
}, slow);

const password = async (secret: string): Promise<void> => {
  const path = join(world.platform.secretsDirectory, 'realms', king.county.slug, 'mail.secret');
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, secret);
};
const drift = async (fix = false): Promise<string[]> => (await checkRealms(world.platform, [file], { fix })).filter((line) => line.startsWith(`realm ${king.county.slug}:`));
/** Invites somebody, who has no password yet; answers their id. */
const invite = async (givenName: string): Promise<string> => {
  const person = { givenName, familyName: 'Example', email: `${givenName.toLowerCase()}@mail.example.org`, roles: ['PARENT'] };
  return (await king.supervisor.do<{ id: string }>('mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { id } }', person)).id;
};
const stateOf = async (id: string): Promise<string> => (await king.supervisor.get<{ person: { invitation: string } }>('query ($id: UUID!) { person(id: $id) { invitation } }', { id })).person.invitation;
const mailTo = (name: string): string[] => received.filter(({ to }) => to === `${name}@mail.example.org`).map(({ raw }) => raw);
const linkIn = (raw: string): string => /https?:\/\/[^\s"<>]+\/login-actions\/action-token\?[^\s"<>]+/.exec(raw.replaceAll('=\r\n', '').replaceAll('=3D', '='))![0].replaceAll('&amp;', '&');
const repeat = (personId: string): Promise<unknown> => king.supervisor.get('mutation ($input: RepeatInvitationInput!) { repeatInvitation(input: $input) { id } }', { input: { personId } });

describe(`an invitation (${kind} provider)`, () => {
  it('is told by a person where the county has no mail server', async () => {
    before = await invite('Noor');
    expect(await stateOf(before)).toBe('BY_HAND');
    await expect(repeat(before)).rejects.toMatchObject({ code: 'IDENTITY.NO_MAIL_SERVER' });
    expect(received).toEqual([]);
  }, slow);

  it('needs the secret of the mail server, which stands in no file', async () => {
    await expect(addCounty(world.platform, file)).rejects.toThrow(/The secret realms\/\S+\/mail\.secret is missing/);
    expect(() => readCountyFile(`slug: king\nname: King\nkind: COUNTY\nfips: "53033"\ntimeZone: America/Los_Angeles\nsignIn: { mail: { host: mail.king.example, encryption: NONE, from: a@king.example } }`, 'king.yaml')).toThrow('only encrypted');
    await password('an old one');
    await addCounty(world.platform, file);
    expect(await drift()).toEqual([]);
    await password(passwordForMail);
    expect(await drift()).toEqual([expect.stringContaining('smtpServer password is another than the one that is kept'), expect.stringContaining('smtpServer passwordFingerprint is another')]);
    expect((await drift(true)).join()).not.toContain(passwordForMail);
    expect(await drift()).toEqual([]);
  }, slow);

  it('goes by the county’s mail server, and lets the person choose a password and sign in', async () => {
    let asked = 0;
    // A running platform takes up the county's new file within five seconds. Whoever was invited before is told by a person still.
    const id = await eventually(async () => {
      const invited = await invite(`Zahra${(asked += 1)}`);
      expect(await stateOf(invited)).not.toBe('BY_HAND');
      return invited;
    }, { within: 30_000, every: 1_000 });
    await eventually(async () => expect(await stateOf(id)).toBe('SENT'), { within: 30_000, every: 250 });
    expect(await stateOf(before)).toBe('BY_HAND');
    const name = `zahra${asked}`;
    const [raw = ''] = mailTo(name);
    expect(raw).toMatch(/^From: .*Family Connections.*<hello@king\.example>/m);
    expect(raw.replaceAll(/https?:\S+|=\r\n/g, '')).not.toMatch(/foster|child|parent|case\b/i);
    const browser = new Browser();
    await browser.open(linkIn(raw), 'nowhere');
    const proceed = /href="([^"]*action-token[^"]*)"/.exec(browser.page)?.[1]?.replaceAll('&amp;', '&');
    if (proceed) await browser.open(new URL(proceed, browser.url).href, 'nowhere');
    await browser.submit({ 'password-new': 'a long password of mine', 'password-confirm': 'a long password of mine' }, 'nowhere');
    const token = await requestToken({ issuer: king.county.issuer, username: `${name}@mail.example.org`, password: 'a long password of mine' });
    expect((await ask<{ me: { id: string } }>(world.gateway.url, { authorization: `Bearer ${token}` }, '{ me { id } }')).data).toEqual({ me: { id } });
  }, slow);

  it('is tried again while the mail server does not take it, and can be repeated', async () => {
    await password('a wrong one');
    await drift(true);
    const id = await invite('Luz');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await stateOf(id)).toBe('WAITING');
    await password(passwordForMail);
    await drift(true);
    await eventually(async () => expect(await stateOf(id)).toBe('SENT'), { within: 60_000, every: 250 });
    expect(mailTo('luz')).toHaveLength(1);
    await repeat(id);
    await eventually(async () => expect(mailTo('luz')).toHaveLength(2), { within: 30_000, every: 250 });
    const stranger = await king.person('PARENT', 'Stranger');
    await expect(stranger.get('mutation ($input: RepeatInvitationInput!) { repeatInvitation(input: $input) { id } }', { input: { personId: id } })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }, slow * 2);
});
