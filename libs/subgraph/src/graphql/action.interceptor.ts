import { countyContextIfAny, runInCounty } from '@fc/tenancy';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Observable } from 'rxjs';

/** Lets everything that a mutation or query does know by its name what it is part of: audit and idempotency are kept by it. */
export class ActionInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType<'http' | 'rpc' | 'graphql'>() !== 'graphql') return next.handle(); // who has no field to name says by itself what is done
    const info = GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo | undefined>();
    if (info?.parentType.name !== 'Mutation' && info?.parentType.name !== 'Query') return next.handle();
    const county = countyContextIfAny();
    if (!county) return next.handle(); // somebody of the state: there is no trail of a county to keep
    return new Observable((subscriber) => runInCounty({ ...county, action: info.fieldName }, () => next.handle().subscribe(subscriber)));
  }
}
