import {
  FamilyTimeAuditSealedV1,
  IdentityAuditSealedV1,
  MatchingAuditSealedV1,
  MeetingsAuditSealedV1,
  OutcomesAuditSealedV1,
  SupportAuditSealedV1,
  type EventOf,
} from '@fc/contracts';
import { DomainError, Temporal } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { SecretProvider } from '@fc/runtime';
import { anchorKeySecret, CountyDb, signHead } from '@fc/tenancy';
import { AnchorLog } from './anchor-log.ts';

type Sealed = EventOf<typeof IdentityAuditSealedV1>;

/** Anchors the head of each service's trail outside the county. It leaves no entry in the trail, or anchoring would never come to rest. */
@Consumer()
export class WhenAuditSealed {
  constructor(
    private readonly db: CountyDb,
    private readonly anchors: AnchorLog,
    private readonly secrets: SecretProvider,
  ) {}

  @On(IdentityAuditSealedV1)
  ofIdentity(event: Sealed): Promise<void> {
    return this.#anchor(event);
  }

  @On(MatchingAuditSealedV1)
  ofMatching(event: Sealed): Promise<void> {
    return this.#anchor(event);
  }

  @On(MeetingsAuditSealedV1)
  ofMeetings(event: Sealed): Promise<void> {
    return this.#anchor(event);
  }

  @On(FamilyTimeAuditSealedV1)
  ofFamilyTime(event: Sealed): Promise<void> {
    return this.#anchor(event);
  }

  @On(SupportAuditSealedV1)
  ofSupport(event: Sealed): Promise<void> {
    return this.#anchor(event);
  }

  @On(OutcomesAuditSealedV1)
  ofOutcomes(event: Sealed): Promise<void> {
    return this.#anchor(event);
  }

  async #anchor({ county, source, data: { service, position, total, hash, sealedAt } }: Sealed): Promise<void> {
    if (source !== `/services/${service}`) throw new DomainError('IDENTITY.HEAD_OF_ANOTHER', 'A service tells the head of its own trail alone.');
    const head = { county, service, position, total, hash, sealedAt: Temporal.Instant.from(sealedAt).epochMilliseconds };
    await this.db.acknowledge(() => this.anchors.append(signHead(head, this.secrets.read(anchorKeySecret))));
  }
}
