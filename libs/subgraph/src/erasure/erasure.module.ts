import { PersonErasedV1, type EventContract, type EventOf, type facts } from '@fc/contracts';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { Module, type DynamicModule } from '@nestjs/common';
import { eraseWords, type ErasedWords } from './erased-words.ts';

/** How a service reports that it has taken them. */
export type WordsErased = EventContract<typeof facts.wordsErased>;

/** What a service takes, and how it reports that it has. */
abstract class OwnWords {
  abstract readonly words: readonly ErasedWords[];
  abstract readonly report: WordsErased;
}

/** Takes a service's words of a person who was erased, and reports it to identity, whose certificate says which service has done so. */
@Consumer()
export class EraseWordsWhenPersonErased {
  constructor(
    private readonly db: CountyDb,
    private readonly own: OwnWords,
  ) {}

  @On(PersonErasedV1)
  async handle({ data: { personId } }: EventOf<typeof PersonErasedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      const kinds = await eraseWords(tx, this.own.words, personId);
      tx.emit(this.own.report, { personId, kinds });
    });
  }
}

/** For every service but identity, which erases its own at once. One that keeps no words reports that it keeps none. */
@Module({})
export class ErasureModule {
  static of(words: readonly ErasedWords[], report: WordsErased): DynamicModule {
    return { module: ErasureModule, controllers: [EraseWordsWhenPersonErased], providers: [{ provide: OwnWords, useValue: { words, report } }] };
  }
}
