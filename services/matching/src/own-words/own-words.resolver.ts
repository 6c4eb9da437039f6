import { AllowOperator } from '@fc/auth';
import { KeepPersonKeys } from '@fc/subgraph';
import { Mutation, Resolver } from '@nestjs/graphql';
import { SealPlainWords } from './seal-plain-words.ts';

@Resolver()
export class OwnWordsResolver {
  constructor(
    private readonly sealing: SealPlainWords,
    private readonly keys: KeepPersonKeys,
  ) {}

  @Mutation(() => Boolean, { description: 'For the operator: seals what an older version wrote in plain words, and locks keys anew. After an update, after a rotation of the county’s key and before an older version of it is retired. May be run again. Error PROTECTED_UNAVAILABLE.' })
  @AllowOperator()
  async keepMatchingProtection(): Promise<boolean> {
    await this.sealing.run();
    await this.keys.run();
    return true;
  }
}
