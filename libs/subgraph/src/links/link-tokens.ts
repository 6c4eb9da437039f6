import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SecretProvider } from '@fc/runtime';
import type { County } from '@fc/tenancy/registry';
import { z } from 'zod';

/** The secret that says where a service's links lead, and the key that tells them from all others: `identity/links.json`. */
const linksSecret = (service: string): string => `${service}/links.json`;

const settingsSchema = z.strictObject({
  /** The gateway's door for links, as people reach it: `https://api.example.org/l`. */
  url: z.url({ protocol: /^https?$/ }),
  /** 32 random bytes, in base64url. */
  key: z.string().regex(/^[\w-]{43}$/),
});

const randomLength = 32;
const sealLength = 16;

/** 48 bytes in base64url. */
const tokenForm = /^[\w-]{64}$/;

/** What is stored of a link's token: whoever reads the database can follow no link. */
export const hashOfLink = (token: string): string => createHash('sha256').update(token).digest('base64url');

/**
 * The tokens of a service's links: 256 random bits, and a seal over them and the county's slug. The seal is how a link names its county: it says
 * nothing to whoever reads the link, nobody else can make one, and a guess is known for one before any database is asked.
 */
export class LinkTokens {
  readonly #secrets: SecretProvider;
  readonly #secret: string;

  constructor(secrets: SecretProvider, service: string) {
    this.#secrets = secrets;
    this.#secret = linksSecret(service);
  }

  make({ slug }: Pick<County, 'slug'>): string {
    const random = randomBytes(randomLength);
    return Buffer.concat([random, sealOf(this.#settings().key, slug, random)]).toString('base64url');
  }

  /** Of these counties the one whose link it is; undefined for what is no link of ours. */
  countyOf(token: string, counties: readonly County[]): County | undefined {
    if (!tokenForm.test(token)) return undefined;
    const bytes = Buffer.from(token, 'base64url');
    const [random, seal] = [bytes.subarray(0, randomLength), bytes.subarray(randomLength)];
    const { key } = this.#settings();
    return counties.find(({ slug }) => timingSafeEqual(seal, sealOf(key, slug, random)));
  }

  /** Where the link with this token leads; `door` is its part of the path. */
  urlOf(door: string, token: string): string {
    return `${this.#settings().url}/${door}/${token}`;
  }

  /** Read at each use, so that a changed secret is taken up. */
  #settings(): z.infer<typeof settingsSchema> {
    return settingsSchema.parse(JSON.parse(this.#secrets.read(this.#secret)));
  }
}

const sealOf = (key: string, slug: string, random: Buffer): Buffer => createHmac('sha256', Buffer.from(key, 'base64url')).update(`${slug}\n`).update(random).digest().subarray(0, sealLength);
