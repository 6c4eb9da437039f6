import { sign, verify } from 'node:crypto';
import type { TrailName } from './seal.ts';

/** The last seal of a trail: who has kept it elsewhere can tell whether the trail up to there is still what it was. */
export interface SealedHead extends TrailName {
  readonly position: number;
  readonly total: number;
  readonly hash: string;
  /** Milliseconds since 1970. */
  readonly sealedAt: number;
}

/** A head that is kept outside the county's database, with the signature of whoever put it there. */
export interface Anchor extends SealedHead {
  /** Ed25519, in base64url. */
  readonly signature: string;
}

const signed = ({ county, service, position, total, hash, sealedAt }: SealedHead): Buffer =>
  Buffer.from(JSON.stringify(['fc-audit-anchor-1', county, service, position, total, hash, sealedAt]));

/** `privateKey`: Ed25519, PKCS 8 in PEM. */
export const signHead = (head: SealedHead, privateKey: string): Anchor => ({ ...head, signature: sign(null, signed(head), privateKey).toString('base64url') });

/** A key that signs anchors, or has: until it was replaced, it is good for every head that was sealed by then. */
export interface AnchorKey {
  /** Ed25519, SPKI in PEM. */
  readonly publicKey: string;
  /** Milliseconds since 1970; null for the one in use. */
  readonly until: number | null;
}

/** A head that was sealed just before its key was replaced may be on its way to its anchor that long, in milliseconds. */
const onTheWay = 60_000;

/** Whether one of these keys signed this head while it was in use: one that was stolen later vouches for nothing new. */
export const isSignedByOneOf = (anchor: Anchor, keys: readonly AnchorKey[]): boolean =>
  keys.some(({ publicKey, until }) => (until === null || anchor.sealedAt <= until + onTheWay) && verify(null, signed(anchor), publicKey, Buffer.from(anchor.signature, 'base64url')));

/** Where the secret provider keeps the key that signs anchors; `countyctl` makes it, and identity alone needs it. */
export const anchorKeySecret = 'identity/audit-anchor.key';
