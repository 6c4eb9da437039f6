import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { PhoneProvider } from '../../test/phone-provider.ts';
import { NotDelivered } from './delivery-channel.ts';
import { MailChannel } from './mail-channel.ts';
import { TextChannel } from './text-channel.ts';

const message = { id: '0193c1c0-0000-7000-8000-000000000001', to: 'noor@example.org', text: 'Hello.\n.\nBcc: everybody@example.org', stop: `https://api.example.org/l/stop/${'s'.repeat(64)}` };

describe('mail', () => {
  const received: { to: string[]; raw: string }[] = [];
  let server: SMTPServer;
  let url: string;
  beforeAll(async () => {
    server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      onAuth: ({ username, password }, _session, done) => (username === 'fc' && password === 'secret' ? done(null, { user: username }) : done(new Error('no'))),
      onRcptTo: ({ address }, _session, done) => {
        if (address.startsWith('nobody')) return done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
        if (address.startsWith('later')) return done(Object.assign(new Error('come back'), { responseCode: 451 }));
        return done();
      },
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
          received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(parts).toString() });
          done();
        });
      },
      logger: false,
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    url = `smtp://fc:secret@127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  const mail = (with_ = url): MailChannel => new MailChannel({ url: with_, from: 'Family Connections <hello@example.org>' });

  it('goes to one person, whole, under a subject that says nothing', async () => {
    await mail().send(message);
    const [{ to, raw } = { to: [], raw: '' }] = received;
    expect(to).toEqual(['noor@example.org']);
    expect(raw).toContain('Subject: A message for you');
    expect(raw).toContain(`Message-ID: <${message.id}@example.org>`);
    expect(raw.split('\r\n\r\n')[0]).not.toContain('Bcc');
    expect(raw.replaceAll(/\r\n\s+/g, ' ')).toContain(`List-Unsubscribe: <${message.stop}>`);
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  it('cannot be made to go to somebody else by what stands in an address', async () => {
    await mail().send({ ...message, to: 'a@example.org\r\nBcc: b@example.org' }).catch(() => undefined);
    expect(received.flatMap(({ to }) => to)).not.toContain('b@example.org');
  });

  it('knows a mailbox that is none from a server that is busy, or that does not let us in', async () => {
    await expect(mail().send({ ...message, to: 'nobody@example.org' })).rejects.toBeInstanceOf(NotDelivered);
    await expect(mail().send({ ...message, to: 'later@example.org' })).rejects.not.toBeInstanceOf(NotDelivered);
    await expect(mail(url.replace('secret', 'wrong')).send(message)).rejects.not.toBeInstanceOf(NotDelivered);
    await expect(mail('smtp://127.0.0.1:1').send(message)).rejects.not.toBeInstanceOf(NotDelivered);
  });
});

describe('text messages', () => {
  let provider: PhoneProvider;
  beforeAll(async () => {
    provider = await PhoneProvider.start({ sid: 'SM1', status: 'queued' }, { '+12065550199': [400, { code: 21610, status: 400 }], '+12065550198': [429, { code: 20429 }] });
  });
  afterAll(() => provider.stop());
  const send = (to: string, url = provider.url): Promise<void> => new TextChannel({ baseUrl: url, account: 'AC1', token: 't0ken', from: '+12065550100' }).send({ ...message, to });

  it('go by the provider’s Messages resource', async () => {
    await send('+12065550101');
    expect(provider.asked).toEqual([
      { path: '/2010-04-01/Accounts/AC1/Messages.json', authorization: `Basic ${Buffer.from('AC1:t0ken').toString('base64')}`, form: { To: '+12065550101', From: '+12065550100', Body: message.text } },
    ]);
  });

  it('end for whoever has answered STOP, and wait while the provider is busy or away', async () => {
    await expect(send('+12065550199')).rejects.toBeInstanceOf(NotDelivered);
    await expect(send('+12065550198')).rejects.toThrow('429');
    await expect(send('+12065550101', 'http://127.0.0.1:1')).rejects.not.toBeInstanceOf(NotDelivered);
  });
});
