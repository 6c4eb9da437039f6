import { Guarded, GuardedField } from '@fc/auth';
import type { Temporal } from '@fc/domain-kernel';
import { Instant } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ContentInLanguage } from '../content/content.view.ts';
import { ContentLanguage, ContentState } from '../content/wording.ts';
import { perspectivePack } from './perspective-pack.ts';
import { PerspectivePartKind, type PerspectivePart } from './perspective-part.ts';
import type { Reflection } from './reflection.entity.ts';

registerEnumType(PerspectivePartKind, { name: 'PerspectivePartKind', description: 'EMPATHY_QUESTION: to write about, for oneself alone. INTERVIEW and VIDEO: where others speak for themselves.' });

@ObjectType('PerspectivePart', { description: 'A part of the module on seeing it from the other side.' })
export class PerspectivePartView {
  @Field(() => String, { description: 'Stable over all versions: PT-Q-01.' })
  partId!: string;

  @Field(() => PerspectivePartKind)
  kind!: `${PerspectivePartKind}`;

  @Field(() => String, { description: 'What it says; of an interview or a video its title.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Of a myth: what is so instead.' })
  truth!: string | null;

  @Field(() => String, { nullable: true, description: 'Of an interview or a video: who made it.' })
  by!: string | null;

  @Field(() => String, { nullable: true, description: 'Of an interview or a video: where it is.' })
  url!: string | null;

  @Field(() => ContentLanguage, { description: 'Of an interview or a video: the language that is spoken there.' })
  language!: ContentLanguage;

  @Field(() => ContentState)
  state!: ContentState;

  static of(part: PerspectivePart, read: Pick<ContentInLanguage, 'language' | 'state'>): PerspectivePartView {
    const { id: partId, kind } = part;
    const texts =
      'url' in part
        ? { text: part.title, truth: null, by: part.by, url: part.url, language: part.language, state: part.state }
        : { text: part[read.language], truth: part.kind === 'MYTH' ? part.truth[read.language] : null, by: null, url: null, language: read.language, state: read.state };
    return Object.assign(new PerspectivePartView(), { partId, kind, ...texts });
  }
}

@ObjectType('PerspectiveTaking', { description: 'A module on seeing it from the other side, for both families and those who work with them. What somebody writes to its questions is theirs alone.' })
export class PerspectiveTakingView extends ContentInLanguage {
  @Field(() => Int)
  version!: number;

  @Field(() => [PerspectivePartView], { description: 'Principles, myths, interviews and videos, questions. An interview or a video only once it is reviewed.' })
  parts!: readonly PerspectivePartView[];

  static in(read: ContentInLanguage): PerspectiveTakingView {
    const shown = perspectivePack.parts.filter((part) => !('url' in part) || part.state === ContentState.REVIEWED);
    return Object.assign(new PerspectiveTakingView(), { ...read, version: perspectivePack.version, parts: shown.map((part) => PerspectivePartView.of(part, read)) });
  }
}

@ObjectType('Reflection', { description: 'What somebody has written to a question. For themselves alone.' })
export class ReflectionView {
  @Field(() => String)
  questionId!: string;

  @GuardedField(() => String)
  words!: Guarded<string>;

  @Field(() => Int)
  revision!: number;

  @Field(() => Instant)
  savedAt!: Temporal.Instant;

  static from({ questionId, personId, revision, savedAt }: Row<Reflection>, words: string): ReflectionView {
    return Object.assign(new ReflectionView(), { questionId, revision, savedAt, words: Guarded.of(words, (reader) => reader.person === personId) });
  }
}

@ObjectType('MyReflections', { description: 'How far whoever asks has come with the module, and what they have written.' })
export class MyReflectionsView {
  @Field(() => [ReflectionView])
  reflections!: readonly ReflectionView[];

  @Field(() => [String], { description: 'The questions that nothing is written to yet.' })
  openQuestions!: readonly string[];

  @Field(() => Instant, { nullable: true, description: 'Empty until they have finished.' })
  finishedAt!: Temporal.Instant | null;
}
