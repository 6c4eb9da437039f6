import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The secret with the password for the county's mail server; the operator puts it there. */
export const mailSecret = (realm: string): string => `realms/${realm}/mail.secret`;

const isThisMachine = (host: string): boolean => ['localhost', '127.0.0.1', '::1'].includes(host);

/** The mail server by which a county's realm invites people, as the county file describes it. */
export const mailServerSchema = z
  .strictObject({
    host: z.string().min(1),
    port: z.int().min(1).max(65_535).default(587),
    /** NONE only for a server on the same machine. */
    encryption: z.enum(['STARTTLS', 'TLS', 'NONE']).default('STARTTLS'),
    /** What people see as the sender. */
    from: z.email(),
    fromName: z.string().min(1).max(100).optional(),
    /** Whom to sign in to the mail server as; its password is a secret of its own. Left out where the server knows us by our address. */
    user: z.string().min(1).optional(),
  })
  .refine(({ encryption, host }) => encryption !== 'NONE' || isThisMachine(host), { error: 'mail leaves this machine only encrypted', path: ['encryption'] });
export type MailServer = z.infer<typeof mailServerSchema>;

/** In Keycloak's words, all of them text. As Keycloak never shows the password, its fingerprint tells whether it is the one that is kept. */
export const mailState = ({ host, port, encryption, from, fromName = '', user }: MailServer, password = ''): Readonly<Record<string, string>> => ({
  host,
  port: String(port),
  from,
  fromDisplayName: fromName,
  ssl: String(encryption === 'TLS'),
  starttls: String(encryption === 'STARTTLS'),
  auth: String(user !== undefined),
  ...(user !== undefined && { user, password, passwordFingerprint: fingerprintOf(password) }),
});

/** What is set, with the password that its fingerprint stands for. */
export const readMail = (found: Readonly<Record<string, unknown>> = {}, wanted: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  ...found,
  ...(wanted['password'] !== undefined && { password: found['passwordFingerprint'] === wanted['passwordFingerprint'] ? wanted['password'] : 'another' }),
});

const fingerprintOf = (password: string): string => createHash('sha256').update(password).digest('hex').slice(0, 16);
