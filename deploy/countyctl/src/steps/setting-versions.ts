import { isDeepStrictEqual } from 'node:util';
import { DomainError } from '@fc/domain-kernel';
import type { County } from '@fc/tenancy/registry';

/** Settings of which each run keeps the version that it went by. */
const versioned = ['matchingWeights', 'matchingQuotas'] as const;

/** What changes under the number that it had would make two things look like one. Throws `SETTINGS_VERSION`, which names the setting. */
export function requireNewVersions(before: readonly County[], after: readonly County[]): void {
  for (const county of after) {
    const known = before.find(({ slug }) => slug === county.slug);
    for (const setting of known && known.status !== 'OFFBOARDED' ? versioned : []) {
      const [was, is] = [known!.settings[setting], county.settings[setting]];
      if (!isDeepStrictEqual(was, is) && is.version <= was.version)
        throw new DomainError('SETTINGS_VERSION', `${county.slug} changes ${setting} and leaves it at version ${is.version}. Runs keep the version that they went by: raise it to ${was.version + 1}.`);
    }
  }
}
