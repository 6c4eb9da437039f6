import { parseId, type Id } from '@fc/domain-kernel';
import { PageArgs, readPage, UUID, type Page } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ArgsType, Field } from '@nestjs/graphql';
import { BreakGlassUse } from './break-glass-use.entity.ts';
import { BreakGlassUseView } from './break-glass-use.view.ts';

@ArgsType()
export class BreakGlassUsesArgs extends PageArgs {
  @Field(() => UUID, { nullable: true, description: 'Only around this person or child.' })
  subjectId?: string | null;
}

/** Reads who broke the glass, around whom and why. */
@Injectable()
export class BreakGlassUses {
  constructor(private readonly db: CountyDb) {}

  /** Oldest first. Who read the reasons is written down. */
  page({ subjectId, ...page }: BreakGlassUsesArgs): Promise<Page<BreakGlassUseView>> {
    return this.db.read(async (reader) => {
      const where = subjectId ? { subjectId: parseId<'Person'>(subjectId) } : {};
      const found = await readPage(reader, BreakGlassUse, where, page, BreakGlassUseView.from);
      await this.db.auditProtectedRead('breakGlassUses', 'BreakGlassUse', found.nodes.map(({ id }) => id));
      return found;
    });
  }

  byId(id: Id<'BreakGlassUse'>): Promise<BreakGlassUseView> {
    return this.db.read(async (reader) => BreakGlassUseView.from(await reader.getRow(BreakGlassUse, id)));
  }
}
